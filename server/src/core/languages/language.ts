import type { ArticleWords } from './articleWords.js';
import type { ClaimWords } from './claimWords.js';
import type { HarmWords } from './harmWords.js';
import type { SpeechWords } from './speechWords.js';
import type { TokenClasses } from './tokenClasses.js';

/** All that reading a language takes: its words and the regular expressions made of them. The readers hold none. */
export interface Language {
  /** As in BCP 47: *en*. */
  readonly code: string;
  /** For people: *English*. */
  readonly name: string;
  /** Whether the tagger's weights (docs/tagger.md) are of this language; rules alone read any other. */
  readonly isTaggerTrained: boolean;
  readonly classes: TokenClasses;
  readonly article: ArticleWords;
  readonly speech: SpeechWords;
  readonly harm: HarmWords;
  readonly claims: ClaimWords;
}
