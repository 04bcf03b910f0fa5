import { describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver/node';
import { exportFindings, exportFormats, importNotes, reviews, undoReview } from '../../protocol/src/index.js';
import { formats } from '../../server/src/cli/formats.js';
import { wireCopies } from '../wireStory.js';
import { courier, gazette } from './articles.js';
import { Session, uriOf } from './session.js';

const folder = 'file:///articles';
const files = { 'one.txt': gazette, 'two.txt': courier };
const note = (exact: string, value = 'Which company?') => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: `https://notes.example/${exact}`,
  type: 'Annotation',
  creator: { type: 'Person', name: 'Jonas Weil' },
  created: '2031-04-05T09:00:00Z',
  body: { type: 'TextualBody', value },
  target: { source: 'one.txt', selector: { type: 'TextQuoteSelector', exact } },
});
/** Of an article that is not in the folder. */
const gone = { ...note('The fair is over'), target: { ...note('The fair is over').target, source: 'fair.txt' } };
const words = 'forty children could not come to class';

describe('an export', () => {
  it('can be had in every format that the command line has for more than a terminal', async () => {
    const hurt = `${gazette}\nAt least 12 people were hurt when a crane fell in the spring, the police said.\n`;
    // of so many files with one text the first speaks for all, and is named by the others
    const copies = Object.fromEntries([...wireCopies(9, 'exact')]);
    const session = await Session.indexed({ files: { ...files, ...copies, 'one.txt': hurt } });
    const offered = await session.ask(exportFormats, null);
    expect(offered.map(({ name }) => name)).toEqual(Object.keys(formats).filter((name) => name !== 'text'));
    for (const { name, use, ending } of offered) {
      expect(use).not.toBe('');
      const { text } = await session.ask(exportFindings, { format: name, folder });
      const words = text.replaceAll('\\', ''); // Markdown escapes names
      expect(words, name).toContain('one.txt');
      expect(words, `${name} names files by their paths in the folder`).not.toContain(folder);
      if (ending.startsWith('json')) expect(() => JSON.parse(text) as unknown).not.toThrow();
    }
    await session.end();
  });

  it('holds the folder that was asked for, and no other', async () => {
    const session = await Session.indexed({
      files: { [`${folder}/one.txt`]: gazette, 'file:///archive/two.txt': courier },
      folders: [folder, 'file:///archive'],
    });
    const { text } = await session.ask(exportFindings, { format: 'json', folder: 'file:///archive' });
    expect(JSON.parse(text).files.map(({ path }: { path: string }) => path)).toEqual(['two.txt']);
    await session.end();
  });

  it('is refused in a format that nobody makes', async () => {
    const session = await Session.indexed({ files });
    await expect(session.ask(exportFindings, { format: 'poem', folder })).rejects.toThrow('There is no format poem.');
    await session.end();
  });
});

describe('annotations of others', () => {
  it('are notes of their words, in the list of reviews and in the hover, whether anything is marked there or not', async () => {
    const session = await Session.indexed({ files });
    await session.open('one.txt', gazette);
    const text = JSON.stringify([note(words), note('Nobody wrote this')]);
    expect(await session.ask(importNotes, { folder, text })).toEqual({
      added: 2,
      known: 0,
      orphaned: ['Nobody wrote this'],
      left: [],
    });
    const list = (await session.ask(reviews, null)).reviews;
    expect(list).toHaveLength(2);
    expect(list.find(({ isOrphaned }) => !isOrphaned)).toMatchObject({
      kind: 'note',
      rule: null,
      words,
      text: 'Which company?',
      place: { uri: uriOf('one.txt') },
    });
    const hover = await session.at<Hover>('textDocument/hover', 'one.txt', words);
    expect((hover.contents as { value: string }).value).toContain('**Note** by Jonas Weil');
    await session.end();
  });

  it('come once, and can be undone all together', async () => {
    const session = await Session.indexed({ files });
    const text = JSON.stringify([note(words), note('Nobody wrote this')]);
    await session.ask(importNotes, { folder, text });
    expect(await session.ask(importNotes, { folder, text })).toMatchObject({ added: 0, known: 2, orphaned: [] });
    await session.ask(undoReview, null);
    expect((await session.ask(reviews, null)).reviews).toEqual([]);
    expect([...session.disk.texts.keys()].filter((uri) => uri.includes('/reviews/'))).toEqual([]);
    await session.end();
  });

  it('that were exported here come into an empty folder as they were', async () => {
    const session = await Session.indexed({ files });
    await session.ask(importNotes, { folder, text: JSON.stringify([note(words), note('Nobody wrote this'), gone]) });
    const { text } = await session.ask(exportFindings, { format: 'annotations', folder });
    const kept = (one: Session) => [...one.disk.texts].filter(([uri]) => uri.includes('/reviews/')).sort();
    const other = await Session.indexed({ files });
    await other.ask(importNotes, { folder, text });
    expect(kept(other)).toEqual(kept(session));
    expect(kept(other)).toHaveLength(3);
    await session.end();
    await other.end();
  });

  it('are refused, with a reason, where they are none', async () => {
    const session = await Session.indexed({ files });
    await expect(session.ask(importNotes, { folder, text: 'dear desk' })).rejects.toThrow('It is no JSON');
    await expect(session.ask(importNotes, { folder: 'file:///elsewhere', text: '[]' })).rejects.toThrow(
      'open one first',
    );
    await session.end();
  });
});
