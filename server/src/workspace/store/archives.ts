import type { Candidate, CandidateSource, Candidates } from '../candidates.js';
import type { ArticleEntry } from './entry.js';

/** Asks sources outside the store for candidates, and sorts out which of their late answers still count. */
export class Archives {
  constructor(
    private readonly sources: readonly CandidateSource[],
    /** Takes candidates in for an article. */
    private readonly take: (entry: ArticleEntry, candidates: readonly Candidate[]) => void,
    /** A late answer was taken in: the cross references of the article changed. */
    private readonly changed: (file: string) => void,
  ) {}

  /** What is said later counts as long as the article has the facts that it has now. */
  ask(entry: ArticleEntry, isCurrent: () => boolean): void {
    const states = this.sources.map((): Candidates['state'] => 'pending');
    const hear = (source: number, { found, state }: Candidates): void => {
      states[source] = state;
      entry.complete = states.every((one) => one === 'complete');
      this.take(entry, found);
    };
    entry.complete = states.length === 0;
    for (const [source, archive] of this.sources.entries()) {
      const later = (more: Candidates): boolean => {
        if (!isCurrent()) return false;
        hear(source, more);
        this.changed(entry.file);
        return true;
      };
      hear(source, archive.candidates(entry, later));
    }
  }
}
