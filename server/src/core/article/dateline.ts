import type { ArticleWords } from '../languages/articleWords.js';
import { perLanguage } from '../languages/material.js';
import type { Span } from '../span.js';
import { monthSource, weekdaySource } from './calendar.js';
import { parseDate } from './dates.js';
import { datelineName, type Fields, note, printedDate } from './frontMatter.js';

const place = (letter: string): string => `\\p{Lu}${letter}+(?:[ /-]\\p{Lu}${letter}*){0,3}`;
const agency = '(?:,?\\s*\\((?<agency>[\\p{L}][\\p{L} ./&-]{1,40})\\))';
// who sends out a press release for others: /Northline/ --
const distributor = '(?:\\s*/[\\p{L}][\\p{L} .-]{1,40}/)';
const dash = '\\s*(?:--|[–—―-])\\s*';
const start = '(?=["“‘\'(]?[\\p{Lu}\\p{N}])';

const datelines = perLanguage((language: ArticleWords): readonly RegExp[] => {
  const months = monthSource(language);
  // *Fla.*, *N.Y.*, *South Korea*; never capitals alone, which go on a headline
  const region = `(?:,\\s*(?!(?:${months})\\b)\\p{Lu}[\\p{Ll}.][\\p{L}.]*(?:[ -]\\p{Lu}[\\p{L}.]*){0,3})?`;
  const day = `(?:[,\\s]\\s*(?<date>(?:(?:${weekdaySource(language)})\\.?,?\\s+)?(?:(?:${months})\\.?\\s+\\d{1,2}|\\d{1,2}\\s+(?:${months})\\.?)(?:,?\\s+\\d{4})?))?`;
  return [
    // DAMASCUS, Dec 7 (Reuters) –   WASHINGTON (AP)   WEST PALM BEACH, Fla. —
    new RegExp(
      `^(?<place>${place("[\\p{Lu}.'’]")}${region})${day}(?:${agency}(?:${dash}|\\s+)|${distributor}${dash}|\\s*(?:--|[–—―]|\\s-\\s)\\s*)${start}`,
      'u',
    ),
    // Beirut, 7 May (AFP) –
    new RegExp(`^(?<place>${place("[\\p{L}.'’]")}${region})${day}${agency}${dash}${start}`, 'u'),
    new RegExp(`^${agency}${dash}${start}`, 'u'),
  ];
});

/**
 * Offset behind the dateline that opens a block, or the block's start. Notes place, agency and date; a dateline without a
 * year gives no date, since the year would be a guess.
 */
export function datelineEnd(plain: string, block: Span, fields: Fields, language: ArticleWords): number {
  const line = plain.slice(block.start, Math.min(block.end, block.start + 160));
  for (const form of datelines(language)) {
    const found = form.exec(line);
    if (!found) continue;
    const { place: where, date, agency: by } = found.groups ?? {};
    if (where !== undefined && language.notPlaces.has(where.split(/[\s,]/)[0] as string)) break;
    note(fields, 'place', where);
    note(fields, datelineName, by);
    if (date && parseDate(date, language) !== null) note(fields, printedDate, date);
    return block.start + found[0].length;
  }
  return block.start;
}
