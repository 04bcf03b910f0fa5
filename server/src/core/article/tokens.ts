import { hash } from '../hash.js';
import type { ArticleWords } from '../languages/articleWords.js';
import { numberOf } from '../languages/material.js';
import { firstFrom } from '../span.js';
import type { Tokens } from './article.js';
import {
  DIGIT,
  holdsUnseen,
  isCapital,
  isHyphen,
  isLetter,
  isUnseen,
  kindOf,
  LETTER,
  MARK,
  SPACE,
  withoutUnseen,
} from './characters.js';

const STOP = 0x2e;
const COMMA = 0x2c;
const COLON = 0x3a;
const LOWER_S = 0x73;

const none: ReadonlySet<number> = new Set();

/**
 * Splits `text.slice(from)` into tokens with offsets into the whole text; see {@link Tokens} for what a token is.
 * `broken`: offsets of the hyphens where a word goes on in the next line.
 */
export function tokenize(
  text: string,
  from: number,
  { sets }: ArticleWords,
  broken: ReadonlySet<number> = none,
): Tokens {
  const start: number[] = [];
  const end: number[] = [];
  const word: string[] = [];
  const lower: string[] = [];
  const small = lowered(text);
  const isWhole = broken.size === 0 && !holdsUnseen(text);
  let at = from;
  while (at < text.length) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === SPACE || isUnseen(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const next =
      kind === LETTER
        ? wordEnd(text, at, broken)
        : kind === DIGIT
          ? numberEnd(text, at, sets.numberSuffixes)
          : signEnd(text, at);
    const written = text.slice(at, next);
    start.push(at);
    end.push(next);
    if (isPlain(text, at, next)) {
      word.push(written);
      lower.push(written);
    } else if (isWhole) {
      word.push(written);
      lower.push(small.slice(at, next));
    } else {
      word.push(inOnePiece(written, written, sets));
      lower.push(inOnePiece(small.slice(at, next), written, sets));
    }
    at = next;
  }
  const count = word.length;
  // one stretch of memory: to ask for it takes longer than to fill it
  const numbers = new Int32Array(3 * count);
  numbers.set(start);
  numbers.set(end, count);
  const form = numbers.subarray(2 * count);
  for (let i = 0; i < count; i++) form[i] = hash(lower[i]!);
  return { count, start: numbers.subarray(0, count), end: numbers.subarray(count, 2 * count), word, lower, form };
}

const kindAt = (text: string, at: number): number => (at < text.length ? kindOf(text.charCodeAt(at)) : SPACE);

const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;

/** A word as it would stand in the middle of a line: without what nobody sees, and without its break at a line's end. */
function inOnePiece(word: string, written: string, sets: ArticleWords['sets']): string {
  const seen = withoutUnseen(word);
  if (!seen.includes('\n')) return seen;
  // a word that is broken twice keeps or loses both hyphens
  const [before = '', after = ''] = withoutUnseen(written).split(/\s+/);
  const keeps = /[-‐‑]$/.test(before) && keepsHyphen(before.slice(0, -1), after, sets);
  return seen.replace(keeps ? /\s+/g : /[-‐‑]?\s+/g, '');
}

/** *Twenty-three*, *three-year*, *mother-in-law* and *Abdul-Ghani* have their hyphen anywhere, *offi-cials* at a line's end. */
function keepsHyphen(before: string, after: string, { tens, units, measures }: ArticleWords['sets']): boolean {
  const first = before.toLowerCase();
  if (tens.has(first) && units.has(after)) return true;
  if ((tens.has(first) || units.has(first)) && measures.has(after)) return true;
  return /[-‐‑]/.test(before) || isCapital(after);
}

/** The end of a run of letters, digits and accents; what nobody sees may stand within. */
function runEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    for (let kind = kindAt(text, at); kind === LETTER || kind === DIGIT || kind === MARK; kind = kindAt(text, at)) at++;
    if (at === from || !isUnseen(text.charCodeAt(at)) || !isLetter(text, at + 1) || !isLetter(text, at - 1)) return at;
    at++;
  }
}

/** A word with inner hyphens and apostrophes, or an abbreviation with inner stops (*U.S.*, *a.m.*). */
function wordEnd(text: string, from: number, broken: ReadonlySet<number> = none): number {
  const dotted = dottedEnd(text, from);
  if (dotted > 0) return dotted;
  let at = runEnd(text, from);
  for (;;) {
    const unit = at < text.length ? text.charCodeAt(at) : 0;
    // a soft hyphen was taken for part of the run
    if (broken.size > 0 && (broken.has(at) || broken.has(at - 1))) {
      do at++;
      while (kindAt(text, at) === SPACE && at < text.length);
      at = runEnd(text, at);
      continue;
    }
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
    if (unit > 127 || unit < 33 || (unit >= 65 && unit <= 90)) return false;
  }
  return true;
}

const numbered = new WeakMap<Tokens, Int32Array>();

/** For each token the number that the word lists are asked by, looked up once for all who ask. */
export function numbersOf(tokens: Tokens): Int32Array {
  let numbers = numbered.get(tokens);
  if (numbers === undefined) {
    const { count, lower, form } = tokens;
    numbers = new Int32Array(count);
    for (let i = 0; i < count; i++) numbers[i] = numberOf(lower[i]!, form[i]!);
    numbered.set(tokens, numbers);
  }
  return numbers;
}

/** Whether token `i` touches the one before it, with no space between. */
export const isGlued = (tokens: Tokens, i: number): boolean => i > 0 && tokens.end[i - 1] === tokens.start[i];

/** Whether token `i` opens with a letter or digit. */
export function isWordToken(tokens: Tokens, i: number): boolean {
  const kind = kindOf(tokens.word[i]!.charCodeAt(0));
  return kind === LETTER || kind === DIGIT;
}

/** The first token that starts at or after `offset`. */
export const tokenAt = ({ start }: Tokens, offset: number): number => firstFrom(start, offset);
