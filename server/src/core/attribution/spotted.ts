import { speech } from '../languages/tokenClasses.js';
import { is, isOneOf, phraseEnd, shape, type TokenRange, type Words } from '../words.js';

/** An attribution before anybody asked who the source is: what the tagger or the rules below see. */
export interface Spotted {
  readonly source: TokenRange | null;
  readonly cue: TokenRange;
  readonly content: readonly TokenRange[];
}

/** *according to*, *in the words of*, *per*: whatever follows is a source. */
export const isVoiced = (words: Words, { from, to }: TokenRange): boolean =>
  words.says.accordingTo.firsts.holds(words.numbers[from]!) || phraseEnd(words, from, words.says.voicedBy) === to;

/** In words: what stands behind a source and its cue and says to whom or when (*told the Courier on Friday*); set by hand. */
export const longestAddress = 6;

/** In words, from where a clause may begin to its *was* or *would*; set by hand. */
const farthestVerb = 8;

/** *(agree) the gate was rotten*, *that …*: a clause begins at `i`, not an object or an aim (*with the mayor*, *to open it*). */
export function opensClause(words: Words, i: number): boolean {
  if (isOneOf(words, i, words.says.that)) return true;
  if (isOneOf(words, i, words.says.notClause)) return false;
  for (let k = i; k < i + farthestVerb && k < words.lower.length && words.shapes[k] !== shape.mark; k++)
    if (is(words, k, speech.auxiliary)) return k > i;
  return false;
}

/** *gave a higher toll of 23*. */
export const isToll = (words: Words, i: number): boolean =>
  isOneOf(words, i, words.says.giving) &&
  (isOneOf(words, i + 2, words.says.tollNouns) || isOneOf(words, i + 3, words.says.tollNouns));
