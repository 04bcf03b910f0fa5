import { areComparable, type Comparison, compareCounts, scopeOf } from '../core/casualties/comparison.js';
import { type Count, countOf } from '../core/casualties/count.js';
import { dayOf } from '../core/casualties/day.js';
import { compareFigures, type PlacedFigure, type Toll, tollOf } from './figures.js';

/** What a person knows of incidents better than the articles tell it. */
export interface IncidentEdit<Placed extends PlacedFigure = PlacedFigure> {
  /**
   * merged: the incidents of both figures are one. moved: the figure is no part of its incident, but of that of the other
   * or, where there is none, of one by itself.
   */
  readonly kind: 'merged' | 'moved';
  readonly figure: Placed;
  readonly other: Placed | null;
}

/** The tolls of one incident, and the edits by which they came together or apart. */
interface Regrouped<Placed extends PlacedFigure> {
  readonly tolls: readonly Toll<Placed>[];
  readonly edits: readonly IncidentEdit<Placed>[];
}

/**
 * Incidents as people put them right, one edit after the other. Each works on what the person who made it had before them,
 * so that without the last all is as before it. An edit of a figure that is in no incident does nothing.
 */
export function regrouped<Placed extends PlacedFigure>(
  incidents: readonly (readonly Toll<Placed>[])[],
  edits: readonly IncidentEdit<Placed>[],
): Regrouped<Placed>[] {
  if (edits.length === 0) return incidents.map((tolls) => ({ tolls, edits }));
  const groups = incidents.map((tolls) => new Group(tolls));
  const groupOf = new Map(groups.flatMap((group) => group.figures().map((figure) => [figure, group] as const)));
  const join = (one: Group<Placed>, other: Group<Placed>): Group<Placed> => {
    if (one === other) return one;
    const [larger, smaller] = one.size < other.size ? [other, one] : [one, other];
    for (const figure of smaller.figures()) groupOf.set(figure, larger);
    larger.take(smaller);
    return larger;
  };
  const takeOut = (figure: Placed, from: Group<Placed>): Group<Placed> => {
    if (from.size === 1) return from;
    from.drop(figure);
    const alone = new Group([tollOf([figure])]);
    groupOf.set(figure, alone);
    groups.push(alone);
    return alone;
  };
  for (const edit of edits) {
    const from = groupOf.get(edit.figure);
    const to = edit.other === null ? null : groupOf.get(edit.other);
    if (from === undefined || to === undefined) continue;
    const one = edit.kind === 'merged' || from === to ? from : takeOut(edit.figure, from);
    (to === null ? one : join(one, to)).edits.push(edit);
  }
  return groups.filter(({ size }) => size > 0).map(({ tolls, edits: made }) => ({ tolls, edits: made }));
}

/** An incident while people's edits are made. */
class Group<Placed extends PlacedFigure> {
  readonly edits: IncidentEdit<Placed>[] = [];
  size: number;
  /** As they were read; `null` once a figure came or went. */
  private asRead: readonly Toll<Placed>[] | null;
  private isMerged = false;
  /** The figures of each toll, by kind: those of two kinds never count the same. */
  private byKind: Map<string, Set<Placed>[]> | null = null;

  constructor(tolls: readonly Toll<Placed>[]) {
    this.asRead = tolls;
    this.size = tolls.reduce((sum, { figures }) => sum + figures.length, 0);
  }

  get tolls(): readonly Toll<Placed>[] {
    const compare = this.isMerged ? compareOfOne : compareFigures;
    return this.asRead ?? [...this.lists().values()].flat().map((figures) => tollOf([...figures], compare));
  }

  figures(): Placed[] {
    return [...this.lists().values()].flat().flatMap((figures) => [...figures]);
  }

  drop(figure: Placed): void {
    const kind = kindOf(figure);
    const lists = this.lists();
    const tolls = lists.get(kind) ?? [];
    tolls.find((figures) => figures.delete(figure));
    lists.set(
      kind,
      tolls.filter(({ size }) => size > 0),
    );
    this.asRead = null;
    this.size--;
  }

  /** Takes in all of another incident, which has nothing after that. */
  take(other: Group<Placed>): void {
    const lists = this.lists();
    for (const [kind, tolls] of other.lists()) {
      const own = lists.get(kind) ?? [];
      lists.set(kind, own);
      for (const figures of tolls) {
        const same = kind === incomparable ? undefined : own.find((toll) => countTheSame(toll, figures));
        if (same === undefined) own.push(figures);
        else for (const figure of figures) same.add(figure);
      }
    }
    this.asRead = null;
    this.isMerged = true;
    this.size += other.size;
    this.edits.push(...other.edits);
    other.asRead = [];
    other.byKind = null;
    other.size = 0;
  }

  private lists(): Map<string, Set<Placed>[]> {
    if (this.byKind !== null) return this.byKind;
    this.byKind = new Map();
    for (const { figures } of this.asRead ?? []) {
      const kind = kindOf(figures[0]!);
      const tolls = this.byKind.get(kind) ?? [];
      this.byKind.set(kind, tolls);
      tolls.push(new Set(figures));
    }
    return this.byKind;
  }
}

/** The kind of what can be held against nothing: the toll of an earlier event, *another five*. */
const incomparable = '';

function kindOf({ figure }: PlacedFigure): string {
  const count = countOf(figure);
  return areComparable(count, count) ? `${count.outcome}|${scopeOf(count)}` : incomparable;
}

function countTheSame(one: ReadonlySet<PlacedFigure>, other: ReadonlySet<PlacedFigure>): boolean {
  const [[a], [b]] = [one, other];
  return a !== undefined && b !== undefined && areComparable(countInOne(a), countInOne(b));
}

/** As a count of an incident that people say is one: on which day it happened, an article may have wrong. */
const countInOne = ({ figure }: PlacedFigure): Count => ({ ...countOf(figure), day: Number.NaN });

const compareOfOne = (a: PlacedFigure, b: PlacedFigure): Comparison =>
  compareCounts(countInOne(a), countInOne(b), dayOf(a.date) - dayOf(b.date));
