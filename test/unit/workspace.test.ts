import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Workspace } from '../../server/src/workspace/workspace.js';
import { sentences as common } from '../karvel.js';
import { everythingTold, relatedByFile } from '../told.js';

/** Sentences of invented reports on two events, some reworded, some contrary; articles are drawn from them. */
const sentences = [
  ...common,
  'Harbour pilots demand shorter shifts and a new contract before the summer season.',
  'According to local media reports, around 2,500 fighters have surrendered since the beginning of March.',
  'The interior ministry says that 2,500 fighters have surrendered since the beginning of March.',
  'The harvest festival opens on Friday with music in the square and a market along the old harbour wall.',
];
const article = fc
  .tuple(
    fc.constantFrom('', 'outlet: Herald\n', 'outlet: Courier\n'),
    fc.constantFrom('', 'date: 2021-03-06\n', 'date: 2021-03-07\n', 'date: 2021-03-09\n', 'date: 2021-06-01\n'),
    fc.array(fc.constantFrom(...sentences), { minLength: 3, maxLength: 7 }),
  )
  .map(([outlet, date, body]) => `---\ntitle: Karvel\n${outlet}${date}---\n${body.join('\n\n')}`);
const file = fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt');
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ file, text: article }) },
  { weight: 1, arbitrary: fc.record({ file, text: fc.constant(null) }) },
  { weight: 1, arbitrary: fc.record({ file, text: fc.constant('too short') }) },
);

type Edit = (text: string, at: number, other: number) => string;

const paragraphsOf = (text: string): string[] => text.split('\n\n');

/** What people do to an article; `undo` gives back the text before the last change of the file. */
const edits: Readonly<Record<string, Edit>> = {
  word: (text, at, other) => {
    const words = text.split(' ');
    words[words.length - 1 - at] = ['Velmora', 'wounded', '17', 'not'][other % 4] as string;
    return words.join(' ');
  },
  insert: (text, at, other) =>
    paragraphsOf(text)
      .toSpliced(1 + at, 0, sentences[other] as string)
      .join('\n\n'),
  delete: (text, at) => paragraphsOf(text).toSpliced(at, 1).join('\n\n'),
  swap: (text, at) => {
    const [first = '', second = '', ...rest] = paragraphsOf(text).slice(at);
    return [...paragraphsOf(text).slice(0, at), second, first, ...rest].join('\n\n');
  },
  date: (text, _at, other) => text.replace(/date: \S+/, `date: 2021-03-0${1 + (other % 9)}`),
  outlet: (text, _at, other) => text.replace(/outlet: \S+/, `outlet: ${other % 2 ? 'Herald' : 'Courier'}`),
  empty: () => '',
  undo: (text) => text,
};

