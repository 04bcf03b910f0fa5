import type { ArticleWords } from '../languages/articleWords.js';
import { perLanguage } from '../languages/material.js';
import type { Span } from '../span.js';
import type { Tokens } from './article.js';
import { calendarWords } from './calendar.js';
import { isCapital, isWord, trimmed } from './characters.js';
import { isCredit } from './credits.js';
import { datelineEnd } from './dateline.js';
import { dateSource, parseDate } from './dates.js';
import { type Fields, note, printedDate, printedOutlet } from './frontMatter.js';
import type { Block } from './paragraphs.js';
import { readPublication } from './publication.js';
import { isWordToken, tokenize } from './tokens.js';

/** A paragraph once the lines around the article's own text are told from it. */
export interface Part extends Block {
  /** Names others who worked on the article, and says nothing. */
  readonly credit: boolean;
}

export interface Opening {
  readonly parts: readonly Part[];
  /** Header lines, bylines, dates and datelines: they hold no sentence. In order. */
  readonly header: readonly Span[];
}

/** So much of a text is looked at for its opening lines; set by hand. */
const reach = { blocks: 8, characters: 3000 };

/**
 * Reads what stands around an article's text: header lines, a date, the headline that front matter repeats, bylines, a
 * dateline; credits. Fields found earlier (front matter) are trusted more and stay, but for a date that is
 * printed above the text.
 */
export function readOpening(plain: string, blocks: readonly Block[], fields: Fields, language: ArticleWords): Opening {
  const parts: Part[] = [];
  const header: Span[] = [];
  const title = fields.get('title') ?? fields.get('headline');
  const versions = title === undefined ? [] : versionsOf(title, language);
  const beyond = (blocks[0]?.start ?? 0) + reach.characters;
  let inOpening = true;
  let lead = -1;
  let signed = -1;
  for (const [index, block] of blocks.entries()) {
    inOpening &&= index < reach.blocks && block.start < beyond;
    let rest = block;
    const skip = (end: number): void => {
      if (end > rest.start) header.push({ start: rest.start, end });
      rest = { ...rest, ...trimmed(plain, end, rest.end) };
    };
    if (inOpening) {
      if (parts.length > 0 && isSigned(plain, block, blocks[index + 1], language)) {
        note(fields, 'author', plain.slice(block.start, block.end));
        skip(block.end);
        signed = index + 1;
      } else if (index === signed || isReleaseLabel(plain, block, language)) skip(block.end);
      else if (parts.length > 0 && isMasthead(plain, block, blocks[index + 1], language)) {
        note(fields, printedOutlet, plain.slice(block.start, block.end));
        skip(block.end);
      }
      skip(headerEnd(plain, rest, fields, title, language));
      const titled = title === undefined ? rest.start : titleEnd(plain, rest, title.length, versions, language);
      if (titled > rest.start) {
        parts.push({ start: rest.start, end: titled, heading: true, item: false, credit: false });
        rest = { ...rest, ...trimmed(plain, titled, rest.end) };
        skip(headerEnd(plain, rest, fields, undefined, language));
        skip(agencyEnd(plain, rest, fields, language));
      }
      const dateline = datelineEnd(plain, rest, fields, language);
      if (dateline > rest.start) {
        inOpening = false;
        lead = parts.length;
        skip(dateline);
      }
    }
    if (rest.start < rest.end) parts.push({ ...rest, credit: isCredit(plain, rest, fields, language) });
  }
  const above = lead <= mostAbove ? lead : -1;
  return { header, parts: parts.map((part, i) => (i < above ? aboveDateline(plain, part) : part)) };
}

/** *Angie Mar* above *Chief reporter*: a name and what it does for the outlet. */
function isSigned(plain: string, block: Block, next: Block | undefined, { patterns }: ArticleWords): boolean {
  if (next === undefined || block.end - block.start > longestSigned || next.end - next.start > longestSigned)
    return false;
  const name = /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3}$/u.test(plain.slice(block.start, block.end));
  return name && patterns.jobLine.test(plain.slice(next.start, next.end));
}

