import type { Crowd } from '../origins.js';
import type { ArticleEntry, CopySet, Heard } from './entry.js';
import type { RelationRow } from './relationTable.js';

/**
 * So many copies of one text are told of one by one, each with each, as any other files are. Of more, the first by file
 * speaks for all: what people are told then grows with the texts, not with the square of the copies. Chosen.
 */
export const mostSpeaking = 8;

/** A relation between two articles as people are told of it, and how many files each of the two stands for. */
export interface ToldRow extends RelationRow {
  readonly files: readonly [a: number, b: number];
  /** Whether those that one side stands for do not have its very words, but others that are related alike. */
  readonly alike?: boolean;
}

const itself: ToldRow['files'] = [1, 1];

/** The copies that a person may hear of: the same object until one comes, goes or is heard of. */
function heard(set: CopySet): Heard {
  set.heard ??= newlyHeard(set);
  return set.heard;
}

function newlyHeard({ copies }: CopySet): Heard {
  const told = copies.filter(({ text }) => text !== null);
  return { copies: told, files: told.map(({ file }) => file) };
}

/** Enters an article in its place: in order of file, guests last. */
export function enter(copies: ArticleEntry[], entry: ArticleEntry): void {
  let [from, to] = [0, copies.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isBefore(copies[middle]!, entry)) from = middle + 1;
    else to = middle;
  }
  copies.splice(from, 0, entry);
}

const isBefore = (one: ArticleEntry, other: ArticleEntry): boolean =>
  one.isGuest === other.isGuest ? one.file < other.file : other.isGuest;

/** In order of file; guests come last. */
export const heardOf = (set: CopySet): readonly ArticleEntry[] => heard(set).copies;

/** Whether one copy speaks for all. */
export const isMany = (set: CopySet): boolean => heard(set).files.length > mostSpeaking;

/** The copies of which one speaks for all. */
export const crowdOf = (set: CopySet): Crowd | null => (isMany(set) ? heard(set) : null);

/** The copies that others are told of, `except` one of them. */
function voicesOf(set: CopySet, except?: ArticleEntry): readonly ArticleEntry[] {
  const { copies } = heard(set);
  if (isMany(set)) return [copies[copies[0] === except ? 1 : 0]!];
  return except?.set === set ? copies.filter((entry) => entry !== except) : copies;
}

/** The files that a mention of a set stands for, where they are many. */
export type CrowdOf = (set: CopySet, mention: number) => Crowd | null;

/**
 * A row between two sets as rows between articles: each voice of `a` with each of `b`, or `one` article of `a` with the
 * voices of `b`. Within a set, each two voices have all of its rows once, from the one that comes first by file. Where
 * both stand for the same files, the first stands for itself alone. Of two guests nothing is told, unless somebody asks
 * what belongs to a claim.
 */
export function* rowsOfCopies(
  row: RelationRow,
  [a, b]: readonly [CopySet, CopySet],
  crowd: CrowdOf,
  one?: ArticleEntry,
  betweenGuests = false,
): Generator<ToldRow> {
  const files = filesBehind(crowd(a, row.i), crowd(b, row.j));
  for (const x of one === undefined ? voicesOf(a) : [one])
    for (const y of voicesOf(b, x)) {
      if (x.isGuest && y.isGuest && !betweenGuests) continue;
      const isFirst = x.file < y.file;
      if (a === b && one === undefined && !isFirst && !isMany(a)) continue;
      if (isFirst) yield toldRow(row, x.number, y.number, row.i, row.j, files);
      else {
        const [i, j] = a === b ? [row.i, row.j] : [row.j, row.i];
        yield toldRow(row, y.number, x.number, i, j, [files[1], files[0]]);
      }
    }
}

/** The row between two articles, field by field as `rowOf` makes it. */
function toldRow(row: RelationRow, a: number, b: number, i: number, j: number, files: ToldRow['files']): ToldRow {
  const { kind, score, reasons, run, drifts } = row;
  return { a, b, i, j, kind, score, reasons, run, drifts, files };
}

function filesBehind(a: Crowd | null, b: Crowd | null): ToldRow['files'] {
  if (a === null && b === null) return itself;
  if (a === b) return [1, a!.files.length - 1];
  return [a?.files.length ?? 1, b?.files.length ?? 1];
}

/** The row with its sides changed. */
export const turnedRow = ({ a, b, i, j, kind, score, reasons, run, drifts }: RelationRow): RelationRow => ({
  a: b,
  b: a,
  i: j,
  j: i,
  kind,
  score,
  reasons,
  run,
  drifts,
});
