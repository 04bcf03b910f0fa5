import type { Span } from '../span.js';

/** What a file says about itself. Everything unknown is `null`, never guessed; the file's time stamp is never used. */
export interface Metadata {
  readonly title: string | null;
  /** The outlet's name as the front matter, the byline, the file name or the folder gives it. */
  readonly outlet: string | null;
  /** ISO date, `YYYY-MM-DD`. */
  readonly date: string | null;
  /** The date in the front matter, where the page prints another one: a person should see both. */
  readonly otherDate: string | null;
  /** Agency credited in a dateline, byline or credit line (*(Reuters)*, *AP contributed*). */
  readonly agency: string | null;
  /** Place of the dateline (*DAMASCUS, Dec 7 –*). */
  readonly place: string | null;
  /** As the byline or front matter gives it. */
  readonly author: string | null;
}

/**
 * The words of a text as parallel arrays (a struct of arrays: an article has thousands, and every stage walks them).
 * A word keeps inner hyphens, apostrophes and full stops (*Abdul-Ghani*, *didn’t*, *U.S.*); the possessive *’s* is a
 * token of its own; a number keeps its separators (*2,500*, *7.5*); any other visible character is a token.
 */
export interface Tokens {
  readonly count: number;
  /** UTF-16 offsets of token i: `start[i]` to `end[i]`, half-open. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The token as written, but for soft hyphens and the hyphen that breaks a word at the end of a line. */
  readonly word: readonly string[];
  /** Lower case, apostrophes and quotation marks straightened. */
  readonly lower: readonly string[];
  /** The hash of each in lower case: a word is looked up by it, and the tagger reads nothing else of a whole word. */
  readonly form: Int32Array;
}

export interface Sentence extends Span {
  /** Index into `Article.paragraphs`. */
  readonly paragraph: number;
  /** Tokens `firstToken` up to, not including, `endToken`. */
  readonly firstToken: number;
  readonly endToken: number;
  /** headline: a title, subtitle or crosshead; lead: the first sentence of running text; body: the rest. */
  readonly place: 'headline' | 'lead' | 'body';
  /** A title behind the last text, or initials behind its last full stop: likely a link or a signature, no claim. */
  readonly boilerplate: boolean;
}

export interface Paragraph extends Span {
  /** Sentences `firstSentence` up to, not including, `endSentence`. */
  readonly firstSentence: number;
  readonly endSentence: number;
  readonly kind: 'headline' | 'text';
}

/** A stretch between quotation marks, marks included. `continued`: the next paragraph opens with a mark and goes on. */
export interface Quotation extends Span {
  readonly continued: boolean;
}

/** An article as it stands in a file. The text is never changed: everything points into it. */
export interface Article {
  readonly path: string;
  /** Code of the language it was read in (`languages/index.ts`): a string, so that a reading can go to another thread. */
  readonly language: string;
  readonly text: string;
  /**
   * The text with front matter, header lines, the dateline, page furniture and markup blanked out: the same length and offsets. No token,
   * sentence or quotation mark lies in what is blank.
   */
  readonly plain: string;
  readonly metadata: Metadata;
  /** Whether it says that it is a press release: all of it is on the word of whoever issues it. */
  readonly isPressRelease: boolean;
  /** Where the article's own text begins, after front matter and header lines. */
  readonly body: Span;
  readonly tokens: Tokens;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  /**
   * Page furniture: menus, buttons, links to other stories, captions, credits, comments, notices. Blank in `plain`, so that
   * nobody reads them. In order.
   */
  readonly furniture: readonly Span[];
}

/** A file that is not read as an article, with a reason fit to be shown to a person. */
export interface Skipped {
  readonly skipped: string;
}