/** In characters; chosen. */
const longestSigned = 80;

/** *FOR IMMEDIATE RELEASE*, and nothing else. */
const isReleaseLabel = (plain: string, { start, end }: Block, { patterns }: ArticleWords): boolean =>
  end - start <= longestSigned && /^[\s:.–—-]*$/.test(plain.slice(start, end).replace(patterns.pressRelease, ''));

/**
 * *The Ohio Lantern* above the date, where the text speaks of itself as *The Lantern*: capitals alone would take a
 * subtitle for an outlet.
 */
function isMasthead(plain: string, block: Block, next: Block | undefined, language: ArticleWords): boolean {
  const name = plain.slice(block.start, Math.min(block.end, block.start + longestSigned + 1));
  const [article, last] =
    /^(\p{Lu}\p{Ll}+) (?:\p{Lu}[\p{L}’'&-]+ ){0,4}(\p{Lu}[\p{L}’'-]+)$/u.exec(name)?.slice(1) ?? [];
  if (article === undefined || next === undefined || !language.sets.functionWords.has(article.toLowerCase()))
    return false;
  if (!readPublication(plain.slice(next.start, next.end), new Map(), language)) return false;
  return new RegExp(`\\p{Ll} ${article} ${last}(?![\\p{L}])`, 'u').test(plain.slice(next.end));
}

/** Paragraphs: headline, subtitle, caption; more than these do not stand above a dateline. */
const mostAbove = 3;

