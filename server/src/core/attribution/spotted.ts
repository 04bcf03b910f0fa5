import type { TokenRange } from '../words.js';

/** An attribution before anybody asked who the source is: what the tagger or the rules below see. */
export interface Spotted {
  readonly source: TokenRange | null;
  readonly cue: TokenRange;
  readonly content: readonly TokenRange[];
}
