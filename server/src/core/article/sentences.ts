import type { ArticleWords } from '../languages/articleWords.js';
import type { Tokens } from './article.js';
import { calendarWords } from './calendar.js';
import { DIGIT, isCapital, kindOf, LETTER } from './characters.js';
import { isGlued, isWordToken } from './tokens.js';

/** A sentence as a run of tokens: `first` up to, not including, `end`. */
export interface TokenRun {
  readonly first: number;
  readonly end: number;
}

/**
 * In words: half as long again as the longest of 60,000 sentences of news. Most of what is asked of a word looks through
 * its sentence, so that the cost of a text without full stops would grow with the square of its length.
 */
const longestSentence = 330;

/**
 * Splits a paragraph into sentences, in order and without gaps, and what is longer than any sentence into pieces.
 * Survives *U.S.*, *Gen.*, *al. 7*, initials, a space lost after a quotation mark (`… over.”The army …`) or a full stop
 * (`… over.The army …`), and text without a final stop.
 */
export function splitSentences(
  tokens: Tokens,
  paragraph: TokenRun,
  quotationEnds: ReadonlySet<number>,
  language: ArticleWords,
): TokenRun[] {
  const sentences: TokenRun[] = [];
  let first = paragraph.first;
  for (let i = paragraph.first; i < paragraph.end; i++) {
    if (i - first >= longestSentence) {
      sentences.push({ first, end: i });
      first = i;
    }
    if (!isStop(tokens, i)) continue;
    const after = runEnd(tokens, i, paragraph.end, quotationEnds);
    const ends = after === paragraph.end || endsSentence(tokens, { first, end: paragraph.end }, i, after, language);
    i = after - 1;
    if (!ends) continue;
    sentences.push({ first, end: after });
    first = after;
  }
  if (first < paragraph.end) sentences.push({ first, end: paragraph.end });
  return sentences;
}

const terminators = new Set(['.', '!', '?', '…']);

/** A token that may end a sentence: a terminator, or an abbreviation with inner stops (*U.S.*). */
function isStop(tokens: Tokens, i: number): boolean {
  const word = tokens.word[i]!;
  const last = word.charCodeAt(word.length - 1);
  return last === 0x2e || last === 0x21 || last === 0x3f || last === 0x2026;
}

const closing = new Set(['”', '’', '»', ')', ']']);

/** Where the run of terminators and closing marks ends that starts at token `i`. */
function runEnd(tokens: Tokens, i: number, end: number, quotationEnds: ReadonlySet<number>): number {
  let at = i + 1;
  while (at < end) {
    const word = tokens.word[at]!;
    // a space that slipped in before a closing mark: only marks that cannot open
    const closes = closing.has(word) && (isGlued(tokens, at) || word === '”' || word === '»');
    const straight = word === '"' || word === "'";
    // two apostrophes make a quotation mark
    const paired = straight && isGlued(tokens, at + 1) && tokens.word[at + 1] === word;
    const known = quotationEnds.has(tokens.end[at]!);
    const ends = isGlued(tokens, at) && (known || paired || (straight && !isGlued(tokens, at + 1)));
    if (!closes && !ends && !(terminators.has(word[0]!) && isGlued(tokens, at))) break;
    at++;
  }
  return at;
}

const openingMarks = new Set(['"', '“', '„', '‘', "'", '«', '(', '[', '—', '–', '-', '¿', '¡']);

function endsSentence(tokens: Tokens, rest: TokenRun, stop: number, after: number, language: ArticleWords): boolean {
  let next = after;
  while (next < rest.end && openingMarks.has(tokens.word[next]!)) next++;
  if (next === rest.end || !startsSentence(tokens.word[next]!)) return false;
  if (isGlued(tokens, after)) return isLostSpace(tokens, rest.first, stop, after, next, language);
  const written = tokens.word[stop]!;
  const bare = after === stop + 1;
  if (written === '!' || written === '?') return bare || !isSpokenBy(tokens, next, rest.end, language);
  // an ellipsis is as often a pause: *We … Merovians never …*
  if (written === '…' || written.length === 2 || written.startsWith('...'))
    return !bare || language.sets.sentenceOpeners.has(tokens.lower[next]!) || isAfterStop(tokens, stop);
  if (written !== '.') return endsAfterDotted(tokens, stop, next, language);
  return !bare || !isAbbreviation(tokens, rest, stop, next, language);
}

/** Whether the token before `i` is a terminator of its own (*… home. … They …*). */
const isAfterStop = (tokens: Tokens, i: number): boolean =>
  i > 0 && isStop(tokens, i - 1) && tokens.word[i - 1]!.length === 1;

/** A capital, a number, a name such as *al-Hadi*, or a letter of a script without capitals. */
function startsSentence(word: string): boolean {
  const unit = word.charCodeAt(0);
  if (unit === 0x23 || unit === 0x40 || unit === 0x24 || unit === 0xa3 || unit === 0x20ac) return true; // # @ $ £ €
  const kind = kindOf(unit);
  if (kind === DIGIT) return true;
  if (kind !== LETTER) return false;
  if (isCapital(word)) return true;
  const hyphen = word.indexOf('-');
  if (hyphen >= 2 && hyphen <= 3 && isCapital(word.slice(hyphen + 1))) return true;
  return unit > 0x24f && word[0] === word[0]?.toUpperCase();
}

