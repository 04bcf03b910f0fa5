import type { Bounds, Effect } from '../languages/harmWords.js';
import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, type Words } from '../words.js';

/** A number as written: bounds, whether the words are vague, and the token after it. */
export interface Amount {
  readonly low: number;
  readonly high: number;
  readonly approx: boolean;
  /** What its last part makes of it: *300-plus*, *twenty-odd*. */
  readonly effect: Effect;
  /** Token index, exclusive. */
  readonly end: number;
}

const exactly = (value: number, end: number): Amount => ({
  low: value,
  high: value,
  approx: false,
  effect: 'none',
  end,
});

/** The number that starts at token i, or `null`. */
function readAmount(words: Words, i: number): Amount | null {
  const { vague, scales } = words.harms.numbers;
  const lower = lowerAt(words, i);
  const bounds = vague.get(lower);
  const several = readSeveral(words, i);
  if (several !== null) return several;
  if (bounds !== undefined) return readVague(words, i, bounds);
  const scale = scales.get(lower);
  return scale === undefined ? readExact(words, i) : readShare(words, i, scale);
}

function readVague(words: Words, i: number, [low, high]: Bounds): Amount {
  const { multiples, scaleNouns } = words.harms.numbers;
  const multiple = isOneOf(words, i + 1, words.harms.of) ? multiples.get(lowerAt(words, i)) : undefined;
  const unit = multiple === undefined ? undefined : scaleNouns.get(lowerAt(words, i + 2));
  if (multiple !== undefined && unit !== undefined && unit >= 1000)
    return vaguely(multiple[0] * unit, Math.floor(multiple[1] * unit), i + 3);
  // *hundreds and hundreds* are hundreds
  const again = isOneOf(words, i + 1, words.harms.repeats) && lowerAt(words, i + 2) === lowerAt(words, i);
  return vaguely(low, high, again ? i + 3 : i + 1);
}

const vaguely = (low: number, high: number, end: number): Amount => ({ low, high, approx: true, effect: 'none', end });

/** *Several hundred*, *a few hundred thousand*, *a few tens of thousands*; `null` where *several* stands alone. */
function readSeveral(words: Words, i: number): Amount | null {
  if (!isOneOf(words, i, words.harms.several)) return null;
  const { afterSeveral, scales, vague } = words.harms.numbers;
  const next = lowerAt(words, i + 1);
  const plural = vague.get(next);
  if (plural !== undefined && !isOneOf(words, i + 1, words.harms.several)) return readVague(words, i + 1, plural);
  const bounds = afterSeveral.get(next);
  if (bounds === undefined) return null;
  const scale = scales.get(lowerAt(words, i + 2)) ?? 1;
  return vaguely(bounds[0] * scale, (bounds[1] + 1) * scale - 1, scale === 1 ? i + 2 : i + 3);
}

/** *a dozen*, *half a million*, *half million*, *a quarter of a million*; a bare *dozen* is one of them. */
function readShare(words: Words, i: number, scale: number): Amount | null {
  const one = isOneOf(words, i - 1, words.harms.a);
  const half = isOneOf(words, one ? i - 2 : i - 1, words.harms.half);
  const quarter = one && isOneOf(words, i - 2, words.harms.of) && isOneOf(words, i - 3, words.harms.quarter);
  const value = scale / (half ? 2 : quarter ? 4 : 1);
  return readTail(words, i + 1, value, scale);
}

/** *70*, *2,500*, *1.5 million*, *twenty-five*, *three hundred and five*, *a couple of dozen*. */
function readExact(words: Words, i: number): Amount | null {
  const small = readSmall(words, i);
  if (small === null) return null;
  const pair = isOneOf(words, i, words.harms.couple) && isOneOf(words, small.end, words.harms.of);
  const from = pair && words.harms.numbers.scales.has(lowerAt(words, small.end + 1)) ? small.end + 1 : small.end;
  return readTail(words, from, small.value, small.value);
}

