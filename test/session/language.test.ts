import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver/node';
import {
  acceptBaseline,
  corroboration,
  exportFindings,
  fileStatus,
  type Language,
  undoReview,
} from '../../protocol/src/index.js';
import { courier, gazette } from './articles.js';
import { Session, uriOf } from './session.js';

const german: Language = { code: 'de', sentences: JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8')) };
const files = { 'one.txt': gazette, 'two.txt': courier };
const unnamed = (marks: readonly { code?: unknown }[]): boolean =>
  marks.some(({ code }) => code === 'anonymous-source');

/** What a program is handed, from an editor that speaks a language. */
async function exported(language?: Language): Promise<string> {
  const session = await Session.indexed({ files, ...(language && { language }) });
  const { text } = await session.ask(exportFindings, { format: 'json', folder: null });
  await session.end();
  return text;
}

describe('words that are written from right to left', () => {
  const language: Language = { code: 'en', sentences: {} };
  const outlet = 'صحيفة الميناء';
  const quoting = courier
    .replace('Bay Courier', outlet)
    .replace('The county said', 'A source close to the port said “لم يصل أحد 12”. The county said');
  const quoted = { 'one.txt': gazette, 'two.txt': quoting };

  it('stand for themselves in marks, hovers and the panel', async () => {
    const session = await Session.indexed({ files: quoted, language, settings: () => ({ reading: 'everything' }) });
    await session.open('one.txt', gazette);
    const marks = await session.untilMarked('one.txt', (all) =>
      all.some(({ message }) => String(message).includes(outlet)),
    );
    const mark = marks.find(({ message }) => String(message).includes(outlet));
    expect(mark?.message).toContain(`(\u2068${outlet}\u2069)`);
    expect(mark?.relatedInformation?.[0]?.message).toContain(`\u2068${outlet}\u2069: `);
    const hover = (await session.at('textDocument/hover', 'one.txt', 'The eastern ferry line')) as Hover;
    expect((hover.contents as { value: string }).value).toMatch(new RegExp(`\\[\u2068${outlet}\u2069\\]\\(`));
    const panel = await session.ask(corroboration, { uri: uriOf('one.txt') });
    expect(panel?.claims[0]?.mentions[0]?.outlet, 'the page keeps it apart').toBe(outlet);
    await session.end();
  });

  it('leave an English article that quotes them one, and an Arabic one unread, with its language', async () => {
    const arabic =
      'قالت السلطات إن الميناء أغلق يوم الاثنين بعد العاصفة، ولم يصل أحد من الجزيرة إلى المدينة.\n\n'.repeat(6);
    const session = await Session.indexed({ files: { ...quoted, 'three.txt': arabic }, language });
    await session.open('two.txt', quoting);
    expect(await session.untilMarked('two.txt', unnamed)).not.toEqual([]);
    const status = await session.ask(fileStatus, { uri: uriOf('three.txt') });
    expect(status).toMatchObject({ kind: 'skipped', reason: expect.stringContaining('Arabic') });
    await session.end();
  });
});

describe('a person who is spoken to in German', () => {
  it('reads marks, hovers and the panel in German, with the words of the article as they are', async () => {
    const session = await Session.indexed({ files, language: german });
    await session.open('one.txt', gazette);
    const marks = await session.untilMarked('one.txt', unnamed);
    const mark = marks.find(({ code }) => code === 'anonymous-source');
    expect(mark?.message).toBe('“A source close to the company”: kein Name, keine Rolle.');
    const hover = (await session.at('textDocument/hover', 'one.txt', 'A source close')) as Hover;
    expect((hover.contents as { value: string }).value).toContain('*Was es klären würde:*');
    const panel = await session.ask(corroboration, { uri: uriOf('one.txt') });
    expect(panel?.claims[0]?.count).toMatch(/^2 Dateien/);
    await session.end();
  });

  it('hears in German what was undone', async () => {
    const session = await Session.indexed({ files, language: german });
    await session.ask(acceptBaseline, { uri: null });
    expect((await session.ask(undoReview, null)).undone).toBe('Der Ausgangsstand');
    await session.end();
  });

  it('hands programs the same report as anybody', async () => {
    const report = await exported(german);
    expect(JSON.parse(report).files).toHaveLength(2);
    expect(report).toBe(await exported());
  });
});
