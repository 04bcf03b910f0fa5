import type { Count } from './claims.js';

/** How two figures for what may be one incident stand to each other. */
export type Standing = 'agree' | 'update' | 'conflict' | 'incomparable';

/**
 * Compares two figures as intervals. Figures of different outcomes or scopes are not compared. A floor is compatible
 * with anything above it (*at least 43*, *70*), an approximation with anything near it.
 */
export function compareCounts(a: Count, b: Count): Standing {
  if (a.outcome !== b.outcome || a.scope !== b.scope) return 'incomparable';
  const [aLow, aHigh] = bounds(a);
  const [bLow, bHigh] = bounds(b);
  if (aLow <= bHigh && bLow <= aHigh) return 'agree';
  return 'conflict';
}

function bounds(count: Count): [number, number] {
  const slack = count.approx && count.low === count.high ? 0.15 : 0;
  const low = (count.low ?? 0) * (1 - slack);
  const high = count.high === null ? openEnd(count.low ?? 0) : count.high * (1 + slack);
  return [low, high];
}

/** *At least 43* against 70 is a toll that grew; against 430 it is another claim. */
const openEnd = (floor: number): number => floor * 2 + 1;

/** Whether two lists of figures hold the same thing with numbers that cannot both be right, and nothing that agrees. */
export function incompatible(a: readonly Count[], b: readonly Count[]): boolean {
  let conflict = false;
  for (const one of a) {
    for (const other of b) {
      const standing = compareCounts(one, other);
      if (standing === 'conflict') conflict = true;
    }
  }
  return conflict;
}

/** Whether some figure of one agrees with one of the other. */
export const agree = (a: readonly Count[], b: readonly Count[]): boolean =>
  a.some((one) => b.some((other) => compareCounts(one, other) === 'agree'));
