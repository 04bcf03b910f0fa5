import { Chrono, casual } from 'chrono-node/en';
import type { Article } from '../article/article.js';
import type { Quantity } from './quantities.js';
import { is, Kind, lowerAt, months, type Words } from './vocabulary.js';

/** Dates by temporal expression, of one article: the library is slow and an article says *Sunday* often. */
export type Dates = Map<string, string | null>;

/** The temporal expression nearest to the figure, resolved against the article's date. */
export function dateOf(article: Article, words: Words, quantity: Quantity, dates: Dates): string | null {
  let best: { from: number; to: number } | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = words.from; i < words.to; i++) {
    const to = timeEnd(words, i);
    if (to === i) continue;
    const from = /^(?:last|early|late|this)$/.test(lowerAt(words, i - 1)) ? i - 1 : i;
    if (isOfSaying(words, from)) continue;
    const here = Math.min(Math.abs(from - quantity.first), Math.abs(to - quantity.first));
    if (here < distance) {
      distance = here;
      best = { from, to };
    }
    i = to - 1;
  }
  if (best === null) return null;
  const expression = words.text.slice(words.start[best.from], words.end[best.to - 1]);
  let date = dates.get(expression);
  if (date === undefined) {
    date = resolve(expression, article.metadata.date);
    dates.set(expression, date);
  }
  return date;
}

/** *… 43 people, a monitor said on Sunday*: the day of the words, not of the dead. */
const isOfSaying = (words: Words, from: number): boolean =>
  is(words, lowerAt(words, from - 1) === 'on' ? from - 2 : from - 1, Kind.reporting);

const days = new Set('today yesterday tonight monday tuesday wednesday thursday friday saturday sunday'.split(' '));

/** The end of a weekday, *today*, *5 May 2016* or *May 5* that begins at token i, or `i`. */
function timeEnd(words: Words, i: number): number {
  const lower = words.lower[i] as string;
  if (days.has(lower)) return i + 1;
  if (!isMonth(words, i) && !(isMonth(words, i + 1) && isDay(words, i))) return i;
  let end = i;
  while (
    end < words.to &&
    end - i < 4 &&
    (isMonth(words, end) || isDay(words, end) || isYear(words, end) || lowerAt(words, end) === ',')
  )
    end++;
  while (lowerAt(words, end - 1) === ',') end--;
  return end;
}

const isMonth = (words: Words, i: number): boolean =>
  months.has(lowerAt(words, i)) && /^\p{Lu}/u.test(words.word[i] as string);
/** 1 for January, or `null`. */
export const monthAt = (words: Words, i: number): number | null =>
  isMonth(words, i) ? 1 + monthLetters.indexOf(lowerAt(words, i).slice(0, 3)) : null;
const monthLetters = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const isDay = (words: Words, i: number): boolean => /^\d{1,2}(?:st|nd|rd|th)?$/.test(lowerAt(words, i));
export const isYear = (words: Words, i: number): boolean => /^(?:19|20)\d{2}$/.test(lowerAt(words, i));

/** ISO date of a temporal expression, or `null`. */
function resolve(expression: string, articleDate: string | null): string | null {
  if (articleDate === null && !/(?:19|20)\d{2}$/.test(expression)) return null;
  const [year, month, day] = (articleDate ?? '2000-01-01').split('-').map(Number) as [number, number, number];
  const reference = new Date(year, month - 1, day, 12);
  const date = /\d/.test(expression) ? dateFrom(expression, reference) : dayFrom(expression.toLowerCase(), reference);
  if (date === null) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Days from an article's date, by expression and the weekday of that date: all that *last Sunday* depends on. */
const shifts = new Map<string, number | null>();
const oneDay = 24 * 60 * 60 * 1000;

/** The date of *Sunday*, *yesterday*, *last Friday*; `null` for a month alone. */
function dayFrom(expression: string, reference: Date): Date | null {
  if (!/(?:day|tonight)$/.test(expression)) return null;
  const key = `${expression} ${reference.getDay()}`;
  let shift = shifts.get(key);
  if (shift === undefined) {
    const date = dateFrom(expression, reference);
    shift = date === null ? null : Math.round((date.getTime() - reference.getTime()) / oneDay);
    shifts.set(key, shift);
  }
  if (shift === null) return null;
  const date = new Date(reference);
  date.setDate(date.getDate() + shift);
  return date;
}

/**
 * News looks back: a weekday, or a day without a year, is the last one before or on the article's date. Local time on both
 * sides, so that the machine's time zone does not matter.
 */
function dateFrom(expression: string, reference: Date): Date | null {
  const found = newsDates().parse(expression, reference)[0]?.start;
  if (found === undefined || !(found.isCertain('day') || found.isCertain('weekday'))) return null;
  const date = new Date(
    found.get('year') as number,
    (found.get('month') as number) - 1,
    found.get('day') as number,
    12,
  );
  if (date > reference && !found.isCertain('year')) {
    if (found.isCertain('weekday') && !found.isCertain('month')) date.setDate(date.getDate() - 7);
    else date.setFullYear(date.getFullYear() - 1);
  }
  return date;
}

let parser: Chrono | null = null;

/**
 * The library, with the patterns of those of its parsers emptied that know neither weekdays nor months nor *yesterday*: a
 * fifth of the time of all, and of the time to compile them. Made when the first date is asked for.
 */
function newsDates(): Chrono {
  parser ??= new Chrono({
    parsers: casual.parsers.map((one) => ({
      pattern: (context) => {
        const pattern = one.pattern(context);
        return /sunday|january|yesterday/.test(pattern.source) ? pattern : nothing;
      },
      extract: (context, match) => one.extract(context, match),
    })),
    refiners: casual.refiners,
  });
  return parser;
}

const nothing = /$^/;
