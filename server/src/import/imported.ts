/** A stretch of an article's text, without line breaks but those that the page has; a table has a line a row, cells by tabs. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'quotation' | 'table';
  readonly text: string;
}

/** An article as a saved page or a news item gives it. What that does not say is `null`, never guessed. */
export interface ImportedArticle {
  readonly title: string | null;
  readonly outlet: string | null;
  /** Names, without *By* and without what those people do. */
  readonly authors: readonly string[];
  /** Agency, or line of credit. */
  readonly agency: string | null;
  /** ISO 8601, a day or a time with its zone, as stated: never moved to another zone. */
  readonly date: string | null;
  readonly updated: string | null;
  readonly url: string | null;
  /** As BCP 47 has it: *en-GB*. */
  readonly language: string | null;
  readonly text: readonly Block[];
  /** Whether it is said, beside the text, that this is for subscribers. */
  readonly forSubscribers: boolean;
}

/** Why nothing can be made of a file, in words for a person. */
export class NotImported extends Error {}
