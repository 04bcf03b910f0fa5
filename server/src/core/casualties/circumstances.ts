import * as chrono from 'chrono-node/en';
import type { Article } from '../article/article.js';
import * as en from '../languages/en/casualties.js';
import type { Bound } from './binding.js';
import type { Figure } from './figure.js';
import { isVerbal } from './predicates.js';
import { is, Kind, lowerAt, months, type Words } from './vocabulary.js';

/** What a sentence says of a figure beside the number. */
export type Circumstances = Pick<Figure, 'scope' | 'place' | 'date' | 'perpetrator'>;

const split = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const cumulative = split(en.cumulativeWords);
const placeNouns = split(en.placeNouns);
const placePrepositions = split(en.placePrepositions);
const phrases = (list: readonly string[]): readonly (readonly string[])[] => list.map((one) => one.split(' '));
const cumulativePhrases = phrases(en.cumulativePhrases);
const historicalPhrases = phrases(en.historicalPhrases);
/** An event this many calendar years before the article is recalled, not reported. */
const historicalAfterYears = 2;

/** Scope, place, date and perpetrator of a figure, as far as its sentence states them. */
export function circumstancesOf(article: Article, words: Words, bound: Bound): Circumstances {
  const year = statedYear(words);
  const scope = scopeOf(article, words, bound, year);
  return {
    scope,
    place: placeOf(words, bound),
    date: scope === 'cumulative' ? null : dateOf(article, words, bound),
    perpetrator: perpetratorOf(words, bound),
  };
}

function scopeOf(article: Article, words: Words, bound: Bound, year: number | null): Figure['scope'] {
  if (historicalPhrases.some((phrase) => holds(words, phrase))) return 'historical';
  for (let i = words.from; i < words.to; i++) {
    if (cumulative.has(words.lower[i] as string)) return 'cumulative';
    if (words.lower[i] === 'since' && countsSince(words, bound, i)) return 'cumulative';
  }
  if (cumulativePhrases.some((phrase) => holds(words, phrase))) return 'cumulative';
  const now = Number(article.metadata.date?.slice(0, 4) ?? Number.NaN);
  return year !== null && now - year >= historicalAfterYears ? 'historical' : 'incident';
}

/** *Have been killed since 2011*, *1,200 deaths since May*; not *the worst attack since 2011, which killed 30*. */
function countsSince(words: Words, { quantity, predicate }: Bound, since: number): boolean {
  if (since > quantity.end && since - quantity.end <= 8) return true;
  if (predicate === null) return false;
  for (let i = predicate.first; i < predicate.at; i++)
    if (/^(?:have|has|had)$/.test(words.lower[i] as string)) return true;
  return false;
}

function holds(words: Words, phrase: readonly string[]): boolean {
  for (let i = words.from; i + phrase.length <= words.to; i++)
    if (phrase.every((word, k) => words.lower[i + k] === word)) return true;
  return false;
}

/** The year after *in*, *of* or a month: *in August 2013*, *in 1982*. */
function statedYear(words: Words): number | null {
  for (let i = words.from; i < words.to; i++) {
    const lower = words.lower[i] as string;
    if (!/^(?:19|20)\d{2}$/.test(lower)) continue;
    const before = lowerAt(words, i - 1);
    if (before === 'in' || before === 'of' || before === 'during' || months.has(before)) return Number(lower);
  }
  return null;
}

/** The name after *in*, *near*, *city of*: the first after the figure, else the last before it. */
function placeOf(words: Words, { quantity }: Bound): string | null {
  for (let i = quantity.end; i < words.to; i++) {
    const name = placeAt(words, i);
    if (name !== null) return name;
  }
  for (let i = quantity.first - 1; i >= words.from; i--) {
    const name = placeAt(words, i);
    if (name !== null) return name;
  }
  return null;
}

const longestName = 4;

/** The name of a place whose preposition is token i. */
function placeAt(words: Words, i: number): string | null {
  const lower = words.lower[i] as string;
  if (lower === 'of' ? !placeNouns.has(lowerAt(words, i - 1)) : !placePrepositions.has(lower)) return null;
  let first = i + 1;
  while (first < words.to && first - i < 5 && !isNamePart(words, first) && canLead(words, first)) first++;
  let end = first;
  while (end - first < longestName && isNamePart(words, end)) end++;
  return end === first ? null : words.text.slice(words.start[first], words.end[end - 1]);
}

