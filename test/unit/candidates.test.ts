import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CandidateSource } from '../../server/src/workspace/candidates.js';
import { Workspace } from '../../server/src/workspace/workspace.js';
import { HeldArchive } from '../heldArchive.js';
import { sentences } from '../karvel.js';

/** One in two is one of two texts, so that folder and archive hold copies. */
const anyArticle = fc
  .array(fc.constantFrom(...sentences), { minLength: 3, maxLength: 7 })
  .map((body) => `---\ndate: 2021-03-06\n---\n${body.join('\n\n')}`);

const article = fc.oneof(
  anyArticle,
  fc.constantFrom(sentences.slice(0, 5).join('\n\n'), sentences.slice(3).join('\n\n')),
);

const told = (workspace: Workspace, file: string) => ({
  references: workspace.crossReferences(file),
  possible: workspace.possible(file),
  findings: workspace.findings(file),
  claims: workspace.claims(file),
});

/** Hears all that an archive has to say about some files, and about its own articles that hang together with them. */
function hearAll(archive: HeldArchive, workspace: Workspace, files: Iterable<string>): void {
  archive.goOn();
  const all = [...files];
  const widened = () => all.map((file) => workspace.widen(file, Number.POSITIVE_INFINITY));
  while (widened().includes('pending')) archive.goOn();
}

/** A folder with all articles. */
function together(texts: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace();
  for (const [file, text] of Object.entries(texts)) workspace.set(file, text);
  return workspace;
}

