import type { PackedFacts } from './facts.js';
import type { KeptText } from './keptText.js';

/** One file with an article in it. */
export interface Copy {
  /** Its key: no two files have the same, nor two versions of one, whichever source they come from. */
  readonly file: string;
  /** `null` for one that nobody may hear of yet. */
  readonly text: KeptText | null;
}

/** An article as far as others are related to it, with all its copies, wherever they are kept. */
export interface Candidate {
  readonly facts: PackedFacts;
  readonly copies: readonly Copy[];
}

/** How often an outlet printed a sentence in a source: one that it prints every day is a matter of form. */
export interface PrintedElsewhere {
  /** Of the sentence and its outlet (`printedKeys`). */
  readonly key: number;
  /** Days since 1970: all, or as many as it takes. */
  readonly days: readonly number[];
  /** Files of articles of unknown day: all, or as many as it takes. */
  readonly undated: readonly string[];
}

/** What a source has to say about candidates, or a part of it. */
export interface Candidates<Found extends Candidate = Candidate> {
  readonly found: readonly Found[];
  /** Of the sentences of the article that is asked about, and of those of the candidates; absent: nothing new is known. */
  readonly printed?: readonly PrintedElsewhere[];
  /**
   * complete: these are all, or the last of them. pending: the rest comes later. incomplete: there may be others that
   * this source will not name (it does not answer, or stopped at a limit), so nobody may conclude that there are none.
   */
  readonly state: 'complete' | 'pending' | 'incomplete';
}

/**
 * Answers the question which articles may hold the same claims as one. It only proposes: whether two articles are
 * related is decided by comparing them, wherever they are kept. The index of the folder answers at once; an archive on
 * another machine gives what it has at once, even nothing, and the rest in parts.
 */
export interface CandidateSource<Found extends Candidate = Candidate> {
  /**
   * `later` brings the rest of a pending answer, never before this call has returned; it may be called any number of
   * times, until a part is not pending. Returns `false` when nobody waits for the answer any longer: the article has
   * changed, or has gone.
   */
  candidates(asked: Candidate, later: (more: Candidates) => boolean): Candidates<Found>;
}
