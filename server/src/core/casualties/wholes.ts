import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, phraseEnd, type Words } from '../words.js';
import { withNoun } from './countedNoun.js';
import { type Counted, takeModifiers } from './modifiers.js';
import type { Quantity } from './quantity.js';

/** Two numbers of which one says how to read the other: *half of the 40*, *all but two of the 12*, *dozens, perhaps hundreds*. */

/** What stands before the number of a whole. */
interface Whole {
  /** Token where the words for the part begin, and where they end. */
  readonly first: number;
  readonly partEnd: number;
  /** *Half of*: 0.5; `null` where the words give none. */
  readonly share: number | null;
  /** *Most of*, *none of*, and *of the 12 miners* at the beginning of a clause: how many is not said here. */
  readonly unknown: boolean;
}

/** Whether *all but* stands before token i: so many were spared. */
export function isExcepted(words: Words, i: number): boolean {
  const at = isOneOf(words, i - 1, words.harms.exceptFor) ? i - 2 : i - 1;
  return isOneOf(words, at, words.harms.except) && isOneOf(words, at - 1, words.harms.all);
}

/**
 * The quantity that a number gives together with the one before it, where it is the whole of which that is a part;
 * `replaces`: it stands for both. `null` where nothing is counted.
 */
export function partOfWhole(
  words: Words,
  before: Quantity | undefined,
  counted: Counted,
): { readonly part: Quantity | null; readonly replaces: boolean } {
  const all = withNoun(words, counted, counted.end);
  const whole = wholeAt(words, counted.first);
  if (whole === null || isHarmedItself(words, all, before)) return { part: all, replaces: false };
  const isPart = before !== undefined && before.end === whole.partEnd;
  // *Foley, one of five children*, *he was one of three guards*: says who, not how many
  if (
    isPart &&
    isOneOf(words, before.first, words.harms.one) &&
    is(words, before.first - 1, harm.mark | harm.auxiliary)
  )
    return { part: null, replaces: true };
  if (isPart) return { part: withNoun(words, partOf(words, before, counted), counted.end), replaces: true };
  // *all of one family*
  if (whole.share !== null && counted.low === 1 && counted.high === 1) return { part: null, replaces: false };
  if (whole.share !== null)
    return { part: withNoun(words, shareOf(words, counted, whole, whole.share), counted.end), replaces: false };
  return { part: whole.unknown ? null : all, replaces: false };
}

/** *One of 20 people killed*, *two of the 12 who died*: the whole is harmed, whatever is said of a part of it. */
function isHarmedItself(words: Words, { nounEnd, end, state }: Quantity, part: Quantity | undefined): boolean {
  if (state >= 0) return true;
  let at = Math.max(nounEnd, end);
  if (is(words, at, harm.relative)) {
    at++;
    while (is(words, at, harm.auxiliary | harm.modal | harm.hedged)) at++;
    return is(words, at, harm.verb | harm.state);
  }
  return is(words, at, harm.state) && (part === undefined || isOneOf(words, part.first, words.harms.one));
}

/** The words before the number of a whole, which begins at token `first`; `null` where it is none. */
function wholeAt(words: Words, first: number): Whole | null {
  let i = first - 1;
  while (is(words, i, harm.determiner) && first - i < 4) i--;
  // *half the 40 passengers*
  if (i < first - 1 && isOneOf(words, i, words.harms.half))
    return { first: i, partEnd: i + 1, share: 0.5, unknown: false };
  if (!isOneOf(words, i, words.harms.of)) return null;
  const partEnd = isOneOf(words, i - 1, words.harms.out) ? i - 1 : i;
  const last = partEnd - 1;
  const begins = last < words.from || is(words, last, harm.mark | harm.subordinator | harm.conjunction);
  const share = shareAt(words, last);
  return {
    first: share?.first ?? last,
    partEnd,
    share: share?.value ?? null,
    unknown: begins || isOneOf(words, last, words.harms.unknownParts) || is(words, last, harm.unit),
  };
}

/** *A third*, *two thirds*, *two-thirds*, *all*, that end at token `last`. */
function shareAt(words: Words, last: number): { first: number; value: number } | null {
  const { fractions, numbers } = words.harms;
  const lower = lowerAt(words, last);
  const hyphen = lower.indexOf('-');
  if (hyphen > 0) {
    const one = fractions.get(lower.slice(hyphen + 1));
    const times = numbers.ones.get(lower.slice(0, hyphen));
    return one === undefined || times === undefined ? null : { first: last, value: one * times };
  }
  const one = fractions.get(lower);
  if (one === undefined) return null;
  const times = numbers.ones.get(lowerAt(words, last - 1));
  if (times !== undefined) return { first: last - 1, value: one * times };
  return { first: isOneOf(words, last - 1, words.harms.a) ? last - 1 : last, value: one };
}

/** *Five of the 12*: five; *all but two of the 12*: ten. */
function partOf(words: Words, part: Quantity, whole: Counted): Counted {
  const { first, end, low, high, approx } = part;
  if (!isExcepted(words, first)) return { first, end, low, high, approx };
  let all = first;
  while (!isOneOf(words, all, words.harms.all)) all--;
  const less = (from: number | null, minus: number | null): number | null =>
    from === null || minus === null ? null : Math.max(0, from - minus);
  return {
    first: all,
    end: whole.end,
    low: less(whole.low, high),
    high: less(whole.high, low),
    approx: approx || whole.approx,
  };
}

/** A share of a whole; one that gives no whole number of people is rounded and approximate. */
function shareOf(words: Words, whole: Counted, { first }: Whole, share: number): Counted {
  const low = whole.low === null ? null : whole.low * share;
  const high = whole.high === null ? null : whole.high * share;
  const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value));
  const isRound = (value: number | null): boolean => value === null || Math.abs(value - Math.round(value)) < 1e-6;
  const counted: Counted = {
    first,
    end: whole.end,
    low: rounded(low),
    high: rounded(high),
    approx: whole.approx || !isRound(low) || !isRound(high),
  };
  takeModifiers(words, counted, first, false);
  return counted;
}

/** Another guess at the number before: *dozens, perhaps hundreds*, *ten people, perhaps twelve*; `undefined` where it is none. */
export function alternativeTo(words: Words, before: Quantity, counted: Counted): Quantity | undefined {
  const from = Math.max(before.end, before.nounEnd);
  const comma = lowerAt(words, from) === ',';
  if (phraseEnd(words, comma ? from + 1 : from, words.harms.alternatives) !== counted.first) return undefined;
  const most = counted.high ?? counted.low ?? 0;
  if (most <= (before.low ?? 0)) return undefined;
  const either = { low: before.low ?? before.high, high: counted.high, approx: before.approx || counted.approx };
  if (before.nounEnd > before.nounFirst) {
    const aside = comma && is(words, counted.end, harm.mark | harm.auxiliary);
    return aside ? { ...before, ...either } : undefined;
  }
  const closed = comma && lowerAt(words, counted.end) === ',';
  return withNoun(words, { ...either, first: before.first, end: counted.end }, closed ? counted.end + 1 : counted.end);
}
