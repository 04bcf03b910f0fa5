import { isCapital } from '../article/characters.js';
import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, type Words } from '../words.js';
import type { Outcome } from './figure.js';
import type { Quantity } from './quantity.js';

/** Harm said by nouns and states, without a verb: what one place of a sentence says of a quantity. */

/** What the noun phrase itself says: *two deaths*, *33 dead*, *four of the wounded*, *bodies of 15 men*, *12 lives*. */
export function nounOutcome(words: Words, quantity: Quantity): Outcome | null {
  if (quantity.head === 'thing' || isAverted(words, quantity)) return null;
  if (quantity.partOf === 'harmed' || quantity.state >= 0) return stateOutcome(words, quantity.state);
  const whole = stateBefore(words, quantity.first);
  if (whole !== null) return whole;
  const last = lowerAt(words, quantity.nounEnd - 1);
  if (quantity.head === 'harm') return isInstitution(words, quantity) ? null : (words.harms.counted.get(last) ?? null);
  if (words.harms.lives.has(last) && claimsLives(words, quantity)) return 'killed';
  return ofOutcome(words, quantity);
}

/** *Two governing bodies*, *one of Congress’s quieter bodies*: nobody is dead. */
function isInstitution(words: Words, { nounFirst, nounEnd }: Quantity): boolean {
  if (!isOneOf(words, nounEnd - 1, words.harms.bodies)) return false;
  for (let i = nounFirst; i < nounEnd - 1; i++) {
    if (isOneOf(words, i, words.harms.ofInstitutions)) return true;
    if (isOneOf(words, i, words.harms.possessiveEnding) && isCapital(words.word[i - 1]!)) return true;
  }
  return false;
}

/** *Prevented 40 deaths*, *averted up to 12 deaths*, *a chance of 40 deaths*. */
const isAverted = (words: Words, { first, head }: Quantity): boolean =>
  head === 'harm' &&
  (isOneOf(words, first - 1, words.harms.averting) ||
    (isOneOf(words, first - 1, words.harms.of) && isOneOf(words, first - 2, words.harms.chances)));

/** *Of those killed, six were children*. */
function stateBefore(words: Words, first: number): Outcome | null {
  const at = lowerAt(words, first - 1) === ',' ? first - 2 : first - 1;
  if (!is(words, at, harm.state) || !is(words, at - 1, harm.determiner) || !isOneOf(words, at - 2, words.harms.of))
    return null;
  return words.harms.states.get(words.lower[at]!) as Outcome;
}

function stateOutcome(words: Words, i: number): Outcome {
  const outcome = words.harms.states.get(words.lower[i]!) as Outcome;
  let next = i + 1;
  while (is(words, next, harm.conjunction)) next++;
  if (!is(words, next, harm.state)) return outcome;
  return words.harms.states.get(words.lower[next]!) === outcome ? outcome : 'casualties';
}

function claimsLives(words: Words, quantity: Quantity): boolean {
  if (claimsBefore(words, quantity.first - 1)) return true;
  return is(words, quantity.nounEnd, harm.auxiliary) && isOneOf(words, quantity.nounEnd + 1, words.harms.lost);
}

/** *the deaths of 40*, *bodies of 15 men*, *lost three fighters*, *claimed the lives of 9*. */
function ofOutcome(words: Words, quantity: Quantity): Outcome | null {
  const before = isOneOf(words, quantity.first - 1, words.harms.the) ? quantity.first - 2 : quantity.first - 1;
  if (!isOneOf(words, before, words.harms.of))
    return is(words, before, harm.losing) && isMourned(words, before, quantity) ? 'killed' : null;
  // *the attempted murder of six*, *the planned execution of 12*
  if (isOneOf(words, before - 2, words.harms.unrealised)) return null;
  const noun = lowerAt(words, before - 1);
  if (words.harms.lives.has(noun) && !claimsBefore(words, before - 2)) return null;
  if (words.harms.lossOf.has(noun) && quantity.head !== 'people') return null;
  return words.harms.harmOf.get(noun) ?? null;
}

/** *Lost three fighters*; not *lost three players*, *lost 20 workers to a rival*, *the party lost 20 members*. */
function isMourned(words: Words, verb: number, { head, nounEnd }: Quantity): boolean {
  if (head !== 'people' || isOneOf(words, nounEnd - 1, words.harms.lostOtherwise)) return false;
  if (isOneOf(words, nounEnd, words.harms.to) && !is(words, nounEnd + 1, harm.determiner | harm.harmOf)) return false;
  for (let i = verb - 1; i >= Math.max(words.from, verb - 3); i--)
    if (isOneOf(words, i, words.harms.peacefulBodies)) return false;
  return true;
}

function claimsBefore(words: Words, at: number): boolean {
  for (let i = at; i >= Math.max(words.from, at - 2); i--) if (is(words, i, harm.claiming)) return true;
  return false;
}

