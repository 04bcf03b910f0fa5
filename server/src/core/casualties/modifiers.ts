import type { Effect, Modifier } from '../languages/harmWords.js';
import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, type Words } from '../words.js';
import type { Amount } from './amounts.js';
import type { Quantity } from './quantity.js';

/** What the words beside a number make of it. */

const none: readonly Modifier[] = [];

/** A number with its modifiers; see `Quantity`. */
export type Counted = { -readonly [K in 'first' | 'end' | 'low' | 'high' | 'approx']: Quantity[K] };

/** Takes *at least*, *around*, *another* before and *more*, *other* after the number at token i into it. */
export function withModifiers(words: Words, i: number, amount: Amount): Counted {
  const counted: Counted = { first: i, end: amount.end, low: amount.low, high: amount.high, approx: amount.approx };
  apply(counted, amount.effect);
  takeModifiers(words, counted, i, amount.low !== amount.high && !amount.approx);
  takeTail(words, counted);
  return counted;
}

/** Takes what stands before the number into it; `i`: token of the number, `range`: it is one of two ends. */
export function takeModifiers(words: Words, counted: Counted, i: number, range: boolean): void {
  let found = true;
  while (found) {
    found = false;
    for (const { words: list, effect, only } of words.harms.modifiers.get(lowerAt(words, counted.first - 1)) ?? none) {
      if (!precedes(words, counted.first, list)) continue;
      if (only === 'range' && !range) continue;
      if (only === 'scale' && !isOneOf(words, i, words.harms.scaleWords)) continue;
      if (only === 'modifier' && counted.first === i) continue;
      // *the toll went up to 40*
      if (effect === 'ceiling' && isOneOf(words, counted.first - list.length - 1, words.harms.going)) continue;
      counted.first -= list.length;
      apply(counted, effect);
      found = true;
      break;
    }
  }
}

const precedes = (words: Words, at: number, list: readonly string[]): boolean => {
  if (at - list.length < words.from) return false;
  for (let k = 0; k < list.length; k++) if (words.lower[at - list.length + k] !== list[k]) return false;
  return true;
};

/** An outer bound does not undo an inner one: *up to more than 130* is more than 130. */
function apply(counted: Counted, effect: Effect): void {
  if (effect === 'floor' && counted.low !== null) counted.high = null;
  else if (effect === 'ceiling' && counted.high !== null) counted.low = null;
  else if (effect === 'approx') counted.approx = true;
  if ((effect === 'floor' || effect === 'ceiling') && counted.low === counted.high) counted.approx = false;
}

/** Takes *or more*, *or so*, *+*, *others* right behind the number into it. */
function takeTail(words: Words, counted: Counted): void {
  if (lowerAt(words, counted.end) === '+') {
    apply(counted, 'floor');
    counted.end++;
    return;
  }
  const end = takeTrailing(words, counted, counted.end);
  if (end > counted.end) counted.end = end;
  else if (isOneOf(words, counted.end, words.harms.tailOfNumber) && !isOneOf(words, counted.end + 1, words.harms.than))
    counted.end++;
}

/** Applies *or more*, *at least*, *perhaps more* that stands at token i, behind the number or its noun; its end, or `i`. */
export function takeTrailing(words: Words, counted: Counted, i: number): number {
  for (const { words: list, effect } of words.harms.trailingModifiers.get(lowerAt(words, i)) ?? none) {
    if (!list.every((word, k) => lowerAt(words, i + k) === word)) continue;
    const end = i + list.length;
    if (is(words, end, harm.number) || isOneOf(words, end, words.harms.than)) continue;
    apply(counted, effect);
    return end;
  }
  return i;
}
