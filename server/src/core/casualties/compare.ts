import { victimClasses } from '../languages/en/casualtySources.js';
import type { Figure } from './figure.js';

/** How two figures for one incident stand to each other. */
export type Comparison =
  /** Both can be right. */
  | 'compatible'
  /** The later article gives a higher count: reports grow. */
  | 'update'
  /** They cannot both be right. */
  | 'contested'
  /** Of other outcomes, people or scopes: nothing to compare. */
  | 'incomparable';

/** What a comparison needs of a figure. */
export type Counted = Pick<Figure, 'outcome' | 'low' | 'high' | 'approx' | 'victims' | 'scope' | 'partial'>;

/** A worded approximation of one number (*around 2,500*) stretches so far to both sides, as a share of it. */
const slack = 0.1;

/**
 * Compares two figures of one incident as intervals: a floor goes with anything above it, *dozens* with anything it may
 * mean. Incident and cumulative figures are never compared. `dates`: ISO dates of the two articles, `null` where unknown.
 */
export function compareFigures(
  a: Counted,
  b: Counted,
  dates: readonly [a: string | null, b: string | null] = [null, null],
): Comparison {
  if (a.outcome !== b.outcome || a.scope !== b.scope || a.scope === 'historical') return 'incomparable';
  const people = relateVictims(a.victims, b.victims);
  // a part goes with the same part of the other count alone: the children, not another six
  if (a.partial !== b.partial || (a.partial && (people !== 'same' || victimClass(a.victims) === null)))
    return 'incomparable';
  if (people === 'other') return 'incomparable';
  const [aLow, aHigh] = interval(a);
  const [bLow, bHigh] = interval(b);
  if (aLow <= bHigh && bLow <= aHigh) return 'compatible';
  const aIsLower = aHigh < bLow;
  // some of the dead cannot be more than all of them; fewer they may be
  if (people === 'a is part' && aIsLower) return 'compatible';
  if (people === 'b is part' && !aIsLower) return 'compatible';
  const [dateOfA, dateOfB] = dates;
  if (dateOfA === null || dateOfB === null || dateOfA === dateOfB) return 'contested';
  return dateOfA < dateOfB === aIsLower ? 'update' : 'contested';
}

/** The bounds in people, with what words of approximation leave open. */
function interval({ low, high, approx }: Counted): [number, number] {
  const stretch = approx && low === high ? slack : 0;
  return [(low ?? 0) * (1 - stretch), high === null ? Number.POSITIVE_INFINITY : high * (1 + stretch)];
}

/** Whether two counts are of the same people, of a part and its whole, or of different people. */
function relateVictims(a: string, b: string): 'same' | 'a is part' | 'b is part' | 'other' {
  const classOfA = victimClass(a);
  const classOfB = victimClass(b);
  if (classOfA === classOfB) return 'same';
  if (classOfA === null) return 'b is part';
  return classOfB === null ? 'a is part' : 'other';
}

/** The kind of people that the words name, or `null` for people in general. */
function victimClass(victims: string): string | null {
  const words = victims.toLowerCase().split(/[^\p{L}]+/u);
  for (const [name, nouns] of victimSets) if (words.some((word) => nouns.has(word))) return name;
  return null;
}

const victimSets: readonly (readonly [string, ReadonlySet<string>])[] = Object.entries(victimClasses).map(
  ([name, list]) => [name, new Set(list.trim().split(/\s+/))],
);
