import { harm } from '../languages/tokenClasses.js';
import type { Span } from '../span.js';
import { is, isOneOf, lowerAt, type Words } from '../words.js';
import type { Bound } from './bound.js';
import type { Quantity } from './quantity.js';
import { isOtherOrOthers } from './walks.js';

/** How the clause of a figure hangs together with what stands around it, as far as its source is asked for. */

/** *a strike on the airport*, which ends at token `last`: told for the first time. */
export function isNew(words: Words, last: number): boolean {
  for (let i = last; i >= words.from && !is(words, i, harm.mark | harm.auxiliary | harm.reporting); i--)
    if (isOneOf(words, i, words.harms.indefiniteArticles)) return true;
  return false;
}

/** *Bracken, whose sandwiches killed four, is understood to*: the hedge is of the sentence, the figure in a clause beside it. */
export function isAside(words: Words, { first, end }: Quantity, cue: Span | null): boolean {
  if (cue === null) return false;
  let clause = first - 1;
  while (clause > words.from && !is(words, clause, harm.relative)) clause--;
  if (lowerAt(words, clause - 1) !== ',') return false;
  for (let i = end; i < words.to && words.start[i]! < cue.start; i++) if (words.lower[i] === ',') return true;
  return false;
}

/** *Another five were killed …*, *five of them died*, *two guards also died*: goes on with what was said in the sentence before. */
export const goesOn = (words: Words, { quantity, predicate }: Bound): boolean =>
  (isOneOf(words, quantity.end, words.harms.of) && isOneOf(words, quantity.end + 1, words.harms.groupPronouns)) ||
  isOneOf(words, quantity.first, words.harms.anotherOrOthers) ||
  isOtherOrOthers(words, quantity.end) ||
  isOneOf(words, quantity.end - 1, words.harms.other) ||
  (isOneOf(words, words.from, words.harms.among) && isOneOf(words, words.from + 1, words.harms.amongThose)) ||
  (predicate !== null && holdsAlso(words, predicate.first, predicate.end));

function holdsAlso(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isOneOf(words, i, words.harms.also)) return true;
  return false;
}
