import type { ArticleWords } from '../languages/articleWords.js';
import type { Tokens } from './article.js';
import { DIGIT, kindOf, LETTER, MARK, SPACE } from './characters.js';

const STOP = 0x2e;
const COMMA = 0x2c;
const COLON = 0x3a;
const LOWER_S = 0x73;

/** Splits `text.slice(from)` into tokens with offsets into the whole text; see {@link Tokens} for what a token is. */
export function tokenize(text: string, from: number, { sets }: ArticleWords): Tokens {
  const start: number[] = [];
  const end: number[] = [];
  const word: string[] = [];
  const lower: string[] = [];
  const small = lowered(text);
  let at = from;
  while (at < text.length) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === SPACE) {
      at++;
      continue;
    }
    const next =
      kind === LETTER
        ? wordEnd(text, at)
        : kind === DIGIT
          ? numberEnd(text, at, sets.numberSuffixes)
          : signEnd(text, at);
    const written = text.slice(at, next);
    start.push(at);
    end.push(next);
    word.push(written);
    lower.push(isPlain(text, at, next) ? written : small.slice(at, next));
    at = next;
  }
  return { count: word.length, start: new Int32Array(start), end: new Int32Array(end), word, lower };
}

const kindAt = (text: string, at: number): number => (at < text.length ? kindOf(text.charCodeAt(at)) : SPACE);

const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;
const isHyphen = (unit: number): boolean => unit === 0x2d || unit === 0x2010 || unit === 0x2011;

/** The end of a run of letters, digits and accents. */
function runEnd(text: string, from: number): number {
  let at = from;
  for (let kind = kindAt(text, at); kind === LETTER || kind === DIGIT || kind === MARK; kind = kindAt(text, at)) at++;
  return at;
}

/** A word with inner hyphens and apostrophes, or an abbreviation with inner stops (*U.S.*, *a.m.*). */
function wordEnd(text: string, from: number): number {
  const dotted = dottedEnd(text, from);
  if (dotted > 0) return dotted;
  let at = runEnd(text, from);
  for (;;) {
    const unit = at < text.length ? text.charCodeAt(at) : 0;
    const after = kindAt(text, at + 1);
    if (after !== LETTER && after !== DIGIT) return at;
    if (!isHyphen(unit) && !(isApostrophe(unit) && !isPossessive(text, at))) return at;
    at = runEnd(text, at + 1);
  }
}

/** The end of *U.S.*: two or more letters with a stop after each; 0 where there are not. */
function dottedEnd(text: string, from: number): number {
  let at = from;
  while (kindAt(text, at) === LETTER && text.charCodeAt(at + 1) === STOP) at += 2;
  return at - from >= 4 ? at : 0;
}

/** Whether *’s* stands at `at` and ends its word. */
function isPossessive(text: string, at: number): boolean {
  const after = kindAt(text, at + 2);
  return text.charCodeAt(at + 1) === LOWER_S && after !== LETTER && after !== DIGIT;
}

/** A number with its separators and a suffix (*2,500*, *7.5*, *9th*, *3bn*); *4x4* and *3pm* are words. */
function numberEnd(text: string, from: number, suffixes: ReadonlySet<string>): number {
  let at = from;
  while (kindAt(text, at) === DIGIT) at++;
  const plain = at;
  for (let unit = text.charCodeAt(at); unit === STOP || unit === COMMA || unit === COLON; unit = text.charCodeAt(at)) {
    if (kindAt(text, at + 1) !== DIGIT) break;
    at++;
    while (kindAt(text, at) === DIGIT) at++;
  }
  if (kindAt(text, at) !== LETTER) return at;
  const run = runEnd(text, at);
  if (suffixes.has(text.slice(at, run))) return run;
  // a separator marks a number whose space was lost (*2,500fighters*)
  return at > plain ? at : wordEnd(text, from);
}

function signEnd(text: string, from: number): number {
  const unit = text.charCodeAt(from);
  if (unit === STOP) {
    let at = from + 1;
    while (text.charCodeAt(at) === STOP) at++;
    return at;
  }
  if (isApostrophe(unit) && isPossessive(text, from)) return from + 2;
  return (text.codePointAt(from) as number) > 0xffff ? from + 2 : from + 1;
}

const curly = /[‘’‛“”„«»‐‑]/;

/** Straight quotation marks, apostrophes and hyphens; the length stays the same. */
function straighten(text: string): string {
  if (!curly.test(text)) return text;
  return text
    .replace(/[‘’‛]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑]/g, '-');
}

/** The whole text in lower case and straight, at the same offsets: cheaper than word by word. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  // a few letters (İ) grow in lower case, and would shift all that follows
  const aligned = lower.length === text.length ? lower : text.replace(/[^\u0130]+/g, (rest) => rest.toLowerCase());
  return straighten(aligned);
}

/** Whether a word of `text` is in lower case and straight already. */
function isPlain(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 127 || (unit >= 65 && unit <= 90)) return false;
  }
  return true;
}

/** Whether token `i` touches the one before it, with no space between. */
export const isGlued = (tokens: Tokens, i: number): boolean => i > 0 && tokens.end[i - 1] === tokens.start[i];

/** Whether token `i` opens with a letter or digit. */
export function isWordToken(tokens: Tokens, i: number): boolean {
  const kind = kindOf(tokens.word[i]!.charCodeAt(0));
  return kind === LETTER || kind === DIGIT;
}

/** The first token that starts at or after `offset`. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens.start[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
