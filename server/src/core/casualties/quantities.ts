import type { Effect } from '../languages/harmWords.js';
import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, type Words } from '../words.js';
import { type Amount, readRange } from './amounts.js';

/** A number in a sentence with the noun it counts. All positions are token indices, ends exclusive. */
export interface Quantity {
  /** The number with its modifiers. */
  readonly first: number;
  readonly end: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly approx: boolean;
  /** The counted noun phrase; empty where nothing is said. */
  readonly nounFirst: number;
  readonly nounEnd: number;
  readonly head: Head;
  /** *eight of them*, *two of the dead*: what it is a part of. */
  readonly partOf: 'pronoun' | 'harmed' | null;
  /** The state word before the noun (*six injured civilians*) or in place of it (*33 dead*), or -1. */
  readonly state: number;
}

/** What is counted: people, harm itself (*deaths*), a thing, a noun we do not know, or nothing said. */
export type Head = 'people' | 'harm' | 'thing' | 'unknown' | 'none';

/** Every number of the sentence that can count something, in order. */
export function findQuantities(words: Words): Quantity[] {
  const found: Quantity[] = [];
  for (let i = words.from; i < words.to; i++) {
    if (!is(words, i, harm.number)) continue;
    const amount = readRange(words, i);
    if (amount === null) continue;
    if (!isLabel(words, i, amount)) found.push(withNoun(words, withModifiers(words, i, amount)));
    i = amount.end - 1;
  }
  return found;
}

/** Token i touches both its neighbours: a hyphen inside *12-strong*. */
const isJoint = (words: Words, i: number): boolean =>
  i > words.from && i + 1 < words.to && words.start[i] === words.end[i - 1] && words.end[i] === words.start[i + 1];

const isJointMark = (words: Words, i: number): boolean => /^[-/–]$/.test(lowerAt(words, i)) && isJoint(words, i);

/** Dates, years, ages, times, money, numbered things, parts of a larger sign: no counts. */
function isLabel(words: Words, i: number, amount: Amount): boolean {
  if (is(words, i - 1, harm.label) || isJointMark(words, i - 1) || isJointMark(words, amount.end)) return true;
  if (isOneOf(words, i - 1, words.harms.of) && isOneOf(words, i - 2, words.harms.parents)) return true;
  // *35 - year - old*, as scraping spaces it
  if (lowerAt(words, amount.end) === '-' && is(words, amount.end + 1, harm.unit)) return true;
  if (amount.end > i + 1) return false;
  const stop = lowerAt(words, i - 1) === '.' ? 2 : 1;
  const isMonth = (at: number): boolean =>
    words.harms.months.has(lowerAt(words, at)) &&
    (!isOneOf(words, at, words.harms.monthsInCapitals) || isCapital(words, at));
  if (amount.low <= 31 && (isMonth(i - stop) || isMonth(amount.end))) return true;
  return isYear(words, i, amount.low) || isAgeOfNamed(words, i, amount.low);
}

const isCapital = (words: Words, i: number): boolean =>
  i >= words.from && i < words.to && /^\p{Lu}/u.test(words.word[i]!);

/** 1900 to 2099 written without a separator, unless people follow it or a count leads to it. */
function isYear(words: Words, i: number, value: number): boolean {
  if (value < 1900 || value > 2099 || !/^\d{4}$/.test(lowerAt(words, i))) return false;
  const dated = words.harms.months.has(lowerAt(words, i - 1)) || /^\d/.test(lowerAt(words, i - 1));
  if (is(words, i + 1, harm.people | harm.state)) return dated || isOneOf(words, i - 1, words.harms.in);
  return dated || !isOneOf(words, i - 1, words.harms.countedYears);
}

/** *John Barlow, 43, was killed*; *Barlow 43 was killed*. */
function isAgeOfNamed(words: Words, i: number, value: number): boolean {
  if (value > 110 || !/^\d+$/.test(lowerAt(words, i))) return false;
  const comma = lowerAt(words, i - 1) === ',';
  if (!isCapital(words, comma ? i - 2 : i - 1)) return false;
  if (comma && (i + 1 >= words.to || /^[,.;]$/.test(lowerAt(words, i + 1)))) return true;
  if (!comma && words.harm[i - 1]! !== 0) return false;
  return is(words, i + 1, harm.auxiliary) && isOneOf(words, i + 1, words.harms.singularVerbs);
}

type Counted = { -readonly [K in 'first' | 'end' | 'low' | 'high' | 'approx']: Quantity[K] };

/** Takes *at least*, *around*, *another* before and *more*, *other* after the number into it. */
function withModifiers(words: Words, i: number, amount: Amount): Counted {
  const counted: Counted = { first: i, end: amount.end, low: amount.low, high: amount.high, approx: amount.approx };
  const range = amount.low !== amount.high && !amount.approx;
  let found = true;
  while (found) {
    found = false;
    for (const { words: list, effect, only } of words.harms.modifiers) {
      if (!precedes(words, counted.first, list)) continue;
      if (only === 'range' && !range) continue;
      if (only === 'scale' && !isOneOf(words, i, words.harms.scaleWords)) continue;
      if (only === 'modifier' && counted.first === i) continue;
      counted.first -= list.length;
      apply(counted, effect);
      found = true;
      break;
    }
  }
  takeTail(words, counted);
  return counted;
}

