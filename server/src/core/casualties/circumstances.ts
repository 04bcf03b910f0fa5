import type { Article } from '../article/article.js';
import type { Phrases } from '../languages/material.js';
import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, phraseEnd, type Words } from '../words.js';
import type { Bound } from './bound.js';
import { type Dates, dateOf, isYear, monthAt } from './dates.js';
import type { Figure } from './figure.js';
import type { CountingClause } from './totals.js';
import { isVerbal } from './walks.js';

/** What a sentence says of a figure beside the number. */
export type Circumstances = Pick<Figure, 'scope' | 'place' | 'date' | 'perpetrator'>;

/** An event this many calendar years before the article is recalled, not reported; set by hand. */
const historicalAfterYears = 2;

/** Scope, place, date and perpetrator of a figure, as far as its sentence states them. */
export function circumstancesOf(
  article: Article,
  words: Words,
  bound: Bound,
  clause: CountingClause,
  dates: Dates,
): Circumstances {
  const scope = clause.isTotal ? 'cumulative' : scopeOf(article, clause.words, bound);
  return {
    scope,
    place: placeOf(words, bound),
    date: scope === 'cumulative' ? null : dateOf(words, bound.quantity, dates),
    perpetrator: perpetratorOf(words, bound),
  };
}

function scopeOf(article: Article, words: Words, bound: Bound): Figure['scope'] {
  const perfect = isPerfect(words, bound);
  for (let i = words.from; i < words.to; i++) {
    if (isOneOf(words, i, words.harms.cumulative)) return 'cumulative';
    if (isOneOf(words, i, words.harms.since) && (perfect || isShortlyAfter(bound, i) || followsToll(words, i)))
      return 'cumulative';
    if (perfect && isOneOf(words, i, words.harms.wars)) return 'cumulative';
  }
  if (holds(words, words.harms.historicalPhrases) || isBeforehand(words, bound)) return 'historical';
  if (runs(words)) return 'cumulative';
  if (recallsMonth(words, article.metadata.date)) return 'historical';
  const now = Number(article.metadata.date?.slice(0, 4) ?? Number.NaN);
  const when = yearOfClause(words, bound);
  if (when !== null && !(now - when < historicalAfterYears)) return 'historical';
  const stated = statedYear(words);
  if (stated === null) return 'incident';
  if (stated.begins) return (bound.quantity.low ?? 0) >= countOfWar ? 'cumulative' : 'incident';
  // an article that gives no date of its own says no year of what it reports, only of what it recalls
  if (Number.isNaN(now)) return stated.bare ? 'historical' : 'incident';
  return now - stated.year >= historicalAfterYears ? 'historical' : 'incident';
}

/** *It comes 11 years after 27 people died*; not *two years after the war, 40 people died*. */
function isBeforehand(words: Words, { quantity }: Bound): boolean {
  for (let i = quantity.first - 1; i >= words.from && !is(words, i, harm.mark); i--)
    if (phraseEnd(words, i, words.harms.timesAfter) > 0) return true;
  return false;
}

/** *The worst violence since 2003, when 60 people were killed*: the year of the clause that a figure stands in, or `null`. */
function yearOfClause(words: Words, { quantity }: Bound): number | null {
  for (let i = quantity.first - 1; i > words.from; i--) {
    if (is(words, i, harm.mark | harm.verb)) return null;
    if (!isOneOf(words, i, words.harms.when)) continue;
    const at = lowerAt(words, i - 1) === ',' ? i - 2 : i - 1;
    return isYear(words, at) ? Number(lowerAt(words, at)) : null;
  }
  return null;
}

/** *In May more than 60 civilians were killed*, in an article of July. */
function recallsMonth(words: Words, articleDate: string | null): boolean {
  if (articleDate === null) return false;
  for (let i = words.from + 1; i < words.to; i++) {
    const month = isOneOf(words, i - 1, words.harms.in) && !isYear(words, i + 1) ? monthAt(words, i) : null;
    if (month !== null) return month !== Number(articleDate.slice(5, 7));
  }
  return false;
}

/** *The death toll since March*, *the number of dead since May*. */
function followsToll(words: Words, i: number): boolean {
  for (let k = i - 1; k >= Math.max(words.from, i - 4); k--)
    if (is(words, k, harm.toll) || isOneOf(words, k, words.harms.totals)) return true;
  return false;
}

/** *1,200 deaths since May*; not *the worst attack since 2011, which killed 30*. */
const isShortlyAfter = ({ quantity }: Bound, i: number): boolean => i > quantity.end && i - quantity.end <= 8;

/** *Have been killed*: up to now. */
function isPerfect(words: Words, { predicate }: Bound): boolean {
  if (predicate === null) return false;
  for (let i = predicate.first; i < predicate.at; i++) if (isOneOf(words, i, words.harms.have)) return true;
  return false;
}

