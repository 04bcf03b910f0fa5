import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, type Words } from '../words.js';
import type { Quantity } from './quantity.js';

/** Walks over the tokens of a clause, without a parser: how far a subject or an object reaches. */

/** Kinds of words that begin something else. */
const barriers = harm.reporting | harm.finite | harm.losing | harm.circumstantial;

/** The token before the quantity joins it to what stands before: *and*, *including*, *along with*, a comma. */
export function isJoined(words: Words, quantity: Quantity): boolean {
  const at = quantity.first - 1;
  if (is(words, at, harm.conjunction | harm.inclusion)) return true;
  if (isOneOf(words, at, words.harms.with)) return isOneOf(words, at - 1, words.harms.along);
  if (isOneOf(words, at, words.harms.as)) return isOneOf(words, at - 1, words.harms.well);
  if (isOneOf(words, at, words.harms.to)) return isOneOf(words, at - 1, words.harms.addition);
  if (lowerAt(words, at) === '(') return quantity.head === 'people';
  return isOneOf(words, at, words.harms.groupPronouns);
}

/** No verb and no clause begins between two tokens. */
export function isOpen(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if ((isVerbal(words, i) || is(words, i, harm.losing)) && !is(words, i, harm.inclusion)) return false;
    if (is(words, i, harm.subordinator) && !is(words, i, harm.preposition)) return false;
    if (is(words, i, harm.relative) && !is(words, i - 1, harm.preposition | harm.inclusion)) return false;
    if (words.lower[i] === ';' || words.lower[i] === ':') return false;
  }
  return true;
}

/** *In clashes with 20 rebels a boy was killed*: a number inside a prepositional phrase is no subject. */
export function isAdjunct(words: Words, quantity: Quantity, at: number): boolean {
  if (Math.max(quantity.nounEnd, quantity.end) === at) return false;
  return isOneOf(words, quantity.first - 1, words.harms.adjunctPrepositions);
}

/** *The party lost the seats of four ministers and was wiped out*: several are no subject of *was*, unless they stand before it. */
export const disagrees = (words: Words, { low, nounEnd, end }: Quantity, at: number): boolean =>
  low !== null && low > 1 && isOneOf(words, at, words.harms.singularVerbs) && Math.max(nounEnd, end) < at;

/**
 * Whether token i ends the walk from a predicate at token `at` back to its subject. `follows`: whether a relative clause at
 * token i may describe a quantity (*20 fighters who guarded the buses were killed*).
 */
export function endsSubject(words: Words, i: number, at: number, follows: (i: number) => boolean): boolean {
  const lower = words.lower[i]!;
  const finite = is(words, at, harm.auxiliary | harm.modal);
  if (lower === ';' || lower === ':' || lower === '.') return true;
  if (is(words, i, harm.subordinator) && !is(words, i, harm.preposition)) return true;
  if (is(words, i, harm.relative))
    return (
      !is(words, i - 1, harm.preposition | harm.inclusion) &&
      i < at - 1 &&
      !isOneOf(words, i, words.harms.whom) &&
      !(finite && follows(i))
    );
  const verbal =
    (is(words, i, barriers | harm.auxiliary | harm.modal) && !is(words, i, harm.preposition | harm.inclusion)) ||
    (is(words, i, harm.verb) && !is(words, i, harm.people));
  if (verbal) return !isReduced(words, i);
  if (finite && is(words, i, harm.determiner) && inRelative(words, i, follows)) return false;
  // a determiner that opens the subject itself: *20 men fled a boy was killed*
  return (
    is(words, i, harm.determiner) &&
    !isOneOf(words, i + 1, words.harms.of) &&
    !is(words, i - 1, harm.preposition | harm.inclusion | harm.conjunction | harm.determiner | harm.hedged)
  );
}

/** Token i stands in a relative clause, or what is left of one: *who had guarded the depot*, *suspected of robbing the depot*. */
function inRelative(words: Words, i: number, follows: (i: number) => boolean): boolean {
  for (let k = i - 1; k >= Math.max(words.from, i - 6); k--)
    if (is(words, k, harm.relative) || words.harms.participle.test(words.lower[k]!)) return follows(k);
  return false;
}

/** The verb at token i belongs to a reduced or relative clause: *being held*, *that was shot*, *who attacked*. */
function isReduced(words: Words, i: number): boolean {
  if (isOneOf(words, i, words.harms.being) || isOneOf(words, i - 1, words.harms.being)) return true;
  let k = i;
  while (is(words, k - 1, harm.auxiliary | harm.modal | harm.hedged)) k--;
  return is(words, k - 1, harm.relative);
}

/**
 * Where an aside ends at token i, the token before it: *(a banned group)*, *– mostly civilians –*, *, who had fled,*.
 * Else `i` itself.
 */
export function beforeAside(words: Words, i: number): number {
  const mark = words.lower[i]!;
  const opener = mark === ')' ? '(' : mark;
  if (!/^[),–—-]$/.test(mark)) return i;
  for (let k = i - 1; k >= Math.max(words.from, i - 24); k--) {
    if (words.lower[k] !== opener) continue;
    if (mark !== ',') return k - 1;
    return is(words, k + 1, harm.relative | harm.inclusion) || isOneOf(words, k + 1, words.harms.asideOpeners)
      ? k - 1
      : i;
  }
  return i;
}

/** *other*, *others*. */
export const isOtherOrOthers = (words: Words, i: number): boolean =>
  isOneOf(words, i, words.harms.other) || isOneOf(words, i, words.harms.others);

/** Whether the classes of token i make it part of a verb group. */
export const isVerbal = (words: Words, i: number): boolean =>
  is(words, i, harm.auxiliary | harm.modal | harm.verb | harm.finite | harm.reporting);

/** A noun for people stands at token i or within two words of it. */
export function namesPeople(words: Words, i: number): boolean {
  for (let k = i; k < i + 3; k++) {
    if (is(words, k, harm.people)) return true;
    if (isVerbal(words, k) || is(words, k, harm.mark | harm.preposition)) return false;
  }
  return false;
}

/** *15 civilians 3 children killed*: an apposition that lost its comma. */
export const adjoins = (quantity: Quantity, right: Quantity): boolean =>
  quantity.head === 'people' && right.head === 'people' && quantity.nounEnd === right.first;

/** In words: *residents of the town*; set by hand. */
const longestSpeakers = 5;

/** *…, two officials and residents said*: what is joined to a quantity that ends at token `from` speaks. */
export function speaksBehind(words: Words, from: number): boolean {
  if (!isOneOf(words, from, words.harms.and)) return false;
  for (let i = from + 1; i <= from + longestSpeakers; i++) {
    if (is(words, i, harm.reporting)) return i > from + 1;
    if (isVerbal(words, i) || is(words, i, harm.mark | harm.number)) return false;
  }
  return false;
}
