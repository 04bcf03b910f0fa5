import type { Outcome } from '../casualties/figure.js';
import type { Count } from './claims.js';

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
  const bothFloors = isFloor(a) && isFloor(b);
  const [aLow, aHigh] = bothFloors ? near(a.low as number) : bounds(a);
  const [bLow, bHigh] = bothFloors ? near(b.low as number) : bounds(b);
  return aLow <= bHigh && bLow <= aHigh ? 'agree' : 'conflict';
}

/** From so many dead on, a figure counts a war, however it is put. */
const deadOfWar = 20_000;
export const countsWar = (count: Count): boolean => count.outcome === 'killed' && sizeOf(count) >= deadOfWar;
const scopeOf = (count: Count): Count['scope'] => (countsWar(count) ? 'cumulative' : count.scope);

const isFloor = ({ low, high }: Count): boolean => low !== null && high === null;
const near = (value: number): [number, number] => [value / Math.sqrt(sameWithin), value * Math.sqrt(sameWithin)];

function bounds({ low, high, approx }: Count): [number, number] {
  const slack = approx ? aroundIs : 1;
  if (high === null) return [low ?? 0, (low ?? 0) * growsTo];
  return [(low ?? 0) / slack, high * slack];
}

/** The toll of each outcome: the largest figure, because the others are parts of it; events only recalled are left out. */
function tolls(counts: readonly Count[]): Map<Outcome, Count> {
  const found = new Map<Outcome, Count>();
  for (const count of counts) {
    if (scopeOf(count) === 'historical') continue;
    const largest = found.get(count.outcome);
    if (largest === undefined || sizeOf(count) > sizeOf(largest)) found.set(count.outcome, count);
  }
  return found;
}

export const sizeOf = ({ low, high }: Count): number => low ?? high ?? 0;

/** How the tolls of two mentions stand to each other: a conflict in one outcome outweighs agreement in another. */
export function standingOf(a: readonly Count[], b: readonly Count[]): { standing: Standing; a?: Count; b?: Count } {
  const others = tolls(b);
  let result: { standing: Standing; a?: Count; b?: Count } = { standing: 'incomparable' };
  for (const [outcome, one] of tolls(a)) {
    const other = others.get(outcome);
    if (other === undefined) continue;
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
