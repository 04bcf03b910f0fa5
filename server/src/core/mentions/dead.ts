import { type Count, countsWar, sizeOf } from '../casualties/count.js';
import type { MentionTable } from './mentionTable.js';

/** The dead that a mention counts. */
export interface Dead {
  /** The most people killed in one event of the mention; 0 where it has none. */
  readonly killed: number;
  /** Whether it is the toll that the article gives first. */
  readonly main: boolean;
  /** Whether the mention counts the dead of a war. */
  readonly war: boolean;
}

const deadMade = new WeakMap<MentionTable, ReadonlyMap<number, Dead>>();

/** The dead by mention, of mentions that hold a count of anything. */
export function deadOf(claims: MentionTable): ReadonlyMap<number, Dead> {
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
