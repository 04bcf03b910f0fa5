import type { PackedFacts } from '../facts.js';

/** A file of the store. */
export interface Entry {
  readonly file: string;
  /**
   * `null` for a stored file: a snapshot of an earlier workspace knows it, and nobody hears of it until somebody sets it
   * with the text that it had.
   */
  text: string | null;
  /** Of an article, by which index and relations know it. */
  readonly number: number | null;
  /** `null` for a file that is not an article. */
  facts: PackedFacts | null;
  /** Digest of the text in which an earlier workspace found the facts; `null` where this one did. */
  storedDigest: string | null;
  /** Whether the article is known only because a source from outside named it as a candidate. */
  readonly isGuest: boolean;
  /** Whether all sources have named all candidates. */
  complete: boolean;
}

/** The entry of an article. */
export interface ArticleEntry extends Entry {
  readonly number: number;
  facts: PackedFacts;
}

export const isArticle = (entry: Entry | undefined): entry is ArticleEntry => entry?.facts != null;
