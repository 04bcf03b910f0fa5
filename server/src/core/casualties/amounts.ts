import type { Bounds } from '../languages/harmWords.js';
import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, type Words } from '../words.js';

/** A number as written: bounds, whether the words are vague, and the token after it. */
export interface Amount {
  readonly low: number;
  readonly high: number;
  readonly approx: boolean;
  /** Token index, exclusive. */
  readonly end: number;
}

/** The number that starts at token i, or `null`. */
function readAmount(words: Words, i: number): Amount | null {
  const { vague, scales } = words.harms.numbers;
  const lower = lowerAt(words, i);
  const bounds = vague.get(lower);
  if (bounds !== undefined) return readVague(words, i, bounds);
  const scale = scales.get(lower);
  return scale === undefined ? readExact(words, i) : readShare(words, i, scale);
}

function readVague(words: Words, i: number, [low, high]: Bounds): Amount {
  const { afterSeveral, multiples, scaleNouns } = words.harms.numbers;
  const several = isOneOf(words, i, words.harms.several) ? afterSeveral.get(lowerAt(words, i + 1)) : undefined;
  if (several !== undefined) return { low: several[0], high: several[1], approx: true, end: i + 2 };
  const multiple = isOneOf(words, i + 1, words.harms.of) ? multiples.get(lowerAt(words, i)) : undefined;
  const unit = multiple === undefined ? undefined : scaleNouns.get(lowerAt(words, i + 2));
  if (multiple === undefined || unit === undefined || unit < 1000) return { low, high, approx: true, end: i + 1 };
  return { low: multiple[0] * unit, high: Math.floor(multiple[1] * unit), approx: true, end: i + 3 };
}

/** *a dozen*, *half a million*, *a quarter of a million*; a bare *dozen* is one of them. */
function readShare(words: Words, i: number, scale: number): Amount | null {
  const one = isOneOf(words, i - 1, words.harms.a);
  const half = one && isOneOf(words, i - 2, words.harms.half);
  const quarter = one && isOneOf(words, i - 2, words.harms.of) && isOneOf(words, i - 3, words.harms.quarter);
  const value = scale / (half ? 2 : quarter ? 4 : 1);
  return readTail(words, i + 1, value, value);
}

/** *70*, *2,500*, *1.5 million*, *twenty-five*, *three hundred and five*. */
function readExact(words: Words, i: number): Amount | null {
  const small = readSmall(words, i);
  if (small === null) return null;
  return readTail(words, small.end, small.value, small.value);
}

/** Multiplies by the scales that follow and adds what comes after them: *two* + *hundred and six*. */
function readTail(words: Words, from: number, first: number, highest: number): Amount | null {
  const { scales } = words.harms.numbers;
  let total = 0;
  let current = first;
  let end = from;
  for (;;) {
    const scale = scales.get(lowerAt(words, end));
    if (scale !== undefined) {
      if (scale >= 1000) {
        total += current * scale;
        current = 0;
      } else current *= scale;
      end++;
      continue;
    }
    const added = end > from || highest >= 100 ? readAddition(words, end) : null;
    if (added === null || !scales.has(lowerAt(words, end - 1))) break;
    current += added.value;
    end = added.end;
  }
  const value = total + current;
  return Number.isInteger(value) && value > 0 ? { low: value, high: value, approx: false, end } : null;
}

/** *and six*, *six* after *hundred*; in words alone, for *a hundred 12* is two numbers. */
function readAddition(words: Words, i: number): { value: number; end: number } | null {
  const at = isOneOf(words, i, words.harms.and) ? i + 1 : i;
  return /^\p{Ll}/u.test(lowerAt(words, at)) ? readSmall(words, at) : null;
}

function readSmall(words: Words, i: number): { value: number; end: number } | null {
  const { ones, tens, others } = words.harms.numbers;
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
    const left = tens.get(lower.slice(0, hyphen));
    const right = ones.get(lower.slice(hyphen + 1));
    return left === undefined || right === undefined ? null : { value: left + right, end: i + 1 };
  }
  return readDigits(words, i);
}

function readDigits(words: Words, i: number): { value: number; end: number } | null {
  const lower = lowerAt(words, i);
  if (/^\d{1,3}(?:[,.]\d{3})+$/.test(lower)) return { value: Number(lower.replace(/[,.]/g, '')), end: i + 1 };
  if (/^\d+$/.test(lower)) return groupDigits(words, i);
  const [, digits, suffix = ''] = /^(\d+(?:\.\d+)?)(\p{L}*)$/u.exec(lower) ?? [];
  const { scales, suffixes } = words.harms.numbers;
  const scale = suffix === '' && scales.has(lowerAt(words, i + 1)) ? 1 : suffixes.get(suffix);
  return digits === undefined || scale === undefined ? null : { value: Number(digits) * scale, end: i + 1 };
}

/** Digits grouped by a typographic space (no-break, narrow no-break, thin): *2 500*. */
function groupDigits(words: Words, i: number): { value: number; end: number } {
  let digits = words.lower[i]!;
  let end = i + 1;
  while (
    digits.length <= 9 &&
    (end > i + 1 || digits.length <= 3) &&
    /^\d{3}$/.test(lowerAt(words, end)) &&
    /^[\u00A0\u202F\u2009]$/.test(words.text.slice(words.end[end - 1], words.start[end]))
  )
    digits += words.lower[end++];
  return { value: Number(digits), end };
}

/** One number, or a range of two: *20 to 30*, *between 20 and 30*, *20-30*, *two or three*. */
export function readRange(words: Words, i: number): Amount | null {
  const first = readAmount(words, i);
  if (first === null) return null;
  const joint = lowerAt(words, first.end);
  const joins =
    isOneOf(words, first.end, words.harms.or) ||
    (isOneOf(words, first.end, words.harms.to) &&
      !isOneOf(words, i - 1, words.harms.by) &&
      !(isOneOf(words, i - 1, words.harms.from) && hasToll(words))) ||
    (isOneOf(words, first.end, words.harms.and) && isOneOf(words, i - 1, words.harms.between)) ||
    ((joint === '-' || joint === '–') && words.start[first.end + 1] === words.end[first.end]);
  if (!joins || !is(words, first.end + 1, harm.number)) return first;
  const second = readAmount(words, first.end + 1);
  if (second === null || second.high <= first.low) return first;
  // *three to five thousand*: the first shares the scale of the second
  const shared = words.harms.numbers.scales.get(lowerAt(words, second.end - 1)) ?? 1;
  const low = shared > 1 && first.low < second.low / shared && first.end === i + 1 ? first.low * shared : first.low;
  return { low, high: second.high, approx: first.approx || second.approx, end: second.end };
}

/** *The toll rose from 20 to 30* gives two figures, not a range. */
function hasToll(words: Words): boolean {
  for (let i = words.from; i < words.to; i++) if (is(words, i, harm.toll)) return true;
  return false;
}
