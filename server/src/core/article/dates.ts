import type { ArticleWords } from '../languages/articleWords.js';
import { perLanguage } from '../languages/material.js';
import { monthNumber, monthSource, weekdaySource } from './calendar.js';

const namedForms = perLanguage((language: ArticleWords): readonly RegExp[] => {
  const { ordinal, dayJoint } = language;
  const month = `(?<month>${monthSource(language)})\\.?`;
  return [
    new RegExp(`\\b(?<day>\\d{1,2})(?:${ordinal})?(?:${dayJoint})?[\\s-]+${month},?[\\s-]+(?<year>\\d{4})(?!\\d)`, 'i'),
    new RegExp(`(?<!\\d)(?<year>(?:19|20)\\d\\d)[\\s-]+${month}[\\s-]+(?<day>\\d{1,2})(?:${ordinal})?(?!\\d)`, 'i'),
    // scraped pages lose the space between day and year (*Aug 142016*)
    new RegExp(`\\b${month}\\s+(?<day>\\d{1,2})(?:${ordinal})?,?\\s*(?<year>\\d{4})(?!\\d)`, 'i'),
  ];
});
const numeric = [
  /(?<!\d)(?<year>(?:19|20)\d\d)([-/.]?)(?<number>\d\d)\2(?<day>\d\d)(?!\d)/,
  /(?<!\d)(?<day>\d{1,2})\.(?<number>\d{1,2})\.(?<year>(?:19|20)\d\d)(?!\d)/,
];
const slashed = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d)(?!\d)/;

/** The forms of a whole date with its year, as the source of a regular expression without groups. */
export function dateSource(language: ArticleWords): string {
  const { ordinal } = language;
  const month = `(?:${monthSource(language)})\\.?`;
  const forms = [
    `\\d{1,2}(?:${ordinal})?(?:${language.dayJoint})?[\\s-]+${month},?[\\s-]+\\d{4}`,
    `${month}\\s+\\d{1,2}(?:${ordinal})?,?\\s*\\d{4}`,
    `\\d{4}[\\s-]+${month}[\\s-]+\\d{1,2}(?:${ordinal})?`,
    `\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?`,
    '\\d{4}/\\d\\d/\\d\\d',
    '\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}',
  ];
  return `(?:(?:${weekdaySource(language)})\\.?,?\\s+)?(?:${forms.join('|')})`;
}

/**
 * The first whole date that `text` states, as `YYYY-MM-DD`: *2024-12-07T10:00Z*, *7 December 2024*, *Sat, Dec. 7, 2024*,
 * *07.12.2024*. `null` where there is none, no such day, or two readings (*7/12/2024*): the date is never guessed.
 */
export function parseDate(text: string, language: ArticleWords): string | null {
  if (!/\d/.test(text)) return null;
  for (const form of [...numeric, ...namedForms(language)]) {
    const found = form.exec(text)?.groups;
    if (!found) continue;
    const { year = '', day = '', number, month: name = '' } = found;
    return isoDate(Number(year), number === undefined ? monthNumber(name, language) : Number(number), Number(day));
  }
  const [, first, second, year] = (slashed.exec(text) ?? []).map(Number);
  if (first === undefined || second === undefined || year === undefined) return null;
  if (first === second || second > 12) return isoDate(year, first, second);
  return first > 12 ? isoDate(year, second, first) : null;
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  // the 31st of June rolls over into July
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
