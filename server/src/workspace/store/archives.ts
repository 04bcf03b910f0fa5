import type { Candidate, CandidateSource, Candidates } from '../candidates.js';
import type { CopySet } from './entry.js';

/** Asks sources outside the store for candidates, and sorts out which of their late answers still count. */
export class Archives {
  constructor(
    private readonly sources: readonly CandidateSource[],
    /** Takes candidates in for an article and its copies. */
    private readonly take: (set: CopySet, candidates: readonly Candidate[]) => void,
    /** A late answer was taken in: the cross references of these articles changed. */
    private readonly changed: (set: CopySet) => void,
  ) {}

  /** What is said later counts as long as the articles have the facts that they have now. */
  ask(set: CopySet, isCurrent: () => boolean): void {
    const states = this.sources.map((): Candidates['state'] => 'pending');
    const hear = (source: number, { found, state }: Candidates): void => {
      states[source] = state;
      set.named = together(states);
      this.take(set, found);
    };
    set.named = together(states);
    for (const [source, archive] of this.sources.entries()) {
      const later = (more: Candidates): boolean => {
        if (!isCurrent()) return false;
        hear(source, more);
        this.changed(set);
        return true;
      };
      hear(source, archive.candidates(set, later));
    }
  }
}

/** What several sources have said, as one: complete where all are, incomplete where one will not say more. */
function together(states: readonly Candidates['state'][]): Candidates['state'] {
  if (states.every((one) => one === 'complete')) return 'complete';
  return states.includes('pending') ? 'pending' : 'incomplete';
}
