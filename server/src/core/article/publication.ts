import type { ArticleWords } from '../languages/articleWords.js';
import { perLanguage } from '../languages/material.js';
import { monthSource, weekdaySource } from './calendar.js';
import { isCapital } from './characters.js';
import { isOutletName, knownAgency, noteByline } from './credits.js';
import { dateSource, parseDate } from './dates.js';
import { type Fields, note, printedDate, printedOutlet, printedUpdate } from './frontMatter.js';

/** In characters; chosen. */
const longestLine = 200;
/** In words; a longer stretch is no name of a person or an outlet. Chosen. */
const longestName = 6;

/** In characters: all who sign an article. Chosen. */
const longestSigned = 100;

/** The pieces that a line about an article's publication is made of, each tried where a word begins. */
const forms = perLanguage((language: ArticleWords) => {
  const sticky = (source: string, flags = 'iuy'): RegExp => new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, flags);
  const { dateLabel, hourLabel, patterns } = language;
  const zones = [...language.sets.timeZones].join('|') || '(?!)';
  const clock = '\\d{1,2}(?:[:.]\\d\\d){1,2}(?:\\s?[ap]\\.?m\\b\\.?)?|\\d{1,2}\\s?[ap]\\.?m\\b\\.?';
  return {
    label: sticky(dateLabel),
    date: sticky(dateSource(language)),
    by: new RegExp(patterns.byline.source, 'iuy'),
    dropped: [
      sticky(
        `(?:(?:${hourLabel})\\s+)?(?:${clock})(?:\\s?hrs?\\b)?(?:\\s?\\(?(?:${zones})(?:\\s?[+-]\\d{1,2}(?::?\\d\\d)?)?\\)?)?`,
      ),
      sticky(`(?:${weekdaySource(language)})\\.?`),
      // a month or a year alone is no date
      sticky(`(?:(?:${monthSource(language)})\\.?,?\\s+)?(?:19|20)\\d\\d`),
      new RegExp(patterns.readingTime.source, 'iuy'),
    ],
  };
});

const separators = /[\s|·•,;:–—/()›»-]+/uy;

/** A stretch that is neither a date nor a time: a name, signed where *By* stands before it. */
interface Name {
  readonly text: string;
  readonly signed: boolean;
}

/**
 * Reads a line that says when, by whom and where an article was published, and nothing else: *Eastern Courier, 9 November
 * 2026*, *Updated 3:04 PM ET, Fri May 3, 2019*, *By Angie Mar | 2018 March 18*. Whether it is one.
 */
export function readPublication(text: string, fields: Fields, language: ArticleWords): boolean {
  if (text.length > longestLine || /[!?]$/.test(text)) return false;
  const line = text.replace(/\s/g, ' ');
  const { label, date, by, dropped } = forms(language);
  const names: Name[] = [];
  const dates: { readonly value: string; readonly updated: boolean }[] = [];
  let labelled = '';
  let at = 0;
  /** What a form finds at `at`, which moves behind it. */
  const take = (form: RegExp): string => {
    form.lastIndex = at;
    const found = form.exec(line)?.[0] ?? '';
    at += found.length;
    return found;
  };
  for (;;) {
    take(separators);
    if (at >= line.length) break;
    const said = take(label);
    if (said !== '') {
      labelled = said;
      continue;
    }
    const day = take(date);
    if (day !== '') dates.push({ value: day, updated: language.patterns.updated.test(labelled) });
    else if (!dropped.some((form) => take(form) !== '')) {
      const signed = take(by) !== '';
      const end = nameEnd(line, at, signed, [label, date, by, ...dropped], language);
      names.push({ text: line.slice(at, end).trim(), signed });
      at = end;
    }
  }
  const known = dates.filter(({ value }) => parseDate(value, language) !== null);
  if (known.length === 0 && !names.some(({ signed }) => signed)) return false;
  if (!names.every((name) => isName(name, language))) return false;
  for (const name of names) noteName(name, fields, language);
  note(fields, printedDate, known.find(({ updated }) => !updated)?.value);
  note(fields, printedUpdate, known.find(({ updated }) => updated)?.value);
  return true;
}

/** Offset behind the words from `from` on, up to the next separator or piece of another kind. */
function nameEnd(
  line: string,
  from: number,
  signed: boolean,
  pieces: readonly RegExp[],
  language: ArticleWords,
): number {
  let words = 0;
  for (let at = from; ; at++) {
    if (at >= line.length || /[|·•,;:–—/()›»]/.test(line[at]!) || line.startsWith(' - ', at)) return at;
    if (line[at] === ' ' || (at > from && line[at - 1] !== ' ')) continue;
    // *By Angie Mar November 2019*: a name has two words, and the second may be a month
    const least = signed && !isWhole(line.slice(from, at).trim(), language) ? 2 : 1;
    if (words >= least && pieces.some((piece) => startsAt(piece, line, at))) return at;
    words++;
  }
}

function startsAt(piece: RegExp, line: string, at: number): boolean {
  piece.lastIndex = at;
  return piece.test(line);
}

/** *AFP*, *Staff*: one word that signs. */
const isWhole = (name: string, language: ArticleWords): boolean =>
  knownAgency(name, language) !== null || language.sets.notAgencies.has(name.toLowerCase());

/** A few words with capitals; a byline may be longer, and hold a description of who signs. */
function isName({ text, signed }: Name, { sets }: ArticleWords): boolean {
  const words = text.split(' ');
  const plain = words.filter((word) => !isCapital(word) && !sets.functionWords.has(word)).length;
  if (!isCapital(text) || /[!?]/.test(text)) return false;
  if (signed) return plain <= 1 && text.length <= longestSigned && !/\p{Ll}\.$/u.test(text);
  return plain === 0 && words.length <= longestName && isCapital(words[words.length - 1]!) && !text.endsWith('.');
}

function noteName({ text, signed }: Name, fields: Fields, language: ArticleWords): void {
  if (signed) noteByline(text, fields, language);
  else if (isOutletName(text, language)) note(fields, printedOutlet, text);
  else note(fields, 'agency', knownAgency(text, language));
}