describe('an archive that answers late', () => {
  const archived = { 'archive:1': sentences.slice(0, 4).join('\n\n'), 'archive:2': sentences.slice(2, 7).join('\n\n') };
  const own = sentences.slice(0, 3).join('\n\n');

  // by name, the articles of the archive stand behind, before and among those of the folder
  it.each([
    ['0', '1', '2'],
    ['x', 'y', 'z'],
    ['0', 'archive:w', 'z'],
  ])(
    'leads to what a folder with all its articles would tell, whatever was edited meanwhile: %s, %s, %s',
    (...names) => {
      const change = fc.record({ file: fc.constantFrom(...names), text: fc.option(article), heard: fc.nat(9) });
      const texts = fc.tuple(article, article, article);
      fc.assert(
        fc.property(texts, texts, fc.array(change, { maxLength: 5 }), (folder, elsewhere, changes) => {
          const others = Object.fromEntries(elsewhere.map((text, at) => [`archive:${'vwx'[at]}.txt`, text]));
          const archive = new HeldArchive(others);
          const workspace = new Workspace(undefined, { archives: [archive] });
          const now = new Map(folder.map((text, at) => [names[at]!, text]));
          for (const [file, text] of now) workspace.set(file, text);
          for (const { file, text, heard } of changes) {
            archive.goOn(heard);
            if (text === null) workspace.delete(file);
            else workspace.set(file, text);
            if (text === null) now.delete(file);
            else now.set(file, text);
          }
          hearAll(archive, workspace, now.keys());
          const all = together({ ...Object.fromEntries(now), ...others });
          expect(workspace.files()).toEqual([...now.keys()].sort());
          for (const file of now.keys()) {
            expect(told(workspace, file)).toEqual(told(all, file));
            expect(workspace.named(file)).toBe('complete');
          }
        }),
        { numRuns: 15 },
      );
    },
  );

  it('is related to an article with the same text that another outlet printed', () => {
    const [one, other] = ['Karvel Gazette', 'Ostrava Post'].map((outlet) => `---\noutlet: ${outlet}\n---\n${own}`);
    const archive = new HeldArchive({ 'archive:1': other! });
    const workspace = new Workspace(undefined, { archives: [archive] });
    workspace.set('own.txt', one!);
    archive.goOn();
    expect(workspace.crossReferences('own.txt').map(({ a }) => a.file)).toContain('archive:1');
  });

  it('is not told to repeat an article that lies in it, too', () => {
    const other = sentences.slice(0, 4).join('\n\n');
    const archive = new HeldArchive({ 'archive:may/own.txt': own, 'archive:own.txt': other });
    const pathOf = (file: string) => file.replace('archive:', '');
    const workspace = new Workspace(undefined, { archives: [archive], pathOf });
    workspace.set('desk/may/own.txt', own);
    archive.goOn();
    expect(workspace.guests()).toEqual([]);
    expect(workspace.crossReferences()).toEqual([]);
    workspace.set('desk/other.txt', other);
    archive.goOn();
    expect(workspace.guests()).toEqual([]);
    workspace.delete('desk/may/own.txt');
    workspace.set('desk/other.txt', `${other}\n\n${sentences[5]}`);
    archive.goOn();
    expect(workspace.guests()).toEqual(['archive:may/own.txt', 'archive:own.txt']);
    workspace.set('desk/may/own.txt', own);
    expect(workspace.guests()).toEqual([]);
  });

  it('with many near copies of one story tells of each, and of one origin', () => {
    const own = `---\noutlet: Desk\ndate: 2021-03-06\n---\n${sentences.slice(0, 3).join('\n\n')}`;
    const wire = (at: number): string => {
      const body = sentences.filter((_, k) => k !== at % sentences.length);
      return `---\noutlet: Paper ${at}\ntitle: Headline ${at} of the day\ndate: 2021-03-06\n---\n${body.join('\n\n')}`;
    };
    const others = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`archive:${10 + at}.txt`, wire(at)]));
    const archive = new HeldArchive(others);
    const workspace = new Workspace(undefined, { archives: [archive] });
    workspace.set('own.txt', own);
    hearAll(archive, workspace, ['own.txt']);
    const claims = workspace.claims('own.txt');
    expect(Math.max(...claims.map(({ files }) => files))).toBe(13);
    for (const { origins, isComplete } of claims) expect([origins.length, isComplete]).toEqual([1, true]);
  });

  describe('that names an article of the folder before that is read', () => {
    const pathOf = (file: string) => file.replace('archive:', '');
    const line = 'The Karvel Gazette asked the interior ministry in Ostrava for a word on the fighting in the north.';
    const gazette = (...body: string[]) => `---\noutlet: Karvel Gazette\n---\n${[...body, line].join('\n\n')}`;
    const story = gazette(sentences[0]!, sentences[2]!);
    const copied = gazette(sentences[1]!, sentences[3]!, sentences[5]!);

    it.each([
      ['with the same text', copied],
      ['with an older one', gazette(sentences[1]!, sentences[4]!)],
    ])('%s, tells what the folder tells once it is', (_, there) => {
      const further = { 'archive:further.txt': sentences.slice(4).join('\n\n') };
      const archive = new HeldArchive({ 'archive:may/copied.txt': there, ...further });
      const workspace = new Workspace(undefined, { archives: [archive], pathOf });
      workspace.set('desk/story.txt', story);
      hearAll(archive, workspace, ['desk/story.txt']);
      expect(workspace.guests()).toContain('archive:may/copied.txt');
      workspace.set('desk/may/copied.txt', copied);
      const files = ['desk/story.txt', 'desk/may/copied.txt'];
      hearAll(archive, workspace, files);
      const all = together({ 'desk/story.txt': story, 'desk/may/copied.txt': copied, ...further });
      expect(all.crossReferences().some(({ b }) => b.file === 'desk/story.txt')).toBe(true);
      for (const file of files) expect(told(workspace, file)).toEqual(told(all, file));
    });

    it('has that article’s lines once: what is printed twice is no matter of form', () => {
      const archive = new HeldArchive({ 'archive:may/copied.txt': copied });
      const workspace = new Workspace(undefined, { archives: [archive], pathOf });
      workspace.set('desk/story.txt', story);
      archive.goOn();
      workspace.set('desk/may/copied.txt', copied);
      // which says nothing of it yet, as of every article that is not open
      const all = together({ 'desk/story.txt': story, 'desk/may/copied.txt': copied });
      expect(all.crossReferences().map(({ b }) => story.slice(b.start, b.end))).toContain(line);
      expect(told(workspace, 'desk/story.txt').references).toEqual(told(all, 'desk/story.txt').references);
    });
  });

  it('is said to be incomplete until its last part is there, and each part is told', () => {
    const archive = new HeldArchive(archived);
    const heard: string[][] = [];
    const workspace = new Workspace(undefined, { archives: [archive], changed: (files) => heard.push([...files]) });
    workspace.set('own.txt', own);
    expect(workspace.crossReferences('own.txt')).toEqual([]);
    expect(workspace.named('own.txt')).toBe('pending');
    archive.goOn(1);
    expect(workspace.crossReferences('own.txt').length).toBeGreaterThan(0);
    expect(workspace.claims('own.txt').length).toBeGreaterThan(0);
    expect(workspace.named('own.txt')).toBe('pending');
    archive.goOn();
    expect(workspace.named('own.txt')).toBe('complete');
    expect(heard).toEqual([['own.txt'], ['own.txt'], ['own.txt']]);
  });

  it('that gives up leaves the answer incomplete', () => {
    const silent: CandidateSource = { candidates: () => ({ found: [], state: 'incomplete' }) };
    const workspace = new Workspace(undefined, { archives: [silent] });
    workspace.set('own.txt', own);
    expect(workspace.named('own.txt')).toBe('incomplete');
  });

  it('is not listened to about a text that has changed or gone', () => {
    const archive = new HeldArchive(archived);
    const workspace = new Workspace(undefined, { archives: [archive] });
    workspace.set('own.txt', own);
    workspace.set('own.txt', sentences.slice(5, 8).join('\n\n'));
    expect(archive.goOn(3)).toBe(0);
    expect(workspace.crossReferences('own.txt')).toEqual([]);
    workspace.delete('own.txt');
    expect(archive.goOn()).toBe(0);
  });

  it('is heard of after the judge has read what is related, by the files of the folder alone', () => {
    const archive = new HeldArchive(archived);
    const workspace = new Workspace(undefined, { archives: [archive], isJudged: true });
    workspace.set('own.txt', own.replaceAll('Karvel', 'Old Karvel'));
    archive.goOn();
    const pairs = workspace.unjudged(100, 'own.txt');
    expect(pairs.some(({ files }) => files.has('archive:1'))).toBe(true);
    const opinion = { same: 0.9, conflict: 0.02, neither: 0.08 };
    const changed = workspace.hear(
      pairs.map(({ pair, files, slots }) => ({ pair, files, heard: { ...opinion, ...slots } })),
    );
    expect([...changed]).toEqual(['own.txt']);
    expect(workspace.crossReferences('own.txt').map(({ a }) => a.file)).toContain('archive:1');
  });

  it('lends its articles to be related and read, but not to the files or the snapshot of the folder', () => {
    const archive = new HeldArchive(archived);
    const workspace = new Workspace(undefined, { archives: [archive] });
    workspace.set('own.txt', own);
    archive.goOn();
    expect(workspace.textOf('archive:1')).toBe(archived['archive:1']);
    expect(workspace.files()).toEqual(['own.txt']);
    expect(workspace.size).toBe(1);
    expect(workspace.find('ferry Norlane')).toEqual([]);
    expect(workspace.snapshot().files.map(({ file }) => file)).toEqual(['own.txt']);
    expect([...workspace.snapshot().relations].every(({ length }) => length === 0)).toBe(true);
    workspace.delete('own.txt');
    expect(workspace.textOf('archive:1')).toBeUndefined();
  });
});
