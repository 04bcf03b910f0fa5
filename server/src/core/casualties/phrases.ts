import type { WordSet } from '../languages/material.js';
import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, phraseEnd, type Words } from '../words.js';
import type { Predicate } from './predicate.js';
import { groupBefore } from './verbGroup.js';

/** Harm that several words say: *gunned down*, *succumbed to their wounds*, *taken to hospital*, *the colleagues we lost*. */
export function phraseOfHarm(words: Words, i: number): Predicate | null {
  if (is(words, i, harm.losing)) return fronted(words, i) ?? atSea(words, i) ?? fixed(words, i);
  const told = is(words, i, harm.phrasal) ? (fixed(words, i) ?? ofAilment(words, i)) : null;
  return told ?? (isOneOf(words, i, words.harms.conveyed) ? toHospital(words, i) : null);
}

/** *Gunned down*, *passed away*, *went missing*. */
function fixed(words: Words, i: number): Predicate | null {
  const end = phraseEnd(words, i, words.harms.harmPhrases);
  if (end === 0) return null;
  const verb = words.harms.harmOfPhrase.get(words.lower.slice(i, end).join(' '));
  if (verb === undefined) return null;
  const group = groupBefore(words, i);
  if (group.unreal || (group.modal && !group.have)) return null;
  const voice = verb.dying || group.be ? 'passive' : 'bare';
  const personal = group.be && verb.outcome === 'captured';
  return { outcome: verb.outcome, voice, at: i, first: group.first, end, weak: verb.weak, personal };
}

/** In words, from *to* to what somebody succumbed to, or to the hospital; set by hand. */
const longestGoal = 6;

/** *Succumbed to their wounds*, *overcome by smoke*; not *succumbed to pressure*. */
function ofAilment(words: Words, i: number): Predicate | null {
  const outcome = words.harms.harmWithAilment.get(words.lower[i]!);
  if (outcome === undefined || !is(words, i + 1, harm.preposition)) return null;
  const end = goalEnd(words, i + 2, words.harms.ailments);
  const group = groupBefore(words, i);
  if (end < 0 || group.unreal || (group.modal && !group.have)) return null;
  return { outcome, voice: 'passive', at: i, first: group.first, end, weak: false };
}

/** *Taken to hospital*, *rushed to the nearby clinic*: of people who are no bodies. */
function toHospital(words: Words, i: number): Predicate | null {
  if (!isOneOf(words, i + 1, words.harms.to)) return tookToHospital(words, i);
  const end = goalEnd(words, i + 2, words.harms.hospitals);
  const group = groupBefore(words, i);
  if (end < 0 || group.unreal || (group.modal && !group.have)) return null;
  const voice = group.be ? 'passive' : 'bare';
  return { outcome: 'injured', voice, at: i, first: group.first, end, weak: true, personal: group.be };
}

/** *Took 14 people to hospital*. */
function tookToHospital(words: Words, i: number): Predicate | null {
  if (!is(words, i + 1, harm.number | harm.hedged | harm.preposition)) return null;
  const group = groupBefore(words, i);
  if (group.be || group.unreal || (group.modal && !group.have)) return null;
  for (let k = i + 2; k < Math.min(i + 10, words.to); k++) {
    if (is(words, k, harm.mark)) return null;
    if (isOneOf(words, k, words.harms.to))
      return goalEnd(words, k + 1, words.harms.hospitals) < 0
        ? null
        : { outcome: 'injured', voice: 'active', at: i, first: group.first, end: i + 1, weak: true };
  }
  return null;
}

/** The end of the noun phrase at token `from` that ends in one of `nouns`, or -1. */
function goalEnd(words: Words, from: number, nouns: WordSet): number {
  for (let k = from; k < from + longestGoal; k++) {
    if (isOneOf(words, k, nouns)) return k + 1;
    if (is(words, k, harm.mark | harm.preposition | harm.auxiliary | harm.number)) return -1;
  }
  return -1;
}

/** *The three colleagues we lost*; not *the games we lost*, and not *the players we lost to injury*. */
function fronted(words: Words, i: number): Predicate | null {
  if (!is(words, i - 1, harm.pronoun)) return null;
  const first = is(words, i - 2, harm.relative) ? i - 2 : i - 1;
  if (!is(words, first - 1, harm.people) || isOneOf(words, first - 1, words.harms.lostOtherwise)) return null;
  if (isOneOf(words, i + 1, words.harms.to)) return null;
  return { outcome: 'killed', voice: 'passive', at: i, first, end: i + 1, weak: true };
}

/** *Lost at sea*. */
function atSea(words: Words, i: number): Predicate | null {
  const end = phraseEnd(words, i, words.harms.lostPhrases);
  const group = groupBefore(words, i);
  if (end === 0 || !group.be || group.unreal) return null;
  return { outcome: 'missing', voice: 'passive', at: i, first: group.first, end, weak: true };
}