/** What stands above a dateline is headline and subtitle, if it is one sentence and nobody's words. */
function aboveDateline(plain: string, part: Part): Part {
  const line = plain.slice(part.start, part.end);
  const text = part.credit || line.length > 300 || /^["“‘]|[.!?]["”’']?\s+\p{Lu}/u.test(line);
  return text ? part : { ...part, heading: true };
}

const dateFields: ReadonlySet<string> = new Set([
  'date',
  'published',
  'published on',
  'publication date',
  'posted',
  'updated',
  'last updated',
]);

/** What the lines above an article look like in one language. */
const headerForms = perLanguage((language: ArticleWords) => {
  const { headerFields, dateLabel, hourLabel, agencies } = language;
  const names = alternatives([...agencies.keys()]);
  return {
    keyLine: new RegExp(`^(${alternatives([...headerFields.keys()])})[ \\t]*:[ \\t]+(\\S[^\\n]*)$`, 'i'),
    // what pages print above an article: *Published July 2 2016*, *Thu Sep 5 2013*, *AFP, Sunday 6 Apr 2014 10:15*
    date: new RegExp(
      `^(?:${dateLabel}\\s*:?\\s+)?` +
        `(?:(?<agency>${names}),?\\s+)?(?<date>${dateSource(language)})` +
        `(?:,?\\s*(?:${hourLabel}\\s+)?(?:\\d{1,2}[:.]\\d\\d(?:[:.]\\d\\d)?(?:\\s*[ap]\\.?m\\.?)?|\\d{4}(?=\\s+\\p{Lu})))?(?:\\s+(?:GMT|UTC|[A-Z]{2,3}T))?` +
        `(?=\\s*$|\\s*\\|?\\s+["“‘'(]?[\\p{Lu}\\p{N}])`,
      'iu',
    ),
    agency: new RegExp(`^(?:${names})(?=\\s)`, 'i'),
  };
});

/** Names as alternatives of a regular expression; nothing where there are none. */
const alternatives = (names: readonly string[]): string =>
  names.length === 0 ? '(?!)' : names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');

/** Offset behind a header line or a date that opens a block; its start where there is none. */
function headerEnd(
  plain: string,
  block: Block,
  fields: Fields,
  title: string | undefined,
  language: ArticleWords,
): number {
  const forms = headerForms(language);
  const line = plain.slice(block.start, Math.min(block.end, block.start + 400));
  if (title?.toLowerCase() !== line.toLowerCase() && readPublication(line, fields, language)) return block.end;
  const key = forms.keyLine.exec(line);
  if (key && block.end - block.start < 400) {
    const [, name = '', value = ''] = key;
    const field = language.headerFields.get(name.toLowerCase()) ?? name;
    if (!dateFields.has(field) || parseDate(value, language) !== null) {
      note(fields, field, value);
      return block.end;
    }
  }
  const date = forms.date.exec(line);
  // the headline itself may open with a date
  if (!date || (title !== undefined && line.toLowerCase().startsWith(title.toLowerCase()))) return block.start;
  const after = line.slice(date[0].length).trimStart();
  if (after !== '' && !/^["“‘'(]?[\p{Lu}\p{N}]/u.test(after)) return block.start;
  note(fields, printedDate, date.groups?.date);
  note(fields, 'agency', date.groups?.agency);
  return block.start + date[0].length;
}

/** Offset behind an agency's name that a scraper put between headline and text; the block's start where there is none. */
function agencyEnd(plain: string, block: Block, fields: Fields, language: ArticleWords): number {
  const line = plain.slice(block.start, block.start + 60);
  const name = headerForms(language).agency.exec(line)?.[0] ?? '';
  if (name === '' || !isCapital(line) || !isCapital(line.slice(name.length).trimStart())) return block.start;
  note(fields, 'agency', name);
  return block.start + name.length;
}

/**
 * Offset behind the title where a block opens with it, its full stop included; the block's start where it does not, or
 * where the sentence goes on. Punctuation may differ, and the title may end in the site's name (*… | Osterlund Review*).
 */
function titleEnd(
  plain: string,
  block: Block,
  length: number,
  versions: readonly (readonly string[])[],
  language: ArticleWords,
): number {
  if (!mayOpenWith(plain, block, versions[0]?.[0])) return block.start;
  const text = tokenize(plain.slice(block.start, Math.min(block.end, block.start + length * 2 + 80)), 0, language);
  for (const words of versions) {
    const stop = tokensBehind(text, words);
    if (stop === 0) continue;
    let closed = stop;
    while (closed < text.count && /^[.!?…:"”’')\]]+$/.test(text.word[closed]!)) closed++;
    const end = block.start + text.end[closed - 1]!;
    if (end === block.end || closed > stop || opensAnew(text.word[closed] ?? '', language)) return end;
  }
  return block.start;
}

/** Whether a block's first letter or digit is that of a word in lower case: most are told from a title by that alone. */
function mayOpenWith(plain: string, { start, end }: Block, word: string | undefined): boolean {
  let at = start;
  while (at < end && !isWord(plain, at)) at++;
  const [own, first] = [plain.slice(at, at + 1), word?.slice(0, 1)];
  return own === first || own.toLowerCase() === first;
}

function wordsIn(text: string, language: ArticleWords): string[] {
  const tokens = tokenize(text, 0, language);
  return tokens.lower.filter((_, i) => isWordToken(tokens, i));
}

/** Where the tokens end that spell `words` from the first on, signs between them aside; 0 where they do not. */
function tokensBehind(text: Tokens, words: readonly string[]): number {
  let at = 0;
  for (const word of words) {
    while (at < text.count && !isWordToken(text, at)) at++;
    if (text.lower[at] !== word) return 0;
    at++;
  }
  return at;
}

const opensAnew = (word: string, language: ArticleWords): boolean =>
  (isCapital(word) && !calendarWords(language).has(word.toLowerCase())) || /^["“‘\d(]/.test(word);

/** The words of a title, then of its shorter forms; fewer than three words may open any paragraph. */
function versionsOf(title: string, language: ArticleWords): string[][] {
  const versions = [title];
  for (let cut = lastCut(title); cut > 0; cut = lastCut(versions.at(-1)!))
    versions.push(versions.at(-1)!.slice(0, cut));
  return versions.map((version) => wordsIn(version, language)).filter((words) => words.length >= 3);
}

const lastCut = (title: string): number =>
  Math.max(title.lastIndexOf(' - '), title.lastIndexOf(' | '), title.lastIndexOf(' – '));
