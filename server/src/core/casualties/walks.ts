import { isVerbal } from './predicates.js';
import type { Quantity } from './quantities.js';
import { is, Kind, lowerAt, type Words } from './vocabulary.js';

/** Walks over the tokens of a clause, without a parser: how far a subject or an object reaches. */

/** Kinds of words that begin something else. */
const barriers = Kind.reporting | Kind.finite | Kind.losing | Kind.circumstantial;

/** The token before the quantity joins it to what stands before: *and*, *including*, *along with*, a comma. */
export function isJoined(words: Words, quantity: Quantity): boolean {
  const at = quantity.first - 1;
  if (is(words, at, Kind.conjunction | Kind.inclusion)) return true;
  const before = lowerAt(words, at);
  if (before === 'with') return /^(?:along|together)$/.test(lowerAt(words, at - 1));
  if (before === 'as') return lowerAt(words, at - 1) === 'well';
  if (before === 'to') return lowerAt(words, at - 1) === 'addition';
  if (before === '(') return quantity.head === 'people';
  return before === 'them' || before === 'whom';
}

/** No verb and no clause begins between two tokens. */
export function isOpen(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (isVerbal(words, i) && !is(words, i, Kind.inclusion)) return false;
    if (is(words, i, Kind.subordinator) && !is(words, i, Kind.preposition)) return false;
    if (is(words, i, Kind.relative) && !is(words, i - 1, Kind.preposition | Kind.inclusion)) return false;
    if (words.lower[i] === ';' || words.lower[i] === ':') return false;
  }
  return true;
}

/** *In clashes with 20 rebels a boy was killed*: a number inside a prepositional phrase is no subject. */
export function isAdjunct(words: Words, quantity: Quantity, at: number): boolean {
  if (Math.max(quantity.nounEnd, quantity.end) === at) return false;
  return /^(?:in|from|by|against|for|between|to|on|at|with|near|over|into)$/.test(lowerAt(words, quantity.first - 1));
}

/**
 * Whether token i ends the walk from a predicate at token `at` back to its subject. `follows`: whether a relative clause at
 * token i may describe a quantity (*20 fighters who guarded the buses were killed*).
 */
export function endsSubject(words: Words, i: number, at: number, follows: (i: number) => boolean): boolean {
  const lower = words.lower[i] as string;
  const finite = is(words, at, Kind.auxiliary | Kind.modal);
  if (lower === ';' || lower === ':' || lower === '.') return true;
  if (is(words, i, Kind.subordinator) && !is(words, i, Kind.preposition)) return true;
  if (is(words, i, Kind.relative))
    return (
      !is(words, i - 1, Kind.preposition | Kind.inclusion) && i < at - 1 && lower !== 'whom' && !(finite && follows(i))
    );
  const verbal =
    (is(words, i, barriers | Kind.auxiliary | Kind.modal) && !is(words, i, Kind.preposition | Kind.inclusion)) ||
    (is(words, i, Kind.verb) && !is(words, i, Kind.people));
  if (verbal) return !isReduced(words, i);
  if (finite && is(words, i, Kind.determiner) && inRelative(words, i, follows)) return false;
  // a determiner that opens the subject itself: *20 men fled a boy was killed*
  return (
    is(words, i, Kind.determiner) &&
    lowerAt(words, i + 1) !== 'of' &&
    !is(words, i - 1, Kind.preposition | Kind.inclusion | Kind.conjunction | Kind.determiner | Kind.hedged)
  );
}

/** Token i stands in a relative clause: *who had guarded the depot*. */
function inRelative(words: Words, i: number, follows: (i: number) => boolean): boolean {
  for (let k = i - 1; k >= Math.max(words.from, i - 6); k--) if (is(words, k, Kind.relative)) return follows(k);
  return false;
}

/** The verb at token i belongs to a reduced or relative clause: *being held*, *that was shot*, *who attacked*. */
function isReduced(words: Words, i: number): boolean {
  if (words.lower[i] === 'being' || lowerAt(words, i - 1) === 'being') return true;
  let k = i;
  while (is(words, k - 1, Kind.auxiliary | Kind.modal | Kind.hedged)) k--;
  return is(words, k - 1, Kind.relative);
}

/**
 * Where an aside ends at token i, the token before it: *(a banned group)*, *– mostly civilians –*, *, who had fled,*.
 * Else `i` itself.
 */
export function beforeAside(words: Words, i: number): number {
  const mark = words.lower[i] as string;
  const opener = mark === ')' ? '(' : mark;
  if (!/^[),–—-]$/.test(mark)) return i;
  for (let k = i - 1; k >= Math.max(words.from, i - 24); k--) {
    if (words.lower[k] !== opener) continue;
    if (mark !== ',') return k - 1;
    return is(words, k + 1, Kind.relative | Kind.inclusion) || /^(?:most|many|some|all)$/.test(lowerAt(words, k + 1))
      ? k - 1
      : i;
  }
  return i;
}

/** A noun for people stands at token i or within two words of it. */
export function namesPeople(words: Words, i: number): boolean {
  for (let k = i; k < i + 3; k++) {
    if (is(words, k, Kind.people)) return true;
    if (isVerbal(words, k) || is(words, k, Kind.mark | Kind.preposition)) return false;
  }
  return false;
}
