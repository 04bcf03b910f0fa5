import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/exports/checked.js';
import { report } from '../../server/src/exports/report.js';
import { codeLensOf } from '../../server/src/features/codeLens.js';
import { corroborationOf } from '../../server/src/features/corroboration.js';
import { diagnosticsOf } from '../../server/src/features/diagnostics.js';
import { documentSymbolsOf } from '../../server/src/features/documentSymbols.js';
import { figureTable } from '../../server/src/features/figures.js';
import { hoverAt } from '../../server/src/features/hover.js';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols.js';
import { defaultSettings } from '../../server/src/settings/settings.js';
import { Workspace } from '../../server/src/workspace/workspace.js';
import { type Edit, leadToWhatAFreshOneKnows, nameWhatChanges } from '../edits.js';

/** Invented wire stories: the second tells the same event as the first, with another toll; the third is of something else. */
const stories = [
  `---\ndate: 2021-03-06\n---\nFerry sinks off Ostrava Island

At least 40 people were killed when the ferry Norlane Star sank off Ostrava Island on Saturday, the coast guard said.

Rescue boats searched the northern strait all night for passengers who were still missing, Captain Dana Orsolic said.

The ferry company Norlane suspended all crossings to the island and opened a telephone line for relatives.

According to local media reports, the ferry had been repaired twice since the beginning of the year.`,
  `---\ndate: 2021-03-07\n---\nToll of the ferry grows

The sinking of the ferry Norlane Star off Ostrava Island on Saturday killed 12 people, the health ministry said.

The ferry company Norlane suspended all crossings to the island and opened a telephone line for relatives.

Harbour pilots had warned for months that the old ferries should not sail in winter, their union said on Sunday.`,
  `---\ndate: 2021-03-07\n---\nHarvest festival opens

The harvest festival of Karvel opens on Friday with music in the square and a market along the old harbour wall.

The mayor asked residents to leave their cars at home and to keep the roads free for ambulances.

Tickets for the concerts on the square are sold at every kiosk of the harbour district from Thursday on.`,
] as const;

const nameOf = (at: number): string => `wire-${String(at).padStart(4, '0')}.txt`;

/** A workspace with many copies of the first story and one file with the second. */
function manyCopies(count: number): Workspace {
  const workspace = new Workspace();
  for (let at = 0; at < count; at++) workspace.set(nameOf(at), stories[0]);
  workspace.set('other.txt', stories[1]);
  return workspace;
}

