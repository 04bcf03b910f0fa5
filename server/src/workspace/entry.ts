/** A file that somebody set, or that only memory knows so far: then it sleeps, and nobody hears of it. */
export interface Entry {
  readonly file: string;
  /** `null` while it sleeps. */
  text: string | null;
  /** Number of the article; `null` for a file that is none. */
  readonly number: number | null;
  /** Digest of the text in which an earlier workspace found all this; `null` where it was found in this one. */
  remembered: string | null;
}

/** The entry of an article. */
export interface ArticleEntry extends Entry {
  readonly number: number;
}

export const isArticle = (entry: Entry): entry is ArticleEntry => entry.number !== null;
