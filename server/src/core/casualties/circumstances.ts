import type { Article } from '../article/article.js';
import * as en from '../languages/en/casualties.js';
import type { Bound } from './binding.js';
import { type Dates, dateOf, isYear, monthAt } from './dates.js';
import type { Figure } from './figure.js';
import { isVerbal } from './predicates.js';
import { is, Kind, lowerAt, months, type Words } from './vocabulary.js';

/** What a sentence says of a figure beside the number. */
export type Circumstances = Pick<Figure, 'scope' | 'place' | 'date' | 'perpetrator'>;

const split = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const cumulative = split(en.cumulativeWords);
const wars = split(en.wars);
const beginnings = split(en.beginnings);
const placeNouns = split(en.placeNouns);
const placePrepositions = split(en.placePrepositions);
/** Phrases by their first word, so that a walk over a sentence looks each word up once. */
function phrases(list: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const byFirst = new Map<string, string[][]>();
  for (const one of list) {
    const words = one.split(' ');
    byFirst.set(words[0] as string, [...(byFirst.get(words[0] as string) ?? []), words]);
  }
  return byFirst;
}

const cumulativePhrases = phrases(en.cumulativePhrases);
const historicalPhrases = phrases(en.historicalPhrases);
/** An event this many calendar years before the article is recalled, not reported. */
const historicalAfterYears = 2;

/** Scope, place, date and perpetrator of a figure, as far as its sentence states them. */
export function circumstancesOf(article: Article, words: Words, bound: Bound, dates: Dates): Circumstances {
  const scope = scopeOf(article, words, bound);
  return {
    scope,
    place: placeOf(words, bound),
    date: scope === 'cumulative' ? null : dateOf(article, words, bound.quantity, dates),
    perpetrator: perpetratorOf(words, bound),
  };
}

function scopeOf(article: Article, words: Words, bound: Bound): Figure['scope'] {
  const perfect = isPerfect(words, bound);
  for (let i = words.from; i < words.to; i++) {
    const lower = words.lower[i] as string;
    if (cumulative.has(lower)) return 'cumulative';
    if (lower === 'since' && (perfect || isShortlyAfter(bound, i))) return 'cumulative';
    if (perfect && wars.has(lower)) return 'cumulative';
  }
  if (holds(words, historicalPhrases)) return 'historical';
  if (holds(words, cumulativePhrases)) return 'cumulative';
  if (recallsMonth(words, article.metadata.date)) return 'historical';
  const now = Number(article.metadata.date?.slice(0, 4) ?? Number.NaN);
  const stated = statedYear(words);
  if (stated === null) return 'incident';
  if (stated.begins) return (bound.quantity.low ?? 0) >= countOfWar ? 'cumulative' : 'incident';
  return now - stated.year >= historicalAfterYears ? 'historical' : 'incident';
}

/** *In May more than 60 civilians were killed*, in an article of July. */
function recallsMonth(words: Words, articleDate: string | null): boolean {
  if (articleDate === null) return false;
  for (let i = words.from + 1; i < words.to; i++) {
    const month = lowerAt(words, i - 1) === 'in' && !isYear(words, i + 1) ? monthAt(words, i) : null;
    if (month !== null) return month !== Number(articleDate.slice(5, 7));
  }
  return false;
}

/** *1,200 deaths since May*; not *the worst attack since 2011, which killed 30*. */
const isShortlyAfter = ({ quantity }: Bound, i: number): boolean => i > quantity.end && i - quantity.end <= 8;

/** *Have been killed*: up to now. */
function isPerfect(words: Words, { predicate }: Bound): boolean {
  if (predicate === null) return false;
  for (let i = predicate.first; i < predicate.at; i++)
    if (/^(?:have|has|had)$/.test(words.lower[i] as string)) return true;
  return false;
}

function holds(words: Words, phrases: ReadonlyMap<string, readonly (readonly string[])[]>): boolean {
  for (let i = words.from; i < words.to; i++)
    if (
      phrases.get(words.lower[i] as string)?.some((phrase) => phrase.every((word, k) => lowerAt(words, i + k) === word))
    )
      return true;
  return false;
}

/** A count of at least so many is a war's, where the sentence says in which year the war began. */
const countOfWar = 1000;

/** The year after *in*, *of* or a month (*in August 2013*), and whether it is one in which something began. */
function statedYear(words: Words): { readonly year: number; readonly begins: boolean } | null {
  for (let i = words.from; i < words.to; i++) {
    const lower = words.lower[i] as string;
    if (lower.length !== 4 || !isYear(words, i)) continue;
    const before = lowerAt(words, i - 1);
    if (before === 'in' || before === 'of' || before === 'during' || months.has(before))
      return { year: Number(lower), begins: begins(words, i) };
  }
  return null;
}

/** *Since the war erupted in 2011*: the year in which a count begins. */
function begins(words: Words, i: number): boolean {
  for (let k = i - 1; k >= Math.max(words.from, i - 12); k--) if (beginnings.has(words.lower[k] as string)) return true;
  return false;
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

const longestAgent = 7;
const longestClause = 16;

/** *killed by US-led air strikes*; *Government air strikes killed …*. */
function perpetratorOf(words: Words, { predicate }: Bound): string | null {
  if (predicate === null) return null;
  if (lowerAt(words, predicate.end) === 'by') {
    let end = predicate.end + 1;
    while (end < words.to && end - predicate.end <= longestAgent && inNoun(words, end)) end++;
    return phrase(words, predicate.end + 1, end);
  }
  if (predicate.voice !== 'active') return null;
  const end = is(words, predicate.first - 1, Kind.relative) ? predicate.first - 1 : predicate.first;
  let first = end;
  while (first > words.from && end - first < longestClause && inSubject(words, first - 1)) first--;
  while (first < end && is(words, first, Kind.preposition | Kind.number)) first++;
  let to = first;
  while (to < end && to - first < longestAgent && !is(words, to, Kind.preposition)) to++;
  return phrase(words, first, to);
}

/** Inside the subject of an active verb, prepositional phrases included: *a blast at the depot* killed. */
const inSubject = (words: Words, i: number): boolean => inNoun(words, i) || is(words, i, Kind.preposition | Kind.time);

const inNoun = (words: Words, i: number): boolean =>
  !isVerbal(words, i) &&
  !is(
    words,
    i,
    Kind.mark |
      Kind.preposition |
      Kind.conjunction |
      Kind.subordinator |
      Kind.relative |
      Kind.time |
      Kind.pronoun |
      Kind.number,
  );

/** The words without a leading determiner; `null` where nothing is left. */
function phrase(words: Words, first: number, end: number): string | null {
  let from = first;
  while (from < end && is(words, from, Kind.determiner)) from++;
  return from >= end ? null : words.text.slice(words.start[from], words.end[end - 1]);
}