/** *The heat took its toll on 400 voters*: a figure of speech. */
function takesToll(words: Words, i: number): boolean {
  for (let k = i - 1; k >= Math.max(words.from, i - 4); k--) if (isOneOf(words, k, words.harms.takes)) return true;
  return false;
}

/** *Injuries rose to 140*, *deaths have now reached 12*. */
function changesBehind(words: Words, i: number): boolean {
  let at = i + 1;
  while (is(words, at, harm.auxiliary | harm.hedged)) at++;
  if (isOneOf(words, at, words.harms.changing)) return true;
  return is(words, at, harm.carrier) && !is(words, at, harm.preposition | harm.auxiliary | harm.mark);
}

/** The harm that a toll at token i counts: *the death toll*, *the number of dead*; `null` where there is none. */
export function tollOutcome(words: Words, i: number): Outcome | null {
  const count = isOneOf(words, i, words.harms.count) && isOneOf(words, i - 1, words.harms.countOf);
  if (count || is(words, i, harm.toll)) {
    if (takesToll(words, i)) return null;
    if (isOneOf(words, i - 1, words.harms.casualty)) return 'casualties';
    return isOneOf(words, i - 1, words.harms.injury) ? 'injured' : 'killed';
  }
  if (is(words, i, harm.counted) && changesBehind(words, i)) return words.harms.counted.get(words.lower[i]!) as Outcome;
  if (!isOneOf(words, i, words.harms.number)) return null;
  if (!isOneOf(words, i + 1, words.harms.of)) return words.harms.states.get(lowerAt(words, i + 1)) ?? null;
  for (let k = i + 2; k < Math.min(i + 14, words.to); k++) {
    const lower = words.lower[k]!;
    const outcome = words.harms.states.get(lower) ?? words.harms.counted.get(lower);
    if (outcome !== undefined) return outcome;
    if (isOneOf(words, k, words.harms.victims)) return 'casualties';
    if (is(words, k, harm.auxiliary | harm.reporting | harm.number)) return null;
  }
  return null;
}

/** Whether a toll `distance` tokens before the quantity leads to it. */
export function carriesToll(words: Words, quantity: Quantity, distance: number): boolean {
  if (is(words, quantity.first - 1, harm.carrier | harm.toll)) return true;
  // a headline: *Death toll from market blast at least 112*
  const ends = quantity.end >= words.to || is(words, quantity.end, harm.mark);
  return quantity.head === 'none' && quantity.end - quantity.first > 1 && ends && distance <= 10;
}

/** The outcome of *the dead*, *18 dead*, *at least 12 people killed* after token i. */
export function harmedAfter(words: Words, i: number, carried: Outcome | null): Outcome | null {
  for (let k = i; k < Math.min(i + 8, words.to); k++) {
    if (is(words, k, harm.state)) return words.harms.states.get(words.lower[k]!) as Outcome;
    if (is(words, k, harm.auxiliary | harm.reporting | harm.mark)) return null;
    if (is(words, k, harm.counted)) return words.harms.counted.get(words.lower[k]!) as Outcome;
    if (isOneOf(words, k, words.harms.victims)) return carried ?? 'killed';
  }
  return null;
}

/** *The dead include three children*; *those killed in the attack included eight women*: the harm before token i. */
export function includedOutcome(words: Words, i: number, carried: Outcome | null): Outcome | null {
  for (let k = i - 1; k >= Math.max(words.from, i - 12); k--) {
    const noun = words.lower[k]!;
    const outcome =
      words.harms.states.get(noun) ??
      words.harms.counted.get(noun) ??
      (words.harms.victims.has(noun) ? (carried ?? 'killed') : undefined);
    if (outcome !== undefined && (k === i - 1 || is(words, k - 1, harm.determiner))) return outcome;
    if (is(words, k, harm.number | harm.reporting | harm.finite)) return null;
  }
  return null;
}

/** *Put the number at 31*, with a number at token i: of the harm that was spoken of before. */
export function putOutcome(words: Words, i: number, carried: Outcome | null): Outcome | null {
  if (carried === null || !isOneOf(words, i, words.harms.numberOrCount)) return null;
  return isOneOf(words, i - 2, words.harms.tollVerbs) && !isOneOf(words, i + 1, words.harms.of) ? carried : null;
}

/** *Two of them seriously*, *four of them in a critical condition*. */
export function isHurt(words: Words, { nounEnd }: Quantity): boolean {
  if (isOneOf(words, nounEnd, words.harms.severely)) return true;
  if (!isOneOf(words, nounEnd, words.harms.in)) return false;
  for (let i = nounEnd + 1; i <= nounEnd + 3; i++) if (isOneOf(words, i, words.harms.conditionNouns)) return true;
  return false;
}
