import type { Candidates, Copy } from '../candidates.js';
import type { FactsRecord } from '../factsRecord.js';
import type { KeptText } from '../keptText.js';

/** A file of the store. */
export interface Entry extends Copy {
  /**
   * `null` for a stored file: a snapshot of an earlier workspace knows it, and nobody hears of it until somebody sets it
   * with the text that it had.
   */
  text: KeptText | null;
  /** Of an article, by which relations and boilerplate name it; `null` for a file that is none. */
  number: number | null;
  /** The article with all its copies; `null` for a file that is no article. */
  set: CopySet | null;
  /** Digest of the text in which an earlier workspace found the facts; `null` where this one did. */
  storedDigest: string | null;
  /** Whether the article is known only because a source from outside named it as a candidate. */
  readonly isGuest: boolean;
}

/** The entry of an article. */
export interface ArticleEntry extends Entry {
  number: number;
  set: CopySet;
}

/** The copies of a set that a person may hear of. */
export interface Heard {
  /** In order of file; guests come last. */
  readonly copies: readonly ArticleEntry[];
  readonly files: readonly string[];
}

/** Articles with equal facts: found, compared and related as one. */
export interface CopySet {
  /** By which index and relation table know it. */
  readonly number: number;
  facts: FactsRecord;
  /** At least one; in order of file, guests last. */
  readonly copies: ArticleEntry[];
  /** What `heardOf` says of them, until one comes, goes or is heard of. */
  heard: Heard | null;
  /** The near copy that is compared with others in its stead; `null`: it is itself. */
  leader: CopySet | null;
  /** The near copies that it leads, in order of file. */
  led: readonly CopySet[];
  /** How far sources elsewhere have named candidates; `null`: they were not asked. */
  named: Candidates['state'] | null;
}

/** Whether somebody set the file. */
export const isOwn = ({ isGuest }: Entry): boolean => !isGuest;

/** The near copy of two sets of which the other leads it. */
export const ledOf = (a: CopySet, b: CopySet): CopySet | null => (a.leader === b ? a : b.leader === a ? b : null);

export const isArticle = (entry: Entry | undefined): entry is ArticleEntry => entry?.set != null;
