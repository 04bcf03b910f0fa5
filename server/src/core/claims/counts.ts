import type { Outcome } from '../casualties/figure.js';
import type { Claims, Count } from './claims.js';

/** How two figures stand to each other if they speak of one incident. */
export type Standing = 'agree' | 'conflict' | 'incomparable';

/** Two exact figures, or two floors, this close are one figure reported at two times. */
const sameWithin = 1.1;
/** *At least 43* and 70 are one toll that grew; *at least 43* and 200 are two tolls. */
const growsTo = 1.65;
/** *Around 2,500* reaches so far to both sides, and *dozens* (24 to 99) too. */
const aroundIs = 1.15;

/**
 * Compares two figures of one outcome and scope as intervals. Two floors are compared by their numbers, because each is
 * the toll as its reporter knew it; figures for different days are not compared.
 */
export function compareCounts(a: Count, b: Count): Standing {
  const scope = scopeOf(a);
  if (a.outcome !== b.outcome || scope !== scopeOf(b)) return 'incomparable';
  if (scope === 'incident' && Math.abs(a.day - b.day) >= 1) return 'incomparable';
  const floors = isFloor(a) && isFloor(b);
  return leastOf(a, floors) <= mostOf(b, floors) && leastOf(b, floors) <= mostOf(a, floors) ? 'agree' : 'conflict';
}

/** From so many dead on, a figure counts a war, however it is put. */
const deadOfWar = 20_000;
export const countsWar = (count: Count): boolean => count.outcome === 'killed' && sizeOf(count) >= deadOfWar;
const scopeOf = (count: Count): Count['scope'] => (countsWar(count) ? 'cumulative' : count.scope);

const isFloor = ({ low, high }: Count): boolean => low !== null && high === null;
const near = Math.sqrt(sameWithin);

/** The smallest number that a count may stand for; `floors`: beside another floor. */
function leastOf({ low, high, approx }: Count, floors: boolean): number {
  const least = low ?? 0;
  return floors ? least / near : high !== null && approx ? least / aroundIs : least;
}

/** The largest number that a count may stand for; `floors`: beside another floor. */
function mostOf({ low, high, approx }: Count, floors: boolean): number {
  if (high === null) return (low ?? 0) * (floors ? near : growsTo);
  return approx ? high * aroundIs : high;
}

const isToll = (count: Count, outcome: Outcome): boolean =>
  count.outcome === outcome && scopeOf(count) !== 'historical';

/** The toll of an outcome: the largest figure, because the others are parts of it; events only recalled are left out. */
function tollOf(counts: readonly Count[], outcome: Outcome): Count | undefined {
  let largest: Count | undefined;
  for (const count of counts)
    if (isToll(count, outcome) && (largest === undefined || sizeOf(count) > sizeOf(largest))) largest = count;
  return largest;
}

/** Whether the count at `at` is the first of its outcome, events only recalled left out. */
function isFirst(counts: readonly Count[], at: number): boolean {
  const { outcome } = counts[at] as Count;
  for (let k = 0; k < at; k++) if (isToll(counts[k] as Count, outcome)) return false;
  return true;
}

export const sizeOf = ({ low, high }: Count): number => low ?? high ?? 0;

/** How the tolls of two mentions stand to each other, and which they are where they can be compared. */
export interface Standings {
  readonly standing: Standing;
  readonly a?: Count;
  readonly b?: Count;
}

const incomparable: Standings = { standing: 'incomparable' };

/** Compares the tolls of two mentions: a conflict in one outcome outweighs agreement in another. */
export function standingOf(a: readonly Count[], b: readonly Count[]): Standings {
  let result = incomparable;
  for (let k = 0; k < a.length; k++) {
    const { outcome } = a[k] as Count;
    const one = isFirst(a, k) ? tollOf(a, outcome) : undefined;
    const other = one && tollOf(b, outcome);
    if (one === undefined || other === undefined) continue;
    const standing = compareCounts(one, other);
    if (standing === 'conflict') {
      const part = partOf(one, b) ?? partOf(other, a);
      if (part === null) return { standing, a: one, b: other };
      result = { standing: 'agree', a: part, b: part };
    } else if (standing === 'agree') result = { standing, a: one, b: other };
  }
  return result;
}

/** *Eleven children were killed*; *fifteen civilians, among them eleven children*: the toll of the one is a part of the other's. */
function partOf(toll: Count, counts: readonly Count[]): Count | null {
  const same = ({ outcome, low, high }: Count): boolean =>
    outcome === toll.outcome && low === toll.low && high === toll.high;
  return sizeOf(toll) >= tellingPart ? (counts.find(same) ?? null) : null;
}

/** Two children die in many places. */
const tellingPart = 5;

/** The dead that a mention counts. */
export interface Dead {
  /** The most people killed in one event of the mention; 0 where it has none. */
  readonly killed: number;
  /** Whether it is the toll that the article gives first. */
  readonly main: boolean;
  /** Whether the mention counts the dead of a war. */
  readonly war: boolean;
}

const deadMade = new WeakMap<Claims, ReadonlyMap<number, Dead>>();

/** The dead by mention, of mentions that hold a count of anything. */
export function deadOf(claims: Claims): ReadonlyMap<number, Dead> {
  let found = deadMade.get(claims);
  if (found === undefined) {
    const all = [...claims.counts].map(([m, counts]) => [m, mostKilled(counts), counts.some(countsWar)] as const);
    const first = all.find(([, killed]) => killed > 0)?.[1];
    found = new Map(all.map(([m, killed, war]) => [m, { killed, main: killed === first, war }]));
    deadMade.set(claims, found);
  }
  return found;
}

function mostKilled(counts: readonly Count[]): number {
  let most = 0;
  for (const count of counts)
    if (count.outcome === 'killed' && count.scope !== 'historical') most = Math.max(most, sizeOf(count));
  return most;
}
