import type { Span } from '../span.js';

/** What a UTF-16 unit is to a reader of words. Numbers, because every stage asks this of every character. */
export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** Combining accents and joiners: part of the word before them. */
export const MARK = 4;
/** Any other visible character, halves of surrogate pairs included. */
const SIGN = 5;

const kinds = new Uint8Array(0x10000);

/** The kind of a UTF-16 unit; looked up in the Unicode tables once and remembered. */
export function kindOf(unit: number): number {
  const known = kinds[unit]!;
  if (known !== 0) return known;
  const kind = judge(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function judge(character: string): number {
  // what nobody sees separates words like a space, except the soft hyphen and the joiners, which stand inside them
  if (/[\u00AD\u200C\u200D]/.test(character)) return MARK;
  if (/[\s\p{Cc}\p{Cf}]/u.test(character)) return SPACE;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{N}/u.test(character)) return DIGIT;
  return /\p{M}/u.test(character) ? MARK : SIGN;
}

export const isSpace = (text: string, at: number): boolean => kindOf(text.charCodeAt(at)) === SPACE;

/** Whether a letter or digit stands at `at`; false outside the text. */
export function isWord(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const kind = kindOf(text.charCodeAt(at));
  return kind === LETTER || kind === DIGIT;
}

export const isLetter = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && kindOf(text.charCodeAt(at)) === LETTER;

/** A hyphen that joins words, of any length that a keyboard or a typesetter gives. */
export const isHyphen = (unit: number): boolean => unit === 0x2d || unit === 0x2010 || unit === 0x2011;

/** What stands at the end of a line where its last word goes on in the next: a hyphen, or a soft one. */
export const breaksWord = (unit: number): boolean => isHyphen(unit) || unit === 0xad;

/** Soft hyphens, joiners and spaces of no width: nobody sees them, and pages put them within words. */
const unseen = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
export const isUnseen = (unit: number): boolean =>
  unit === 0xad || (unit >= 0x200b && unit <= 0x200d) || unit === 0x2060 || unit === 0xfeff;
export const withoutUnseen = (word: string): string => word.replace(unseen, '');
export const holdsUnseen = (text: string): boolean => text.search(unseen) >= 0;

/** What most names have not: white space that is no single space, and what nobody sees. */
const uneven = /\s\s|[^\S ]|[\u00AD\u200B-\u200D\u2060\uFEFF]/;

/** Words of a text as they are shown in a line: without soft hyphens and breaks. */
export const inOneLine = (text: string): string =>
  uneven.test(text)
    ? withoutUnseen(text)
        .replace(/([-‐‑])\s*\n\s*/g, '$1')
        .replace(/\s+/g, ' ')
    : text;

/** Whether `word` opens with a capital letter. */
export function isCapital(word: string): boolean {
  const unit = word.charCodeAt(0);
  if (unit < 128) return unit >= 65 && unit <= 90;
  const first = word[0]!;
  return kindOf(unit) === LETTER && first.toLowerCase() !== first;
}

/** The span without the spaces at both ends; `start === end` where nothing is left. */
export function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return { start, end };
}