describe('many copies of one text', () => {
  it('are told of as one, by the first of them, with how many they are', () => {
    const workspace = manyCopies(20);
    const between = workspace.crossReferences().filter(({ a }) => a.file === 'other.txt');
    expect(between.length).toBeGreaterThan(0);
    expect(new Set(between.map(({ b }) => b.file))).toEqual(new Set([nameOf(0)]));
    expect(new Set(between.map(({ files }) => files.join()))).toEqual(new Set(['1,20']));
    const within = workspace.crossReferences().filter(({ a, b }) => a.file !== 'other.txt' && b.file !== 'other.txt');
    expect(new Set(within.map(({ a, b, files }) => [a.file, b.file, ...files].join()))).toEqual(
      new Set([[nameOf(0), nameOf(1), 1, 19].join()]),
    );
    expect(workspace.copies()).toEqual([Array.from({ length: 20 }, (_, at) => nameOf(at))]);
  });

  it('each hear of others what the first hears, and of each other how many they are', () => {
    const workspace = manyCopies(20);
    const [first, last] = [nameOf(0), nameOf(19)].map((file) =>
      workspace
        .seenFrom(file)
        .filter(({ there }) => there.file === 'other.txt')
        .map(({ here, there, relation }) => ({ start: here.start, there: there.start, relation })),
    );
    expect(first?.length).toBeGreaterThan(0);
    expect(last).toEqual(first);
    for (const file of [nameOf(0), nameOf(7), nameOf(19)]) {
      const repeated = workspace.findings(file).filter(({ rule }) => rule === 'repeated-claim');
      expect(repeated.map(({ message }) => message).join()).toContain('19 other files');
      expect(repeated.flatMap(({ related }) => related.map(({ message }) => message)).join()).toContain(
        '19 files have this same text.',
      );
    }
  });

  it('are counted in claims, and no claim is longer for them', () => {
    const [twenty, forty] = [manyCopies(20).claims(), manyCopies(40).claims()];
    expect(twenty.map(({ files }) => files)).toContain(21);
    expect(forty.map(({ files }) => files)).toContain(41);
    expect(forty.map(({ mentions, verdict, origins }) => ({ mentions, verdict, origins }))).toEqual(
      twenty.map(({ mentions, verdict, origins }) => ({ mentions, verdict, origins })),
    );
  });

  it('make no answer longer', () => {
    const sizes = [20, 40].map((count) => {
      const workspace = manyCopies(count);
      const middle = nameOf(11);
      return [
        workspace.crossReferences(),
        workspace.possible(),
        workspace.findings(middle),
        codeLensOf(workspace, middle, true, defaultSettings),
        corroborationOf(workspace, middle, 60)?.claims.map(({ mentions }) => mentions),
        hoverAt(workspace, middle, { line: 5, character: 12 }, defaultSettings, false),
        workspaceSymbols(workspace, ''),
        figureTable(workspace).rows,
      ].map((answer) => JSON.stringify(answer).replace(/\d+/g, '0').length);
    });
    expect(sizes[1]).toEqual(sizes[0]);
  });

  it('are a list of the report; what is said of the first is not said again', () => {
    const checked = check({
      workspace: manyCopies(12),
      unread: new Map(),
      settings: () => defaultSettings,
      remarks: () => [],
      reviews: () => [],
      incidentReviews: () => [],
      nameOf: (file) => file,
    });
    const { copies, files, crossReferences } = report(checked);
    expect(copies).toEqual([Array.from({ length: 12 }, (_, at) => nameOf(at))]);
    const byPath = new Map(files.map((file) => [file.path, file]));
    expect(byPath.get(nameOf(0))?.findings.length).toBeGreaterThan(0);
    expect(byPath.get(nameOf(0))).not.toHaveProperty('copyOf');
    expect(byPath.get(nameOf(5))).toMatchObject({ copyOf: nameOf(0), findings: [], attributions: [] });
    expect(crossReferences.filter(({ a }) => a.path === 'other.txt').every((one) => 'files' in one)).toBe(true);
  });

  it('are told of one by one while they are few', () => {
    const workspace = manyCopies(8);
    const { copies, crossReferences } = report(
      check({
        workspace,
        unread: new Map(),
        settings: () => defaultSettings,
        remarks: () => [],
        reviews: () => [],
        incidentReviews: () => [],
        nameOf: (file) => file,
      }),
    );
    expect(copies[0]).toHaveLength(8);
    expect(crossReferences.some((one) => 'files' in one)).toBe(false);
    const pairs = new Set(workspace.crossReferences().map(({ a, b }) => `${a.file} ${b.file}`));
    expect(pairs.size).toBe((9 * 8) / 2);
  });

  const steps = fc.array(fc.record({ at: fc.nat(13), which: fc.option(fc.nat(2), { freq: 4 }) }), {
    minLength: 1,
    maxLength: 8,
  });

  const editOf = ({ at, which }: { at: number; which: number | null }): Edit => [
    nameOf(at),
    which === null ? null : (stories[which] as string),
  ];

  it('that come, change and go lead to what a fresh workspace knows, from a snapshot too', () => {
    fc.assert(
      fc.property(steps, fc.nat(8), (changes, cut) => {
        const first = new Map<string, string>();
        for (let at = 13; at >= 0; at--) first.set(nameOf(at), stories[at < 11 ? 0 : 1] as string);
        leadToWhatAFreshOneKnows(first, changes.map(editOf), cut);
      }),
      { numRuns: 15 },
    );
  });

  it('are named when an edit changes what is told of them', () => {
    fc.assert(
      fc.property(steps, (changes) => nameWhatChanges(manyCopies(10), changes.map(editOf))),
      { numRuns: 15 },
    );
  });
});

/** The sentences of a longer wire story; each outlet has its own headline and date, and may have changed a word. */
const wire = [
  'At least 40 people were killed when the ferry Norlane Star sank off Ostrava Island on Saturday, the coast guard said.',
  'Rescue boats searched the northern strait all night for passengers who were still missing, Captain Dana Orsolic said.',
  'The ferry company Norlane suspended all crossings to the island and opened a telephone line for relatives.',
  'According to local media reports, the ferry had been repaired twice since the beginning of the year.',
  'Harbour pilots had warned for months that the old ferries should not sail in winter, their union said on Sunday.',
  'Divers found the wreck in forty metres of water two miles south of the lighthouse at the cape.',
  'The transport minister promised an inquiry and asked the company for the papers of all its ships.',
  'Schools on the island stayed closed on Monday, and flags flew at half mast over the town hall.',
  'A fund for the families had received two million crowns by the evening, its chairman announced.',
  'The lighthouse keeper told a radio station that he had seen a red flare shortly after midnight.',
];

