import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, type Words } from '../words.js';
import type { Amount } from './amounts.js';
import type { Counted } from './modifiers.js';
import type { Quantity } from './quantity.js';

/** Numbers that count nobody: dates, years, ages, times, money, numbered things, parts of a larger sign. */

/** Token i touches both its neighbours: a hyphen inside *12-strong*. */
const isJoint = (words: Words, i: number): boolean =>
  i > words.from && i + 1 < words.to && words.start[i] === words.end[i - 1] && words.end[i] === words.start[i + 1];

const isJointMark = (words: Words, i: number): boolean => /^[-/–]$/.test(lowerAt(words, i)) && isJoint(words, i);

/** Whether the number at token i is no count by what stands beside it; `first`: where its modifiers begin (*aged about 40*). */
export function isLabel(words: Words, i: number, amount: Amount, { first }: Counted): boolean {
  if (is(words, first - 1, harm.label) || is(words, i - 1, harm.label)) return true;
  if (isJointMark(words, i - 1) || isJointMark(words, amount.end)) return true;
  if (isOneOf(words, i - 1, words.harms.of) && isOneOf(words, i - 2, words.harms.parents)) return true;
  // *35 - year - old*, as scraping spaces it
  if (lowerAt(words, amount.end) === '-' && is(words, amount.end + 1, harm.unit)) return true;
  // *two thirds of them*
  if (words.harms.fractions.has(lowerAt(words, amount.end)) && words.harms.plural.test(lowerAt(words, amount.end)))
    return true;
  if (isYears(words, i, amount)) return true;
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

/** *Between 1951 and 1973*. */
const isYears = (words: Words, i: number, { low, high, end }: Amount): boolean =>
  end > i + 1 &&
  isYear(words, i, low) &&
  high <= 2099 &&
  /^\d{4}$/.test(lowerAt(words, end - 1)) &&
  !is(words, end, harm.people | harm.state);

/** *John Barlow, 43, was killed*; *Barlow 43 was killed*. */
function isAgeOfNamed(words: Words, i: number, value: number): boolean {
  if (value > 110 || !/^\d+$/.test(lowerAt(words, i))) return false;
  const comma = lowerAt(words, i - 1) === ',';
  if (!isCapital(words, comma ? i - 2 : i - 1)) return false;
  if (comma && (i + 1 >= words.to || /^[,.;]$/.test(lowerAt(words, i + 1)))) return true;
  if (!comma && words.harm[i - 1]! !== 0) return false;
  return is(words, i + 1, harm.auxiliary) && isOneOf(words, i + 1, words.harms.singularVerbs);
}

/** *Aged six and nine*: an age by the word before the first of them, which ended at token `end`. */
export function goesOnWithAges(words: Words, end: number, i: number, amount: Amount): boolean {
  if (end < words.from || i - end > 2 || i === end) return false;
  for (let k = end; k < i; k++) if (!is(words, k, harm.conjunction)) return false;
  return amount.end >= words.to || is(words, amount.end, harm.mark | harm.auxiliary | harm.conjunction);
}

/** Whether an age is said before a number, whose modifiers begin at token `first`. */
export const isAge = (words: Words, first: number): boolean => isOneOf(words, first - 1, words.harms.ageWords);

/** In years. */
const oldest = 110;
/** No list of ages is longer; chosen. */
const mostAges = 12;

/** *Ivo and Jan Barlow, 24 and 22, …*: two numbers or more between commas, behind a name. Gives their end, or -1. */
export function agesOfNamedEnd(words: Words, i: number): number {
  if (lowerAt(words, i - 1) !== ',' || !isCapital(words, i - 2)) return -1;
  let at = i;
  for (let count = 1; ; count++) {
    const value = Number(lowerAt(words, at));
    if (!(value > 0 && value <= oldest)) return -1;
    at++;
    if (isOneOf(words, at, words.harms.and) || (lowerAt(words, at) === ',' && is(words, at + 1, harm.number))) at++;
    else return count > 1 && /^[,).;]$/.test(lowerAt(words, at)) ? at : -1;
  }
}

/** *Two girls, nine and 12, …*: as many numbers as people before them, between commas. Gives the end of the list, or -1. */
export function agesEnd(words: Words, before: Quantity | undefined, i: number): number {
  if (before === undefined || before.head !== 'people' || before.low === null || before.low > mostAges) return -1;
  if (before.low !== before.high || before.nounEnd !== i - 1 || !/^[,(]$/.test(lowerAt(words, i - 1))) return -1;
  let at = i;
  for (let count = 1; ; count++) {
    const value = Number(lowerAt(words, at)) || (words.harms.numbers.ones.get(lowerAt(words, at)) ?? 0);
    if (value <= 0 || value > oldest) return -1;
    at++;
    if (count === before.low) break;
    const next = at;
    while (is(words, at, harm.conjunction)) at++;
    if (at === next) return -1;
  }
  return at >= words.to || /^[,).;]$/.test(lowerAt(words, at)) ? at : -1;
}
