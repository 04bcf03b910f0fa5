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

/** The dead by mention, of mentions that hold a count of anything. */
export function deadOf({ counts }: MentionTable): ReadonlyMap<number, Dead> {
  const found = new Map<number, Dead>();
  let first = 0;
  for (const [m, these] of counts) {
    const killed = mostKilled(these);
    first ||= killed;
    found.set(m, { killed, main: killed > 0 && killed === first, war: these.some(countsWar) });
  }
  return found;
}

function mostKilled(counts: readonly Count[]): number {
  let most = 0;
  for (const count of counts)
    if (count.outcome === 'killed' && count.scope !== 'historical') most = Math.max(most, sizeOf(count));
  return most;
}
