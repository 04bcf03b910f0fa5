import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, type Words } from '../words.js';

/** In words, from a word of change to the old count; set by hand. */
const reach = 16;
/** In words, between *from* and the old count: *from an earlier count of 41*. */
const longestGap = 5;

/** A toll that changes within a sentence: *rose from 41 to 58*, *58, up from 41*. The old count is nobody's claim now. */
export class Changes {
  private last = Number.NEGATIVE_INFINITY;

  constructor(private readonly words: Words) {}

  /** The walk over the sentence has come to token i. */
  pass(i: number): void {
    if (is(this.words, i, harm.toll) || isOneOf(this.words, i, this.words.harms.changing)) this.last = i;
    else if (isOneOf(this.words, i, this.words.harms.ranging)) this.last = Number.NEGATIVE_INFINITY;
  }

  /** Whether a change is spoken of shortly before token i. */
  isNear(i: number): boolean {
    return i - this.last <= reach;
  }

  /** Whether the number that begins at token i is the count of before. */
  isOldCount(i: number): boolean {
    if (!this.isNear(i)) return false;
    const { words } = this;
    for (let k = i - 1; k >= Math.max(words.from, i - longestGap); k--) {
      if (isOneOf(words, k, words.harms.from)) return true;
      if (!is(words, k, harm.determiner) && !isOneOf(words, k, words.harms.oldCount)) return false;
    }
    return false;
  }
}
