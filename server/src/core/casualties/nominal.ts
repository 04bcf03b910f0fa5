import type { Outcome } from './figure.js';
import type { Quantity } from './quantities.js';
import { countedOutcomes, harmOfOutcomes, is, Kind, lowerAt, stateOutcomes, type Words } from './vocabulary.js';

/** Harm said by nouns and states, without a verb: what one place of a sentence says of a quantity. */

/** What the noun phrase itself says: *two deaths*, *33 dead*, *four of the wounded*, *bodies of 15 men*, *12 lives*. */
export function nounOutcome(words: Words, quantity: Quantity): Outcome | null {
  if (quantity.head === 'thing') return null;
  if (quantity.partOf === 'harmed' || quantity.state >= 0) return stateOutcome(words, quantity.state);
  const whole = stateBefore(words, quantity.first);
  if (whole !== null) return whole;
  const last = lowerAt(words, quantity.nounEnd - 1);
  if (quantity.head === 'harm') return countedOutcomes.get(last) ?? null;
  if (last === 'lives' && claimsLives(words, quantity)) return 'killed';
  return ofOutcome(words, quantity);
}

/** *Of those killed, six were children*. */
function stateBefore(words: Words, first: number): Outcome | null {
  const at = lowerAt(words, first - 1) === ',' ? first - 2 : first - 1;
  if (!is(words, at, Kind.state) || !is(words, at - 1, Kind.determiner) || lowerAt(words, at - 2) !== 'of') return null;
  return stateOutcomes.get(words.lower[at] as string) as Outcome;
}

function stateOutcome(words: Words, i: number): Outcome {
  const outcome = stateOutcomes.get(words.lower[i] as string) as Outcome;
  let next = i + 1;
  while (is(words, next, Kind.conjunction)) next++;
  if (!is(words, next, Kind.state)) return outcome;
  return stateOutcomes.get(words.lower[next] as string) === outcome ? outcome : 'casualties';
}

function claimsLives(words: Words, quantity: Quantity): boolean {
  if (claimsBefore(words, quantity.first - 1)) return true;
  return is(words, quantity.nounEnd, Kind.auxiliary) && lowerAt(words, quantity.nounEnd + 1) === 'lost';
}

/** *the deaths of 40*, *bodies of 15 men*, *lost three fighters*, *claimed the lives of 9*. */
function ofOutcome(words: Words, quantity: Quantity): Outcome | null {
  const before = lowerAt(words, quantity.first - 1) === 'the' ? quantity.first - 2 : quantity.first - 1;
  if (lowerAt(words, before) !== 'of')
    return is(words, before, Kind.losing) && quantity.head === 'people' ? 'killed' : null;
  const noun = lowerAt(words, before - 1);
  if (noun === 'lives' && !claimsBefore(words, before - 2)) return null;
  if ((noun === 'loss' || noun === 'remains') && quantity.head !== 'people') return null;
  return harmOfOutcomes.get(noun) ?? null;
}

function claimsBefore(words: Words, at: number): boolean {
  for (let i = at; i >= Math.max(words.from, at - 2); i--) if (is(words, i, Kind.claiming)) return true;
  return false;
}

/** *The heat took its toll on 400 voters*: a figure of speech. */
function takesToll(words: Words, i: number): boolean {
  for (let k = i - 1; k >= Math.max(words.from, i - 4); k--)
    if (/^(?:take|takes|took|taken|taking)$/.test(words.lower[k] as string)) return true;
  return false;
}

/** The harm that a toll at token i counts: *the death toll*, *the number of dead*; `null` where there is none. */
export function tollOutcome(words: Words, i: number): Outcome | null {
  const count = words.lower[i] === 'count' && /^(?:death|body|casualty)$/.test(lowerAt(words, i - 1));
  if (count || is(words, i, Kind.toll)) {
    if (takesToll(words, i)) return null;
    const before = lowerAt(words, i - 1);
    if (before === 'casualty') return 'casualties';
    return before === 'injury' ? 'injured' : 'killed';
  }
  if (words.lower[i] !== 'number') return null;
  if (lowerAt(words, i + 1) !== 'of') return stateOutcomes.get(lowerAt(words, i + 1)) ?? null;
  for (let k = i + 2; k < Math.min(i + 14, words.to); k++) {
    const lower = words.lower[k] as string;
    const outcome = stateOutcomes.get(lower) ?? countedOutcomes.get(lower);
    if (outcome !== undefined) return outcome;
    if (lower === 'victims') return 'casualties';
    if (is(words, k, Kind.auxiliary | Kind.reporting | Kind.number)) return null;
  }
  return null;
}

/** Whether a toll `distance` tokens before the quantity leads to it. */
export function carriesToll(words: Words, quantity: Quantity, distance: number): boolean {
  if (is(words, quantity.first - 1, Kind.carrier | Kind.toll)) return true;
  // a headline: *Death toll from market blast at least 112*
  const ends = quantity.end >= words.to || is(words, quantity.end, Kind.mark);
  return quantity.head === 'none' && quantity.end - quantity.first > 1 && ends && distance <= 10;
}

/** The outcome of *the dead*, *18 dead*, *at least 12 people killed* after token i. */
export function harmedAfter(words: Words, i: number, carried: Outcome | null): Outcome | null {
  for (let k = i; k < Math.min(i + 8, words.to); k++) {
    if (is(words, k, Kind.state)) return stateOutcomes.get(words.lower[k] as string) as Outcome;
    if (is(words, k, Kind.auxiliary | Kind.reporting | Kind.mark)) return null;
    if (is(words, k, Kind.counted)) return countedOutcomes.get(words.lower[k] as string) as Outcome;
    if (words.lower[k] === 'victims') return carried ?? 'killed';
  }
  return null;
}

/** *The dead include three children*; *those killed in the attack included eight women*: the harm before token i. */
export function includedOutcome(words: Words, i: number, carried: Outcome | null): Outcome | null {
  for (let k = i - 1; k >= Math.max(words.from, i - 12); k--) {
    const noun = words.lower[k] as string;
    const outcome =
      stateOutcomes.get(noun) ?? countedOutcomes.get(noun) ?? (noun === 'victims' ? (carried ?? 'killed') : undefined);
    if (outcome !== undefined && (k === i - 1 || is(words, k - 1, Kind.determiner))) return outcome;
    if (is(words, k, Kind.number | Kind.reporting | Kind.finite)) return null;
  }
  return null;
}
