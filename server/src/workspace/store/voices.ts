import type { Crowd } from '../origins.js';
import type { ArticleEntry, CopySet, Heard } from './entry.js';
import type { RelationRow } from './relationTable.js';

/**
 * So many copies of one text are told of one by one, each with each, as any other files are. Of more, the first by file
 * speaks for all: what people are told then grows with the texts, not with the square of the copies. Chosen.
 */
const mostSpeaking = 8;

/** A relation between two articles as people are told of it, and how many files each of the two stands for. */
export interface ToldRow extends RelationRow {
  readonly files: readonly [a: number, b: number];
}

const itself: ToldRow['files'] = [1, 1];

/** The copies that a person may hear of: the same object until one comes, goes or is heard of. */
function heard(set: CopySet): Heard {
  set.heard ??= newlyHeard(set);
  return set.heard;
}

function newlyHeard({ copies }: CopySet): Heard {
  const told = copies.filter(({ text }) => text !== null);
  return { copies: told, files: told.length };
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
export const isMany = (set: CopySet): boolean => heard(set).files > mostSpeaking;

/** The copies of which one speaks for all. */
export const crowdOf = (set: CopySet): Crowd | null => (isMany(set) ? heard(set) : null);

/** Number of files that a voice of a set stands for. */
const filesBehind = (set: CopySet): number => crowdOf(set)?.files ?? 1;

/** The copies that others are told of, `except` one of them. */
function voicesOf(set: CopySet, except?: ArticleEntry): readonly ArticleEntry[] {
  const { copies } = heard(set);
  if (isMany(set)) return [copies[copies[0] === except ? 1 : 0]!];
  return except?.set === set ? copies.filter((entry) => entry !== except) : copies;
}

/**
 * A row between two sets as rows between articles: each voice of `a` with each of `b`, or `one` of their articles with
 * the voices of the other. Within a set, each two voices have all of its rows once, from the one that comes first by
 * file; where one speaks for all, another stands for the rest. Of two guests nothing is told.
 */
export function* rowsOfCopies(row: RelationRow, a: CopySet, b: CopySet, one?: ArticleEntry): Generator<ToldRow> {
  const files: ToldRow['files'] = isMany(a) || isMany(b) ? [filesBehind(a), filesBehind(b)] : itself;
  for (const x of one?.set === a ? [one] : voicesOf(a))
    for (const y of one?.set === b && a !== b ? [one] : voicesOf(b, x)) {
      if (x.isGuest && y.isGuest) continue;
      const isFirst = x.file < y.file;
      if (a === b) {
        if (one === undefined && !isFirst && !isMany(a)) continue;
        const rest = isMany(a) ? filesBehind(a) - 1 : 1;
        if (isFirst) yield { ...row, a: x.number, b: y.number, files: [1, rest] };
        else yield { ...row, a: y.number, b: x.number, files: [rest, 1] };
      } else if (isFirst) yield { ...row, a: x.number, b: y.number, files };
      else yield { ...row, a: y.number, b: x.number, i: row.j, j: row.i, files: [files[1], files[0]] };
    }
}
