import type { Candidate, CandidateSource, Candidates, PrintedElsewhere } from '../candidates.js';
import type { CopySet } from './entry.js';

/** What becomes of the answers of sources outside the store. */
interface Hearing {
  /** Takes candidates in for an article and its copies. */
  take(set: CopySet, candidates: readonly Candidate[]): void;
  /** Takes in what is printed there daily. */
  printed(printed: readonly PrintedElsewhere[]): void;
  /** A late answer was taken in: what people are told of these articles changed. */
  changed(set: CopySet): void;
}

/** Asks sources outside the store for candidates, and sorts out which of their late answers still count. */
export class Archives {
  constructor(
    private readonly sources: readonly CandidateSource[],
    private readonly hearing: Hearing,
  ) {}

  /** What is said later counts as long as the articles have the facts that they have now. */
  ask(set: CopySet, isCurrent: () => boolean): void {
    const states = this.sources.map((): Candidates['state'] => 'pending');
    const hear = (source: number, { found, printed, state }: Candidates): void => {
      states[source] = state;
      set.named = together(states);
      if (printed !== undefined && printed.length > 0) this.hearing.printed(printed);
      this.hearing.take(set, found);
    };
    set.named = together(states);
    for (const [source, archive] of this.sources.entries()) {
      const later = (more: Candidates): boolean => {
        if (!isCurrent()) return false;
        hear(source, more);
        this.hearing.changed(set);
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