/** No space follows: an end only at a quotation mark, or between a plain word and a capitalised one. */
function isLostSpace(
  tokens: Tokens,
  first: number,
  stop: number,
  after: number,
  next: number,
  { sets }: ArticleWords,
): boolean {
  const word = tokens.word[next]!;
  if (!isCapital(word)) return false;
  if (/["”»]/.test(tokens.word[after - 1]!) || (next > after && /["“„«]/.test(tokens.word[after]!))) return true;
  if (after > stop + 1 || next > after || stop === first || !isGlued(tokens, stop)) return false;
  // an address: *example.org/News.Daily*
  if (stop - 1 > first && isGlued(tokens, stop - 1) && /[./@:\\_]/.test(tokens.word[stop - 2]!)) return false;
  const before = tokens.word[stop - 1]!;
  const plain = /\p{Ll}{3}$|^\d{4}$/u.test(before);
  if (!plain && !(/\p{Ll}{2}$/u.test(before) && sets.sentenceOpeners.has(tokens.lower[next]!))) return false;
  const followed = isGlued(tokens, next + 1) && /[./@_\\(]/.test(tokens.word[next + 1] ?? '');
  return !followed && (word.length === 1 ? sets.letterWords.has(word.toLowerCase()) : /^\p{Lu}[\p{Ll}’'-]/u.test(word));
}

/** *“Who is left?” Gen. Pell asked.*: a name and a verb of speaking with nothing new after it. */
function isSpokenBy(tokens: Tokens, next: number, end: number, { sets }: ArticleWords): boolean {
  let at = next;
  while (at < end && at < next + 7 && (isCapital(tokens.word[at]!) || tokens.word[at] === '.')) at++;
  const verb = tokens.lower[at] ?? '';
  if (at === next || !sets.speechVerbs.has(verb)) return false;
  return sets.addressingVerbs.has(verb) || !sets.contentOpeners.has(tokens.lower[at + 1] ?? '');
}

/**
 * A word that hardly ever continues a name, or a capitalised crowd before a word in lower case: *flew to the U.S. Officials
 * said*, not *U.S. Officials Say*.
 */
const opensSentence = (tokens: Tokens, next: number, sets: ArticleWords['sets']): boolean =>
  sets.sentenceOpeners.has(tokens.lower[next]!) ||
  (sets.crowds.has(tokens.lower[next]!) &&
    tokens.word[next + 1] !== undefined &&
    isWordToken(tokens, next + 1) &&
    !isCapital(tokens.word[next + 1]!));

/** After *U.S.*, *a.m.*, *J.K.*: an end where the next word opens a sentence. */
function endsAfterDotted(tokens: Tokens, stop: number, next: number, language: ArticleWords): boolean {
  const { sets } = language;
  const dotted = tokens.lower[stop]!;
  const lower = tokens.lower[next]!;
  if (sets.dayHalves.has(dotted))
    return kindOf(lower.charCodeAt(0)) !== DIGIT && !calendarWords(language).has(lower) && !lower.includes('.');
  return !sets.goesOnAfter.has(dotted) && opensSentence(tokens, next, sets);
}

/** Whether the single full stop at `stop` belongs to the word before it and the sentence goes on. */
function isAbbreviation(
  tokens: Tokens,
  rest: TokenRun,
  stop: number,
  next: number,
  { sets, abbreviations }: ArticleWords,
): boolean {
  if (stop === rest.first || !isGlued(tokens, stop)) return false;
  const word = tokens.word[stop - 1]!;
  const opener = opensSentence(tokens, next, sets);
  const digit = kindOf(tokens.word[next]!.charCodeAt(0)) === DIGIT;
  const firstWord = stop - 1 === rest.first;
  if (kindOf(word.charCodeAt(0)) === DIGIT) return firstWord && word.length <= 3; // *1. Who fired?*
  if (word.length === 1 && isCapital(word)) return isInitial(tokens, stop, opener, sets);
  const lower = tokens.lower[stop - 1]!;
  const kind = abbreviations.get(lower);
  if (kind === undefined) return false;
  if (kind === 'number') return digit;
  if (sets.alsoWords.has(lower) && !isCapital(word)) return false;
  if (kind === 'never') return true;
  if (kind === 'company') return !opener && !isSubject(tokens, next, rest.end);
  return !opener || firstWord;
}

/** *J. Smith*, *John F. Oake*; but *than I. She*, *plan B. The*. */
function isInitial(tokens: Tokens, stop: number, opener: boolean, sets: ArticleWords['sets']): boolean {
  if (!sets.finalLetterWords.has(tokens.lower[stop - 1]!)) return !opener;
  return !opener && stop > 1 && isCapital(tokens.word[stop - 2]!);
}

/** A capitalised common noun before a small word: *… Acme Inc. Shares fell*; not *Acme Inc. CEO Ida Holt*. */
function isSubject(tokens: Tokens, next: number, end: number): boolean {
  const following = next + 1;
  if (following >= end || !isWordToken(tokens, following) || isCapital(tokens.word[following]!)) return false;
  return /^\p{Lu}\p{Ll}/u.test(tokens.word[next]!);
}