function holds(words: Words, phrases: Phrases): boolean {
  for (let i = words.from; i < words.to; i++) if (phraseEnd(words, i, phrases) > 0) return true;
  return false;
}

/** A phrase says that a count runs on; not *the deadliest attack this year*. */
function runs(words: Words): boolean {
  for (let i = words.from; i < words.to; i++)
    if (phraseEnd(words, i, words.harms.cumulativePhrases) > 0 && !isRanked(words, i)) return true;
  return false;
}

function isRanked(words: Words, i: number): boolean {
  for (let k = i - 1; k >= Math.max(words.from, i - 4); k--) if (isOneOf(words, k, words.harms.ranks)) return true;
  return false;
}

/** A count of at least as many people is a war's, where the sentence says in which year the war began; set by hand. */
const countOfWar = 1000;

/** The year after *in*, *of* or a month (*in August 2013*), and whether it is one in which something began. */
function statedYear(words: Words): { readonly year: number; readonly begins: boolean; readonly bare: boolean } | null {
  for (let i = words.from; i < words.to; i++) {
    const lower = words.lower[i]!;
    if (lower.length !== 4 || !isYear(words, i)) continue;
    const bare = isOneOf(words, i - 1, words.harms.beforeYear);
    if (bare || words.harms.months.has(lowerAt(words, i - 1)))
      return { year: Number(lower), begins: begins(words, i), bare };
  }
  return null;
}

/** *Since the war erupted in 2011*: the year in which a count begins. */
function begins(words: Words, i: number): boolean {
  for (let k = i - 1; k >= Math.max(words.from, i - 12); k--)
    if (isOneOf(words, k, words.harms.beginnings)) return true;
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

/** In words; set by hand, like the two below. */
const longestName = 4;

/** The name of a place whose preposition is token i. */
function placeAt(words: Words, i: number): string | null {
  const leads = isOneOf(words, i, words.harms.of)
    ? isOneOf(words, i - 1, words.harms.placeNouns)
    : isOneOf(words, i, words.harms.placePrepositions);
  if (!leads) return null;
  let first = i + 1;
  while (first < words.to && first - i < 5 && !isNamePart(words, first) && canLead(words, first)) first++;
  let end = first;
  while (end - first < longestName && isNamePart(words, end)) end++;
  return end === first ? null : words.text.slice(words.start[first], words.end[end - 1]);
}

/** *the northern* before the name of a place. */
const canLead = (words: Words, i: number): boolean =>
  is(words, i, harm.determiner) || (/^[a-z-]+$/.test(words.word[i]!) && words.harm[i]! === 0);

const isNamePart = (words: Words, i: number): boolean =>
  i < words.to &&
  words.harms.placeName.test(words.word[i]!) &&
  !is(
    words,
    i,
    harm.time | harm.number | harm.verb | harm.state | harm.auxiliary | harm.reporting | harm.people | harm.preposition,
  );

/** In words: whoever harmed; the subject that names them, with all that describes it. */
const longestAgent = 7;
const longestClause = 16;

/** *killed by US-led air strikes*; *Government air strikes killed …*. */
function perpetratorOf(words: Words, { predicate }: Bound): string | null {
  if (predicate === null) return null;
  if (isOneOf(words, predicate.end, words.harms.by)) {
    let end = predicate.end + 1;
    while (end < words.to && end - predicate.end <= longestAgent && inNoun(words, end)) end++;
    return phrase(words, predicate.end + 1, end);
  }
  if (predicate.voice !== 'active') return null;
  const end = is(words, predicate.first - 1, harm.relative) ? predicate.first - 1 : predicate.first;
  let first = end;
  while (first > words.from && end - first < longestClause && inSubject(words, first - 1)) first--;
  while (first < end && is(words, first, harm.preposition | harm.number)) first++;
  let to = first;
  while (to < end && to - first < longestAgent && !is(words, to, harm.preposition)) to++;
  return phrase(words, first, to);
}

/** Inside the subject of an active verb, prepositional phrases included: *a blast at the depot* killed. */
const inSubject = (words: Words, i: number): boolean => inNoun(words, i) || is(words, i, harm.preposition | harm.time);

const inNoun = (words: Words, i: number): boolean =>
  !isVerbal(words, i) &&
  !is(
    words,
    i,
    harm.mark |
      harm.preposition |
      harm.conjunction |
      harm.subordinator |
      harm.relative |
      harm.time |
      harm.pronoun |
      harm.number,
  );

/** The words without a leading determiner; `null` where nothing is left. */
function phrase(words: Words, first: number, end: number): string | null {
  let from = first;
  while (from < end && is(words, from, harm.determiner)) from++;
  return from >= end ? null : words.text.slice(words.start[from], words.end[end - 1]);
}
