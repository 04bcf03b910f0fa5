import type { ArticleWords } from '../languages/articleWords.js';
import { perLanguage } from '../languages/material.js';

/** All days, months and zones of time, lower case: what may follow *a.m.* within a sentence, or a headline that a lead repeats. */
export const calendarWords: (language: ArticleWords) => ReadonlySet<string> = perLanguage(
  ({ months, weekdays, sets }) =>
    new Set([...[...months.flat(), ...weekdays].map((name) => name.toLowerCase()), ...sets.timeZones]),
);

/** The spellings of all months as alternatives of a regular expression: full names first, then what they are cut to. */
export const monthSource = perLanguage(({ months }: ArticleWords): string =>
  alternatives([...months.flatMap((names) => names.slice(0, 1)), ...months.flatMap((names) => names.slice(1))]),
);

export const weekdaySource = ({ weekdays }: ArticleWords): string => alternatives(weekdays);

/** `(?!)` matches nothing: a language without months has no dates in words. */
const alternatives = (names: readonly string[]): string => (names.length === 0 ? '(?!)' : names.join('|'));

const monthNumbers = perLanguage(
  ({ months }: ArticleWords) =>
    new Map(months.flatMap((names, i) => names.map((name) => [name.toLowerCase(), i + 1] as const))),
);

/** 1 for January to 12; 0 for a word that is no month. */
export const monthNumber = (name: string, language: ArticleWords): number =>
  monthNumbers(language).get(name.toLowerCase()) ?? 0;
