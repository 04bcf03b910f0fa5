import type { ArticleWords } from './articleWords.js';

/** All that reading a language takes: its words and the regular expressions made of them. The readers hold none. */
export interface Language {
  /** As in BCP 47: *en*. */
  readonly code: string;
  /** For people: *English*. */
  readonly name: string;
  readonly article: ArticleWords;
}
