import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, type Words } from '../words.js';
import type { Quantity } from './quantity.js';

/** Harm that comes again and again: *30 people a year*, *one in five*. It counts no event. */

/** In words, from a figure to *a year*; set by hand. */
const reach = 10;

/** Whether a quantity, with the verb that ends at token `end`, is said per time: *kills 30 people a year*, *every day 30 die*. */
export function isRate(words: Words, { first, end, nounEnd }: Quantity, verbEnd: number): boolean {
  if (isOneOf(words, first - 1, words.harms.of) && isOneOf(words, first - 2, words.harms.average)) return true;
  for (let i = Math.max(end, nounEnd, verbEnd); i < Math.max(end, nounEnd, verbEnd) + reach; i++) {
    if (is(words, i, harm.mark)) break;
    if (isPerTime(words, i) || isOneOf(words, i, words.harms.regularly)) return true;
  }
  for (let i = first - 1; i >= Math.max(words.from, first - reach); i--) if (isEvery(words, i)) return true;
  return false;
}

/** *A year*, *per day*, *every 40 minutes*; not *a year ago*, *a day after*. */
function isPerTime(words: Words, i: number): boolean {
  if (!isOneOf(words, i, words.harms.per)) return false;
  if (isOneOf(words, i, words.harms.perAnything) && is(words, i + 1, harm.number)) return true;
  // *in almost a year*, *for a day*: a stretch of time
  if (is(words, i - 1, harm.preposition) || isOneOf(words, i - 1, words.harms.almost)) return false;
  const counts = isOneOf(words, i, words.harms.every) && is(words, i + 1, harm.number);
  const unit = counts ? i + 2 : i + 1;
  if (!isOneOf(words, unit, words.harms.timeUnits)) return false;
  return (
    unit + 1 >= words.to ||
    !(
      is(words, unit + 1, harm.time | harm.preposition | harm.subordinator) ||
      isOneOf(words, unit + 1, words.harms.distances)
    ) ||
    isOneOf(words, unit + 1, words.harms.in) ||
    isOneOf(words, unit + 1, words.harms.on)
  );
}

const isEvery = (words: Words, i: number): boolean =>
  isOneOf(words, i, words.harms.every) && isOneOf(words, i + 1, words.harms.timeUnits);

/** *One in five*, *nine out of ten*: larger numbers count people in something. */
const largestShare = 20;

/** Whether a quantity is the first of *one in five people*, whose second begins at token `first`. */
export function isShareOfAny(words: Words, before: Quantity, after: Quantity): boolean {
  const { low, high, end } = before;
  if (low === null || low !== high || low > largestShare || after.low === null || after.low <= low) return false;
  const out = isOneOf(words, end, words.harms.out) ? end + 1 : end;
  const isPowerOfTen = [10, 100, 1000].includes(after.low);
  const joins = out > end ? isPowerOfTen && isOneOf(words, out, words.harms.of) : isOneOf(words, out, words.harms.in);
  if (!joins || after.first !== out + 1 || after.head === 'thing' || after.head === 'unknown') return false;
  return (
    after.head === 'people' || is(words, after.end, harm.auxiliary | harm.verb) || lowerAt(words, after.end) === ''
  );
}
