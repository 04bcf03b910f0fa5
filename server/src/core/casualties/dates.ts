import type { HarmWords } from '../languages/harmWords.js';
import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, shape, type Words } from '../words.js';
import type { Quantity } from './quantity.js';

/** The dates of one article. */
export class Dates {
  /** By temporal expression: the library is slow and an article says *Sunday* often. */
  private readonly known = new Map<string, string | null>();
  /** The day that expressions are seen from; `null` until one is read: many articles with figures name no day. */
  private reference: Date | null = null;

  constructor(
    private readonly articleDate: string | null,
    private readonly readDay: HarmWords['readDay'],
  ) {}

  /** ISO date of a temporal expression, or `null`. */
  of(expression: string): string | null {
    let date = this.known.get(expression);
    if (date === undefined) {
      date = this.resolve(expression);
      this.known.set(expression, date);
    }
    return date;
  }

  private resolve(expression: string): string | null {
    if (this.articleDate === null && !/(?:19|20)\d{2}$/.test(expression)) return null;
    this.reference ??= noonOf(this.articleDate ?? '2000-01-01');
    const date = this.readDay(expression, this.reference);
    if (date === null) return null;
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  }
}

function noonOf(date: string): Date {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, day, 12);
}

/** The temporal expression nearest to the figure, or the first of *Tuesday’s attack*, resolved against the article's date. */
export function dateOf(words: Words, quantity: Quantity, dates: Dates): string | null {
  let best: { from: number; to: number } | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = words.from; i < words.to; i++) {
    const to = timeEnd(words, i);
    if (to === i) continue;
    const from = isOneOf(words, i - 1, words.harms.dayModifiers) ? i - 1 : i;
    if (isOfSaying(words, from)) continue;
    const ofEvent = isOneOf(words, to, words.says.possessive);
    const here = ofEvent ? 0 : Math.min(Math.abs(from - quantity.first), Math.abs(to - quantity.first));
    if (here < distance) {
      distance = here;
      best = { from, to };
    }
    i = to - 1;
  }
  if (best === null) return null;
  return dates.of(words.text.slice(words.start[best.from], words.end[best.to - 1]));
}

/** *… 43 people, a monitor said on Sunday*: the day of the words, not of the dead. */
const isOfSaying = (words: Words, from: number): boolean =>
  is(words, isOneOf(words, from - 1, words.harms.on) ? from - 2 : from - 1, harm.reporting);

/** The end of a weekday, *today*, *5 May 2016* or *May 5* that begins at token i, or `i`. */
function timeEnd(words: Words, i: number): number {
  if (isOneOf(words, i, words.harms.days)) return i + 1;
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
  (words.shapes[i] === shape.capital || words.shapes[i] === shape.capitals) &&
  words.harms.months.has(lowerAt(words, i)) &&
  /^\p{Lu}/u.test(words.word[i]!);
/** 1 for January, or `null`. */
export const monthAt = (words: Words, i: number): number | null =>
  isMonth(words, i) ? (words.harms.months.get(lowerAt(words, i)) ?? null) : null;
const isDay = (words: Words, i: number): boolean => words.harms.dayOfMonth.test(lowerAt(words, i));
export const isYear = (words: Words, i: number): boolean => /^(?:19|20)\d{2}$/.test(lowerAt(words, i));