/** Multiplies by the scales that follow and adds what comes after them: *two* + *hundred and six*, *two* + *and a half million*. */
function readTail(words: Words, from: number, first: number, highest: number): Amount | null {
  const { scales } = words.harms.numbers;
  let total = 0;
  let current = first;
  let last = highest >= 1000 ? highest : 1;
  let end = from;
  for (;;) {
    const scale = scales.get(lowerAt(words, end));
    if (scale !== undefined) {
      last = scale;
      if (scale >= 1000) {
        total += current * scale;
        current = 0;
      } else current *= scale;
      end++;
      continue;
    }
    const half = readHalf(words, end);
    if (half > end) {
      if (current > 0 && last < 1000 && scales.has(lowerAt(words, half))) current += 0.5;
      else if (last >= 1000) total += last / 2;
      else break;
      end = half;
      continue;
    }
    const added = end > from || highest >= 100 ? readAddition(words, end) : null;
    if (added === null || !scales.has(lowerAt(words, end - 1))) break;
    current += added.value;
    end = added.end;
  }
  const value = total + current;
  return Number.isInteger(value) && value > 0 ? exactly(value, end) : null;
}

/** The end of *and a half*, or `i`. */
const readHalf = (words: Words, i: number): number =>
  isOneOf(words, i, words.harms.and) && isOneOf(words, i + 1, words.harms.a) && isOneOf(words, i + 2, words.harms.half)
    ? i + 3
    : i;

/** *and six*, *six* after *hundred*; in words alone, for *a hundred 12* is two numbers. */
function readAddition(words: Words, i: number): { value: number; end: number } | null {
  const at = isOneOf(words, i, words.harms.and) ? i + 1 : i;
  return /^\p{Ll}/u.test(lowerAt(words, at)) ? readSmall(words, at) : null;
}

function readSmall(words: Words, i: number): { value: number; end: number } | null {
  const { ones, tens, others, scales } = words.harms.numbers;
  const lower = lowerAt(words, i);
  const one = ones.get(lower) ?? others.get(lower);
  if (one !== undefined) return { value: one, end: i + 1 };
  const ten = tens.get(lower);
  if (ten !== undefined) {
    const after = ones.get(lowerAt(words, i + 1)) ?? 10;
    return after < 10 ? { value: ten + after, end: i + 2 } : { value: ten, end: i + 1 };
  }
  const hyphen = lower.indexOf('-');
  if (hyphen > 0) {
    const before = lower.slice(0, hyphen);
    const value = ones.get(before) ?? tens.get(before) ?? scales.get(before);
    if (value !== undefined && words.harms.halves.has(lower.slice(hyphen + 1)))
      return { value: value + 0.5, end: i + 1 };
    if (value !== undefined && words.harms.numberTails.has(lower.slice(hyphen + 1))) return { value, end: i + 1 };
    const left = tens.get(before);
    const right = ones.get(lower.slice(hyphen + 1));
    return left === undefined || right === undefined ? null : { value: left + right, end: i + 1 };
  }
  return readDigits(words, i);
}

function readDigits(words: Words, i: number): { value: number; end: number } | null {
  const lower = lowerAt(words, i);
  if (/^\d{1,3}(?:[,.]\d{3})+$/.test(lower)) return { value: Number(lower.replace(/[,.]/g, '')), end: i + 1 };
  if (/^\d+$/.test(lower)) return groupDigits(words, i);
  const [, digits, suffix = ''] = /^(\d+(?:[.,]\d+)?)(\p{L}*)$/u.exec(lower) ?? [];
  const { scales, suffixes } = words.harms.numbers;
  const scale = suffix === '' && scales.has(lowerAt(words, i + 1)) ? 1 : suffixes.get(suffix);
  return digits === undefined || scale === undefined
    ? null
    : { value: Number(digits.replace(',', '.')) * scale, end: i + 1 };
}