/** *the northern* before the name of a place. */
const canLead = (words: Words, i: number): boolean =>
  is(words, i, Kind.determiner) || (/^[a-z-]+$/.test(words.word[i] as string) && (words.kind[i] as number) === 0);

const isNamePart = (words: Words, i: number): boolean =>
  i < words.to &&
  /^(?:\p{Lu}|al-|el-)/u.test(words.word[i] as string) &&
  !is(
    words,
    i,
    Kind.time | Kind.number | Kind.verb | Kind.state | Kind.auxiliary | Kind.reporting | Kind.people | Kind.preposition,
  );

/** The temporal expression nearest to the figure, resolved against the article's date. */
function dateOf(article: Article, words: Words, { quantity }: Bound): string | null {
  let best: { from: number; to: number } | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = words.from; i < words.to; i++) {
    const to = timeEnd(words, i);
    if (to === i) continue;
    const from = /^(?:last|early|late|this)$/.test(lowerAt(words, i - 1)) ? i - 1 : i;
    const here = Math.min(Math.abs(from - quantity.first), Math.abs(to - quantity.first));
    if (here < distance) {
      distance = here;
      best = { from, to };
    }
    i = to - 1;
  }
  if (best === null) return null;
  return resolve(words.text.slice(words.start[best.from], words.end[best.to - 1]), article.metadata.date);
}

/** The end of a weekday, *today*, *5 May 2016* or *May 5* that begins at token i, or `i`. */
function timeEnd(words: Words, i: number): number {
  const lower = words.lower[i] as string;
  if (/^(?:today|yesterday|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/.test(lower)) return i + 1;
  if (!isMonth(words, i) && !(isDay(words, i) && isMonth(words, i + 1))) return i;
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
const isDay = (words: Words, i: number): boolean => /^\d{1,2}(?:st|nd|rd|th)?$/.test(lowerAt(words, i));
const isYear = (words: Words, i: number): boolean => /^(?:19|20)\d{2}$/.test(lowerAt(words, i));

/**
 * ISO date of a temporal expression, or `null`. News looks back: a weekday or a day without a year is the last one before
 * or on the article's date. All in local time on both sides, so that the machine's time zone does not matter.
 */
function resolve(expression: string, articleDate: string | null): string | null {
  const stated = /^\s*\p{Lu}.*\b(?:19|20)\d{2}\s*$|^\d{1,2}.*\b(?:19|20)\d{2}\s*$/u.test(expression);
  if (articleDate === null && !stated) return null;
  const [year, month, day] = (articleDate ?? '2000-01-01').split('-').map(Number) as [number, number, number];
  const reference = new Date(year, month - 1, day, 12);
  const found = chrono.parse(expression, reference)[0]?.start;
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
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

const longestAgent = 7;

/** *killed by US-led air strikes*; *Government air strikes killed …*. */
function perpetratorOf(words: Words, { predicate }: Bound): string | null {
  if (predicate === null) return null;
  const by = lowerAt(words, predicate.end) === 'by' ? predicate.end + 1 : -1;
  if (by > 0) return phrase(words, by, forward(words, by));
  if (predicate.voice === 'passive') return null;
  let end = predicate.first;
  if (is(words, end - 1, Kind.relative)) end--;
  let first = end;
  while (first - 1 >= words.from && end - first < longestAgent && inNoun(words, first - 1)) first--;
  return phrase(words, first, end);
}

function forward(words: Words, from: number): number {
  let end = from;
  while (end < words.to && end - from < longestAgent && inNoun(words, end)) end++;
  return end;
}

const inNoun = (words: Words, i: number): boolean =>
  !isVerbal(words, i) &&
  !is(
    words,
    i,
    Kind.mark | Kind.preposition | Kind.conjunction | Kind.subordinator | Kind.relative | Kind.time | Kind.pronoun,
  );

/** The words without a leading determiner; `null` where nothing is left. */
function phrase(words: Words, first: number, end: number): string | null {
  let from = first;
  while (from < end && is(words, from, Kind.determiner)) from++;
  return from >= end ? null : words.text.slice(words.start[from], words.end[end - 1]);
}