describe('workspace', () => {
  it('knows after any sequence of edits what a fresh one knows', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const edited = new Workspace();
        const texts = new Map<string, string>();
        for (const { file: name, text } of steps) {
          if (text === null) {
            edited.delete(name);
            texts.delete(name);
          } else {
            edited.set(name, text);
            texts.set(name, text);
          }
        }
        const fresh = new Workspace();
        for (const [name, text] of [...texts].reverse()) fresh.set(name, text);
        expect(everythingTold(edited)).toEqual(everythingTold(fresh));
      }),
      { numRuns: 40 },
    );
  });

  it('knows after each edit of a series what a fresh one knows', () => {
    const edit = fc.record({ file, kind: fc.constantFrom(...Object.keys(edits)), at: fc.nat(9), other: fc.nat(9) });
    fc.assert(
      fc.property(
        fc.array(article, { minLength: 5, maxLength: 5 }),
        fc.array(edit, { maxLength: 12 }),
        (all, series) => {
          const edited = new Workspace();
          const texts = new Map(all.map((text, i) => [`${'abcde'[i]}.txt`, text]));
          for (const [name, text] of texts) edited.set(name, text);
          const before = new Map(texts);
          for (const { file: name, kind, at, other } of series) {
            const text = texts.get(name) as string;
            const now = kind === 'undo' ? (before.get(name) as string) : (edits[kind] as Edit)(text, at, other);
            before.set(name, text);
            texts.set(name, now);
            edited.set(name, now);
            const fresh = new Workspace();
            for (const [each, its] of texts) fresh.set(each, its);
            expect(everythingTold(edited)).toEqual(everythingTold(fresh));
          }
        },
      ),
      { numRuns: 10, seed: 5 },
    );
  });

  it('knows the same when it starts from a snapshot of an earlier one, whatever has changed since', () => {
    const texts = fc.dictionary(file, article, { minKeys: 2, maxKeys: 5 });
    fc.assert(
      fc.property(texts, fc.array(step, { maxLength: 3 }), (before, since) => {
        const earlier = new Workspace();
        for (const [name, text] of Object.entries(before)) earlier.set(name, text);
        const now = new Map(Object.entries(before));
        for (const { file: name, text } of since) text === null ? now.delete(name) : now.set(name, text);
        const restoring = new Workspace(undefined, { snapshot: earlier.snapshot() });
        const fresh = new Workspace();
        for (const [name, text] of now) {
          restoring.set(name, text);
          fresh.set(name, text);
          expect(restoring.isRestored(name)).toBe(before[name] === text);
        }
        expect(everythingTold(restoring)).toEqual(everythingTold(fresh));
      }),
      { numRuns: 40 },
    );
  });

  it('names the files whose cross references an edit changes, and no others where the file was there', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 8 }), (steps) => {
        const workspace = new Workspace();
        for (const { file: name, text } of steps) {
          const before = relatedByFile(workspace);
          const told = text === null ? workspace.delete(name) : workspace.set(name, text);
          for (const [one, now] of relatedByFile(workspace)) {
            if (one === name) continue;
            const changed = before.get(one) !== now;
            // of a file that comes, those that may have changed are told: it may have brought nothing but boilerplate
            if (changed || before.has(name)) expect(told.has(one), `${one}, when ${name} changes`).toBe(changed);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('knows of copies that come, change and go what a fresh one knows, from a snapshot too', () => {
    const texts = fc.array(article, { minLength: 3, maxLength: 3 });
    const change = fc.record({ file, which: fc.option(fc.nat(2)) });
    fc.assert(
      fc.property(texts, fc.array(change, { minLength: 4, maxLength: 14 }), fc.nat(14), (all, changes, cut) => {
        let edited = new Workspace();
        const now = new Map<string, string>();
        for (const [at, { file: name, which }] of changes.entries()) {
          if (at === cut) {
            edited = new Workspace(undefined, { snapshot: edited.snapshot() });
            for (const [each, text] of now) edited.set(each, text);
          }
          if (which === null) edited.delete(name);
          else edited.set(name, all[which] as string);
          if (which === null) now.delete(name);
          else now.set(name, all[which] as string);
        }
        const fresh = new Workspace();
        for (const [name, text] of [...now].reverse()) fresh.set(name, text);
        expect(everythingTold(edited)).toEqual(everythingTold(fresh));
      }),
      { numRuns: 40 },
    );
  });

  it('relates each of many copies to each other file as if there were only the two', () => {
    const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt', 'f.txt'];
    const nobodys = article.map((text) => text.replace(/outlet: .*\n/, '')); // an outlet's copies are its boilerplate
    fc.assert(
      fc.property(
        fc.array(nobodys, { minLength: 2, maxLength: 2 }),
        fc.array(fc.nat(1), { minLength: 6 }),
        (two, which) => {
          const all = new Workspace();
          const textOf = (at: number): string => two[which[at] as number] as string;
          for (const [at, name] of names.entries()) all.set(name, textOf(at));
          for (const [x, one] of names.entries())
            for (const [y, other] of names.entries()) {
              if (x >= y) continue;
              const pair = new Workspace();
              pair.set(other, textOf(y));
              pair.set(one, textOf(x));
              const between = all.crossReferences(one).filter(({ a, b }) => a.file === other || b.file === other);
              expect(between).toEqual(pair.crossReferences());
            }
        },
      ),
      { numRuns: 10 },
    );
  });

  it('does not let the names of two files decide how sure their relations are', () => {
    const toll = (words: string): string =>
      `---\ndate: 2021-03-06\n---\n${words}\n\n${sentences.slice(9).join('\n\n')}`;
    const scores = (first: string, second: string): number[] => {
      const workspace = new Workspace();
      workspace.set('a.txt', first);
      workspace.set('b.txt', second);
      return [...workspace.crossReferences(), ...workspace.possible()].map(({ relation }) => relation.score).sort();
    };
    const [few, many] = [
      toll('At least 20 people died when a bomb exploded in Karvel, a surgeon said.'),
      toll('The blast at the market has killed 33 people, by the count of the fire brigade.'),
    ];
    expect(scores(few, many).length).toBeGreaterThan(0);
    expect(scores(few, many)).toEqual(scores(many, few));
    fc.assert(
      fc.property(article, article, (one, other) => {
        expect(scores(one, other)).toEqual(scores(other, one));
      }),
      { numRuns: 20 },
    );
  });

  it('refreshes another file when a claim that both make is deleted', () => {
    const workspace = new Workspace();
    const text = sentences.slice(0, 5).join('\n\n');
    workspace.set('one.txt', text);
    workspace.set('two.txt', text);
    expect(workspace.crossReferences('one.txt')).toHaveLength(workspace.crossReferences('two.txt').length);
    expect(workspace.crossReferences('one.txt').length).toBeGreaterThan(0);
    expect([...workspace.delete('two.txt')]).toEqual(['one.txt']);
    expect(workspace.crossReferences('one.txt')).toEqual([]);
    expect(workspace.findings('one.txt').filter(({ rule }) => rule === 'repeated-claim')).toEqual([]);
  });

  it('folds away what one outlet prints every day, and shows it again when it no longer does', () => {
    const edition = (day: number, outlet: string): string =>
      `---\noutlet: ${outlet}\ndate: 2021-03-0${day}\n---\n${sentences[day]}\n\n${sentences[day + 4]}\n\nThe Herald is printed in Karvel and sold at every kiosk of the harbour district.`;
    const workspace = new Workspace();
    workspace.set('1.txt', edition(1, 'Herald'));
    workspace.set('2.txt', edition(2, 'Herald'));
    const kiosk = () =>
      workspace
        .crossReferences('1.txt')
        .filter(({ a }) => edition(1, 'Herald').slice(a.start, a.end).includes('kiosk'));
    expect(kiosk()).toHaveLength(1);
    expect([...workspace.set('3.txt', edition(3, 'Herald'))]).toEqual(
      expect.arrayContaining(['1.txt', '2.txt', '3.txt']),
    );
    expect(kiosk()).toEqual([]);
    workspace.delete('3.txt');
    expect(kiosk()).toHaveLength(1);
  });
});