/** Digits grouped by a space or an apostrophe: *2 500*, *1'207*. */
function groupDigits(words: Words, i: number): { value: number; end: number } {
  let digits = words.lower[i]!;
  let end = i + 1;
  while (digits.length <= 9 && (end > i + 1 || /^[1-9]\d{0,2}$/.test(digits))) {
    const next = nextGroup(words, i, end);
    if (next < 0) break;
    digits += words.lower[next];
    end = next + 1;
  }
  return { value: Number(digits), end };
}

/**
 * The token with the next three digits of a number that ends at token `end`, or -1. A plain space joins them only where no
 * other number stands before or behind.
 */
function nextGroup(words: Words, first: number, end: number): number {
  const glued = (at: number): boolean => words.start[at] === words.end[at - 1];
  if (lowerAt(words, end) === "'" && glued(end) && glued(end + 1) && isGroup(words, end + 1)) return end + 1;
  if (!isGroup(words, end)) return -1;
  const between = words.text.slice(words.end[end - 1], words.start[end]);
  if (/^[\u00A0\u202F\u2009]$/.test(between)) return end;
  const alone =
    !is(words, first - 1, harm.number | harm.label) && (isGroup(words, end + 1) || !is(words, end + 1, harm.number));
  return between === ' ' && alone ? end : -1;
}

const isGroup = (words: Words, i: number): boolean => /^\d{3}$/.test(lowerAt(words, i));

/** One number, or a range of two: *20 to 30*, *between 20 and 30*, *20-30*, *two or three*; `changing`: see `joinsRange`. */
export function readRange(words: Words, i: number, changing: boolean): Amount | null {
  const first = readAmount(words, i);
  if (first === null) return null;
  if (!joinsRange(words, i, first.end, changing) || !is(words, first.end + 1, harm.number)) return tailed(words, first);
  const second = readAmount(words, first.end + 1);
  if (second === null || second.high <= first.low) return tailed(words, first);
  // *three to five thousand*: the first shares the scale of the second
  const shared = words.harms.numbers.scales.get(lowerAt(words, second.end - 1)) ?? 1;
  const low = shared > 1 && first.low < second.low / shared && first.end === i + 1 ? first.low * shared : first.low;
  return tailed(words, { ...second, low, approx: first.approx || second.approx });
}

/** Whether token `at` joins the number before it, which begins at token i, with one behind. `changing`: *rose from 20 to 30* is no range. */
function joinsRange(words: Words, i: number, at: number, changing: boolean): boolean {
  if (isOneOf(words, at, words.harms.or)) return true;
  if (isOneOf(words, at, words.harms.to))
    return !isOneOf(words, i - 1, words.harms.by) && !(isOneOf(words, i - 1, words.harms.from) && changing);
  if (isOneOf(words, at, words.harms.and)) return isOneOf(words, i - 1, words.harms.between);
  return /^[-–]$/.test(lowerAt(words, at)) && words.start[at + 1] === words.end[at];
}

/** With *-plus*, *plus* or *-odd* behind it: *300-plus people*; not *300 plus 40 others*. */
function tailed(words: Words, amount: Amount): Amount {
  const { numberTails } = words.harms;
  const [, inner] = /^[^-]+-(.+)$/.exec(lowerAt(words, amount.end - 1)) ?? [];
  const within = inner === undefined ? undefined : numberTails.get(inner);
  if (within !== undefined) return { ...amount, effect: within };
  const hyphen = lowerAt(words, amount.end) === '-' && words.start[amount.end] === words.end[amount.end - 1];
  const at = hyphen ? amount.end + 1 : amount.end;
  const effect = numberTails.get(lowerAt(words, at));
  const stands = !is(words, at, harm.determiner) && !is(words, at + 1, harm.number | harm.determiner | harm.mark);
  if (effect === undefined || !(hyphen || stands)) return amount;
  return { ...amount, effect, end: at + 1 };
}