/** One outlet's version: `word` replaces a word of sentence `at`. */
function version(outlet: number, at: number | null, word = 'allegedly'): string {
  const body = wire.map((sentence, k) => (k === at ? sentence.replace(/ \w+\.$/, ` ${word}.`) : sentence));
  return `---\noutlet: Gazette ${outlet}\ndate: 2021-03-0${6 + (outlet % 3)}\n---\nFerry lost off the island, report ${outlet}\n\n${body.join('\n\n')}`;
}

function manyVersions(count: number): Workspace {
  const workspace = new Workspace();
  for (let at = 0; at < count; at++) workspace.set(nameOf(at), version(at, at === 0 ? null : at % wire.length));
  workspace.set('other.txt', stories[1]);
  return workspace;
}

describe('many near copies of one text', () => {
  it('are told of by the first, and each of their sentences is told once', () => {
    const sizes = [30, 60].map((count) => {
      const workspace = manyVersions(count);
      const pairs = workspace.crossReferences().filter(({ a, b }) => a.file !== 'other.txt' && b.file !== 'other.txt');
      expect(new Set(pairs.map(({ a }) => a.file))).toEqual(new Set([nameOf(0)]));
      const there = workspace.crossReferences('other.txt').map(({ b, files }) => [b.file, files[1]]);
      expect(there.length).toBeGreaterThan(0);
      expect(new Set(there.map(([file]) => file))).toEqual(new Set([nameOf(0)]));
      const claims = workspace.claims();
      expect(claims.length).toBeLessThan(3 * wire.length);
      expect(claims.map(({ files }) => files)).toContain(count + 1);
      return pairs.length;
    }) as [number, number];
    expect(sizes[1]).toBeLessThan(2.5 * sizes[0]);
  });

  it('are told apart from what was printed in another year', () => {
    const workspace = manyVersions(12);
    for (const at of [12, 13]) workspace.set(nameOf(at), version(at, null).replace('2021', '2023'));
    expect(workspace.leaderOf(nameOf(11))).toBe(nameOf(0));
    expect(workspace.leaderOf(nameOf(12))).toBeNull();
    const told = workspace.crossReferences(nameOf(12)).filter(({ relation }) => relation.kind !== 'copy');
    expect(told).toEqual([]);
  });

  it('make no answer longer', () => {
    const sizes = [120, 240].map((count) => {
      const workspace = manyVersions(count);
      return [nameOf(0), nameOf(11), 'other.txt'].flatMap((file) =>
        [
          workspace.crossReferences(file),
          workspace.possible(file),
          diagnosticsOf(workspace, file, defaultSettings, () => ''),
          codeLensOf(workspace, file, true, defaultSettings),
          documentSymbolsOf(workspace, file),
          corroborationOf(workspace, file, 60),
          hoverAt(workspace, file, { line: 6, character: 12 }, defaultSettings, false),
          workspaceSymbols(workspace, ''),
          figureTable(workspace).rows,
        ].map((answer) => JSON.stringify(answer).replace(/\d+/g, '0').length),
      );
    });
    // up to eight that differ alike are told one by one
    for (const [at, size] of sizes[1]!.entries()) expect(size).toBeLessThan(1.5 * sizes[0]![at]!);
  });

  it('of many that differ alike, the first stands for all, and each is marked where it differs', () => {
    const workspace = manyVersions(40);
    const differing = new Map(
      Array.from({ length: 12 }, (_, k) => [
        nameOf(20 + k),
        version(20 + k, null).replace('At least 40 people', `Exactly ${3 + k} people`),
      ]),
    );
    for (const [file, text] of differing) workspace.set(file, text);
    const conflicts = workspace.crossReferences(nameOf(0)).filter(({ relation }) => relation.kind === 'conflict');
    expect(
      conflicts.filter(({ a }) => a.file !== 'other.txt').map(({ b, files, alike }) => [b.file, files[1], alike]),
    ).toEqual([[nameOf(20), 12, true]]);
    const told = workspace.findings(nameOf(0)).filter(({ rule }) => rule === 'conflicting-report');
    expect(JSON.stringify(told)).toContain('12 files have this or nearly this text.');
    for (const file of differing.keys())
      expect(workspace.findings(file).map(({ rule }) => rule)).toContain('conflicting-report');
  });

  it('each hear of other articles what the first hears', () => {
    const workspace = manyVersions(20);
    /** But for headlines, of which each has its own. */
    const heard = (file: string): string[] =>
      workspace
        .seenFrom(file)
        .filter(({ there }) => there.file === 'other.txt')
        .filter(({ here }) => !workspace.textOf(file)?.startsWith('Ferry lost', here.start))
        .map(({ here, there }) => {
          return `${(workspace.textOf(file) as string).slice(here.start, here.end)} ${there.start}`;
        });
    const first = heard(nameOf(0));
    expect(first.length).toBeGreaterThan(0);
    // its last sentence is changed, and other.txt says nothing of it
    expect(heard(nameOf(9)).sort()).toEqual(first.sort());
    const repeated = workspace.findings(nameOf(9)).filter(({ rule }) => rule === 'repeated-claim');
    expect(repeated.map(({ message }) => message).join()).toMatch(/(?:19|20) other files/);
  });

  it('are marked in the report where they differ from the first', () => {
    const differing = version(7, null).replace('At least 40 people', 'Exactly 12 people');
    const sizes = [20, 40].map((count) => {
      const workspace = manyVersions(count);
      workspace.set(nameOf(7), differing);
      const { files, ...lists } = report(
        check({
          workspace,
          unread: new Map(),
          settings: () => defaultSettings,
          remarks: () => [],
          reviews: () => [],
          incidentReviews: () => [],
          nameOf: (file) => file,
        }),
      );
      const byPath = new Map(files.map((file) => [file.path, file]));
      const first = byPath.get(nameOf(0))!;
      expect(first).not.toHaveProperty('nearCopyOf');
      const unnamed = first.findings.filter(({ rule }) => rule === 'anonymous-source');
      expect(unnamed.length).toBeGreaterThan(0);
      const near = byPath.get(nameOf(7))!;
      expect(near).toMatchObject({ nearCopyOf: nameOf(0), attributions: { length: first.attributions.length } });
      const marked = near.findings.map(({ rule, start, end }) => `${rule}: ${differing.slice(start, end)}`);
      expect(marked.join('\n')).toMatch(/conflicting-report: .*12/);
      expect(marked.join('\n')).not.toMatch(/local media|Divers found/);
      expect(files.filter((file) => 'nearCopyOf' in file)).toHaveLength(count - 1);
      return JSON.stringify([files.map(({ findings }) => findings), lists]).length;
    }) as [number, number];
    expect(sizes[1]).toBeLessThan(2.2 * sizes[0]);
  });

  it('are told apart where one tells another toll', () => {
    const workspace = manyVersions(20);
    const text = version(7, null).replace('At least 40 people', 'Exactly 12 people');
    workspace.set(nameOf(7), text);
    const conflicts = workspace.findings(nameOf(7)).filter(({ rule }) => rule === 'conflicting-report');
    expect(conflicts.map(({ start, end }) => text.slice(start, end)).join()).toContain('Exactly 12 people');
  });

  const change = fc.record({
    at: fc.nat(14),
    which: fc.option(fc.oneof(fc.constant(-1), fc.nat(wire.length - 1)), { freq: 4 }),
    word: fc.constantFrom('slowly', 'at noon', '17', 'Velmora'),
  });
  const changes = fc.array(change, { minLength: 1, maxLength: 7 });
  const editOf = ({ at, which, word }: { at: number; which: number | null; word: string }): Edit => [
    nameOf(at),
    which === null ? null : which === -1 ? (stories[at % 3] as string) : version(at, which, word),
  ];

  it('that come, change and go lead to what a fresh workspace knows, from a snapshot too', () => {
    fc.assert(
      fc.property(changes, fc.nat(7), fc.nat(5), (steps, cut, missing) => {
        const first = new Map<string, string>();
        for (let at = 13; at >= missing; at--)
          first.set(nameOf(at), version(at, at % 4 === 0 ? null : at % wire.length));
        leadToWhatAFreshOneKnows(first, steps.map(editOf), cut);
      }),
      { numRuns: 8 },
    );
  });

  it('are named when an edit changes what is told of them', () => {
    fc.assert(
      fc.property(changes, (steps) => nameWhatChanges(manyVersions(9), steps.map(editOf))),
      { numRuns: 8 },
    );
  });
});
