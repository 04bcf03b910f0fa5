import { Form } from '../languages/harmWords.js';
import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, type Words } from '../words.js';

/** The auxiliaries and adverbs before a verb, and what they make of it. */
export interface VerbGroup {
  readonly first: number;
  readonly be: boolean;
  readonly have: boolean;
  readonly modal: boolean;
  /** It did not happen: *was not killed*, *would have killed*, *will be killed*, *is expected to die*, *nearly killed*. */
  readonly unreal: boolean;
}

/** The verb group to the left of token i: *are believed to have been* killed. */
export function groupBefore(words: Words, i: number): VerbGroup {
  let first = i;
  let be = false;
  let have = false;
  let modal = false;
  let infinitive = -1;
  let unreal = isOneOf(words, i - 1, words.harms.almost);
  while (first - 1 >= words.from && inGroup(words, first - 1)) {
    const at = first - 1;
    if (is(words, at, harm.modal)) modal = true;
    if (have && isOneOf(words, at, words.harms.unrealModals)) unreal = true;
    else if (isOneOf(words, at, words.harms.have)) have = true;
    else if (is(words, at, harm.auxiliary)) be ||= !have;
    if (!have && isOneOf(words, at, words.harms.to) && takesBase(words, at + 1)) infinitive = at;
    if (is(words, at, harm.negation)) unreal = true;
    first--;
  }
  if (infinitive >= 0 && !isReported(words, infinitive)) unreal = true;
  return { first, be, have, modal, unreal };
}

/** *To be*, *to die*; not *in addition to killing*. */
const takesBase = (words: Words, i: number): boolean =>
  is(words, i, harm.auxiliary) || ((words.harms.verbs.get(words.lower[i]!)?.forms ?? 0) & Form.base) !== 0;

/** Part of a verb group, adverbs in *-ly* included. */
const inGroup = (words: Words, i: number): boolean =>
  is(words, i, harm.auxiliary | harm.modal | harm.hedged) ||
  (words.harm[i]! === 0 && words.harms.adverb.test(words.word[i]!));

/** In words, from *to* back to what says that it happened; set by hand. */
const longestReach = 6;

/**
 * Whether the infinitive whose *to* is token i is something that happened: *are believed to be dead*, *were the first to
 * die*, *went on to kill*. All others are plans, wishes, predictions: *is expected to*, *was hired to*.
 */
export function isReported(words: Words, i: number): boolean {
  if (isOneOf(words, i - 1, words.harms.believed)) return true;
  for (let k = i - 1; k >= Math.max(words.from, i - longestReach); k--) {
    if (isOneOf(words, k, words.harms.realised)) return true;
    if (is(words, k, harm.mark)) return false;
  }
  return false;
}