const precedes = (words: Words, at: number, list: readonly string[]): boolean => {
  if (at - list.length < words.from) return false;
  for (let k = 0; k < list.length; k++) if (words.lower[at - list.length + k] !== list[k]) return false;
  return true;
};

function apply(counted: Counted, effect: Effect): void {
  if (effect === 'floor') counted.high = null;
  else if (effect === 'ceiling') counted.low = null;
  else if (effect === 'approx') counted.approx = true;
  if ((effect === 'floor' || effect === 'ceiling') && counted.low === counted.high) counted.approx = false;
}

function takeTail(words: Words, counted: Counted): void {
  const { more, so } = words.harms;
  const second = lowerAt(words, counted.end + 1);
  if (lowerAt(words, counted.end) === '+') {
    counted.high = null;
    counted.end++;
  } else if (isOneOf(words, counted.end, words.harms.or) && (more.has(second) || so.has(second))) {
    if (more.has(second)) counted.high = null;
    else counted.approx = true;
    counted.end += 2;
  } else if (isOneOf(words, counted.end, words.harms.tailOfNumber)) {
    if (!words.harms.than.has(second)) counted.end++;
  }
}

/** In words, a counted noun phrase; set by hand. */
const longestNoun = 7;
/** A word of these ends a noun phrase. */
const nounEnds =
  harm.auxiliary |
  harm.modal |
  harm.preposition |
  harm.conjunction |
  harm.subordinator |
  harm.relative |
  harm.inclusion |
  harm.determiner |
  harm.pronoun |
  harm.reporting |
  harm.finite |
  harm.time |
  harm.mark |
  harm.number |
  harm.losing |
  harm.circumstantial;

/** Reads the noun phrase after the number, through *of*. */
function withNoun(words: Words, counted: Counted): Quantity {
  let i = counted.end;
  const of = isOneOf(words, i, words.harms.of);
  if (of) i++;
  if (of && isOneOf(words, i, words.harms.partitivePronouns) && !is(words, i + 1, harm.state))
    return quantityOf(counted, i, i + 1, 'people', 'pronoun', -1);
  let definite = false;
  while (of && is(words, i, harm.determiner)) {
    definite = true;
    i++;
  }
  // *twenty of the 53 wounded*
  if (definite && is(words, i, harm.number) && is(words, i + 1, harm.state)) i++;
  if (definite && is(words, i, harm.state) && !is(words, i + 1, harm.people))
    return quantityOf(counted, i - 1, i + 1, 'people', 'harmed', i);
  return scanNoun(words, counted, i);
}

function scanNoun(words: Words, counted: Counted, from: number): Quantity {
  let head: Head = 'none';
  let state = -1;
  let end = from;
  let i = from;
  if (is(words, i, harm.unit)) return quantityOf(counted, from, i + 1, 'thing', null, -1);
  while (i < words.to && i - from < longestNoun) {
    if (is(words, i, harm.state)) {
      if (head !== 'none' || state >= 0) break;
      state = i;
      end = ++i;
      if (!is(words, i, harm.people) && !startsNoun(words, i)) break;
      continue;
    }
    const aside = asideEnd(words, i);
    if (aside > i && head !== 'none') {
      i = aside;
      continue;
    }
    if (is(words, i, nounEnds) && !(is(words, i, harm.hedged) && is(words, i + 1, harm.state))) break;
    if (is(words, i, harm.verb) && !is(words, i, harm.people | harm.counted)) break;
    if (head === 'people' && !is(words, i, harm.people) && !modifiesThing(words, i)) break;
    if (
      head === 'thing' &&
      words.harms.plural.test(words.lower[i - 1] ?? '') &&
      !is(words, i, harm.people | harm.thing | harm.counted)
    )
      break;
    head = headOf(words, i);
    end = ++i;
    if (head === 'harm') break;
  }
  return quantityOf(counted, from, end, head, null, state);
}

const quantityOf = (
  { first, end, low, high, approx }: Counted,
  nounFirst: number,
  nounEnd: number,
  head: Head,
  partOf: Quantity['partOf'],
  state: number,
): Quantity => ({ first, end, low, high, approx, nounFirst, nounEnd, head, partOf, state });

function headOf(words: Words, i: number): Head {
  if (is(words, i, harm.people)) return 'people';
  if (is(words, i, harm.counted)) return 'harm';
  if (is(words, i, harm.thing | harm.unit)) return 'thing';
  return is(words, i, harm.hedged) ? 'none' : 'unknown';
}

/** The end of a short bracket inside a noun phrase, *20 Islamic State (IS) fighters*, or `i`. */
function asideEnd(words: Words, i: number): number {
  if (lowerAt(words, i) !== '(') return i;
  for (let k = i + 1; k < i + 5; k++) if (lowerAt(words, k) === ')') return k + 1;
  return i;
}

/** *Police vehicles*, *civilian deaths*: a singular for people before a thing only describes it. */
const modifiesThing = (words: Words, i: number): boolean =>
  (is(words, i, harm.thing | harm.counted) || isOneOf(words, i, words.harms.lives)) &&
  !words.harms.pluralPeople.test(words.lower[i - 1]!);

/** A state word describes a noun that follows, known or (in the plural) not: *six injured climbers*. */
const startsNoun = (words: Words, i: number): boolean => {
  if (i >= words.to || is(words, i, nounEnds | harm.verb | harm.state)) return false;
  return is(words, i + 1, harm.people) || (words.harm[i] === 0 && words.harms.plainPlural.test(words.word[i]!));
};
