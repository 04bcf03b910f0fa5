import { areComparable, type Comparison, compareCounts, isApart } from '../core/casualties/comparison.js';
import { countOf } from '../core/casualties/count.js';
import { dayOf } from '../core/casualties/day.js';
import type { Figure } from '../core/casualties/figure.js';
import { DisjointSets } from './clustering/disjointSets.js';

/** A casualty figure in its file. */
export interface PlacedFigure {
  readonly file: string;
  /** ISO date of the article, `null` where unknown. */
  readonly date: string | null;
  readonly figure: Figure;
}

/** Figures of one incident, or of one running total. */
export interface FigureGroup<Placed extends PlacedFigure = PlacedFigure> {
  readonly figures: readonly Placed[];
  /** conflict where two files cannot both be right, update where a later one is higher, else agree. */
  readonly comparison: 'agree' | 'update' | 'conflict';
}

/** How two figures stand to each other; the dates of their articles decide between an update and a conflict. */
export const compareFigures = (a: PlacedFigure, b: PlacedFigure): Comparison =>
  compareCounts(countOf(a.figure), countOf(b.figure), dayOf(a.date) - dayOf(b.date));

/**
 * Groups figures by incident, larger groups first, then in the order given. Two figures belong together where they have
 * outcome, scope and comparable victims, and either their articles share the claim (`links`: pairs of indices into
 * `figures`) or both state the same place and day. Linear in figures and links.
 */
export function groupFigures<Placed extends PlacedFigure>(
  figures: readonly Placed[],
  links: readonly (readonly [number, number])[],
): FigureGroup<Placed>[] {
  const sets = new DisjointSets(figures.length);
  const join = (i: number, j: number): void => {
    if (canMeet(figures[i]!, figures[j]!)) sets.merge(i, j);
  };
  for (const [i, j] of links) join(i, j);
  const firstAt = new Map<string, number>();
  figures.forEach((placed, index) => {
    const key = incidentKey(placed);
    if (key === null) return;
    const first = firstAt.get(key);
    if (first === undefined) firstAt.set(key, index);
    else join(first, index);
  });
  return sets
    .lists()
    .map((list) => list.map((index) => figures[index]!))
    .map((members) => ({ figures: members, comparison: verdictOf(members) }))
    .sort((x, y) => y.figures.length - x.figures.length);
}

const canMeet = (a: PlacedFigure, b: PlacedFigure): boolean =>
  a.file !== b.file && areComparable(countOf(a.figure), countOf(b.figure));

/** What two figures share that state where and when; `null` where one of it is not stated. */
function incidentKey({ figure }: PlacedFigure): string | null {
  if (figure.scope !== 'incident' || figure.date === null || figure.place === null) return null;
  const place = figure.place
    .toLowerCase()
    .replace(/[’']s?\b/g, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return `${figure.outcome}|${figure.date}|${place}`;
}

/** The strongest disagreement between two files of a group. */
function verdictOf(members: readonly PlacedFigure[]): FigureGroup['comparison'] {
  let verdict: FigureGroup['comparison'] = 'agree';
  for (const [k, a] of members.entries())
    for (const b of members.slice(k + 1)) {
      if (a.file === b.file) continue;
      const comparison = compareFigures(a, b);
      if (comparison === 'conflict') return 'conflict';
      if (isApart(comparison)) verdict = 'update';
    }
  return verdict;
}
