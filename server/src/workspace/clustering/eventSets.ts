import { dayOf } from '../../core/casualties/day.js';
import type { Figure } from '../../core/casualties/figure.js';
import { DisjointSets } from './disjointSets.js';

/** A figure, and the ISO date of its article. */
interface Dated {
  readonly date: string | null;
  readonly figure: Pick<Figure, 'place' | 'date'>;
}

/** What the figures of a set tell of where and when. */
interface Told {
  readonly places: ReadonlySet<string>;
  /** ISO dates of what happened, as stated. */
  readonly days: ReadonlySet<string>;
  /** Days since 1970 of the first and the last article; Infinity and -Infinity where none is dated. */
  readonly from: number;
  readonly to: number;
}

/** Days between the first and the last article on one event, where they state no day in common. Chosen. */
const reportedWithin = 14;

/** Figures, or lists of them, in sets that may be of one event each. */
export class EventSets {
  private readonly sets: DisjointSets;
  private readonly told: Told[];

  constructor(all: readonly (readonly Dated[])[]) {
    this.sets = new DisjointSets(all.length);
    this.told = all.map(toldBy);
  }

  /**
   * Makes the sets of two members one where they may be of one event: alike in time, they do not state two days, nor none
   * in common while their articles are weeks apart; alike in place, they do not state two places.
   */
  join(x: number, y: number, alike: 'in time' | 'in time and place'): void {
    const [a, b] = [this.sets.find(x), this.sets.find(y)];
    if (a === b) return;
    const [one, other] = [this.told[a]!, this.told[b]!];
    if (!isOneTime(one, other)) return;
    if (alike === 'in time and place' && !meet(one.places, other.places, areOnePlace)) return;
    this.merge(a, b);
  }

  /** Makes the sets of two members one, whatever they state. */
  merge(x: number, y: number): void {
    const [a, b] = [this.sets.find(x), this.sets.find(y)];
    if (a === b) return;
    const [one, other] = [this.told[a]!, this.told[b]!];
    this.sets.merge(a, b);
    this.told[this.sets.find(a)] = {
      places: new Set([...one.places, ...other.places]),
      days: new Set([...one.days, ...other.days]),
      from: Math.min(one.from, other.from),
      to: Math.max(one.to, other.to),
    };
  }

  /** Members of each set, in order, sets in order of their first member. */
  lists(): number[][] {
    return this.sets.lists();
  }
}

function toldBy(figures: readonly Dated[]): Told {
  const dated = figures.map(({ date }) => dayOf(date)).filter((day) => !Number.isNaN(day));
  return {
    places: new Set(figures.flatMap(({ figure: { place } }) => (place === null ? [] : [placeKey(place)]))),
    days: new Set(figures.flatMap(({ figure: { date } }) => date ?? [])),
    from: Math.min(...dated),
    to: Math.max(...dated),
  };
}

function isOneTime(one: Told, other: Told): boolean {
  if (one.days.size > 0 && other.days.size > 0) return meet(one.days, other.days, (a, b) => a === b);
  return Math.max(one.to, other.to) - Math.min(one.from, other.from) <= reportedWithin;
}

/** Whether one of these can be one of those; where nothing is stated, anything can be meant. */
function meet(
  these: ReadonlySet<string>,
  those: ReadonlySet<string>,
  alike: (a: string, b: string) => boolean,
): boolean {
  if (these.size === 0 || those.size === 0) return true;
  for (const a of these) for (const b of those) if (alike(a, b)) return true;
  return false;
}

/** *Idlib*, *Idlib province*. */
const areOnePlace = (a: string, b: string): boolean => ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);

/** What a place is compared by: its words in small letters, without *’s*. */
export const placeKey = (place: string): string =>
  place
    .toLowerCase()
    .replace(/[’']s?\b/g, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
