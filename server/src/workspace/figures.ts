import { areComparable, type Comparison, compareCounts, isApart, scopeOf } from '../core/casualties/comparison.js';
import { countOf } from '../core/casualties/count.js';
import { dayOf } from '../core/casualties/day.js';
import type { Figure } from '../core/casualties/figure.js';
import { EventSets, placeKey } from './clustering/eventSets.js';

/** A casualty figure in its file. */
export interface PlacedFigure {
  readonly file: string;
  /** ISO date of the article, `null` where unknown. */
  readonly date: string | null;
  readonly figure: Figure;
}

/** Figures that count the same people: the dead of an incident, the children among them, or a running total. */
export interface Toll<Placed extends PlacedFigure = PlacedFigure> {
  readonly figures: readonly Placed[];
  /** conflict where two files cannot both be right, update where a later one is higher, else agree. */
  readonly comparison: 'agree' | 'update' | 'conflict';
}

/** How two figures stand to each other; the dates of their articles decide between an update and a conflict. */
export const compareFigures = (a: PlacedFigure, b: PlacedFigure): Comparison =>
  compareCounts(countOf(a.figure), countOf(b.figure), dayOf(a.date) - dayOf(b.date));

/** How many of whom, in whatever words: two articles that tell of it alike have one figure. */
export const numberOf = ({ figure: { outcome, scope, low, high, victims } }: Pick<PlacedFigure, 'figure'>): string =>
  [outcome, scope, low, high, victims.toLowerCase()].join('|');

/**
 * Groups figures that count the same, larger groups first, then in the order given. Two figures of two files belong
 * together where they have outcome, scope and comparable victims, and either their articles share the claim (`links`:
 * pairs of indices into `figures`) or both state the same place and day; but those of an incident never where they state
 * two days, or weeks lie between their articles. Linear in figures and links.
 */
export function tollsAmong<Placed extends PlacedFigure>(
  figures: readonly Placed[],
  links: readonly (readonly [number, number])[],
): Toll<Placed>[] {
  const counts = figures.map(({ figure }) => countOf(figure));
  const sets = new EventSets(figures.map((figure) => [figure]));
  const join = (i: number, j: number): void => {
    if (figures[i]!.file === figures[j]!.file || !areComparable(counts[i]!, counts[j]!)) return;
    if (scopeOf(counts[i]!) === 'incident') sets.join(i, j, 'in time');
    else sets.merge(i, j);
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
    .map((members) => tollOf(members))
    .sort((x, y) => y.figures.length - x.figures.length);
}

/** What two figures share that state where and when; `null` where one of it is not stated. */
function incidentKey({ figure }: PlacedFigure): string | null {
  if (figure.scope !== 'incident' || figure.date === null || figure.place === null) return null;
  return `${figure.outcome}|${figure.date}|${placeKey(figure.place)}`;
}

/** Figures that count the same, with how they stand to each other. */
export const tollOf = <Placed extends PlacedFigure>(
  figures: readonly Placed[],
  compare: typeof compareFigures = compareFigures,
): Toll<Placed> => ({ figures, comparison: verdictOf(figures, compare) });

/** The strongest disagreement between two files of a group. */
function verdictOf(members: readonly PlacedFigure[], compare: typeof compareFigures): Toll['comparison'] {
  let verdict: Toll['comparison'] = 'agree';
  for (const [k, a] of members.entries())
    for (const b of members.slice(k + 1)) {
      if (a.file === b.file) continue;
      const comparison = compare(a, b);
      if (comparison === 'conflict') return 'conflict';
      if (isApart(comparison)) verdict = 'update';
    }
  return verdict;
}
