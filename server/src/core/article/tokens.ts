import type { Tokens } from './article.js';

// Alternatives in order: abbreviations with inner stops (U.S., a.m.), numbers with separators, the possessive, words
// with inner hyphens and apostrophes, anything else that is visible.
const token =
  /(?:\p{L}\.){2,}|\p{N}+(?:[.,:]\p{N}+)*(?:st|nd|rd|th|s|m|bn|k)?(?![\p{L}])|['’]s(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:[-‐‑]|['’](?!s(?![\p{L}\p{N}])))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\.{2,}|\S/gu;

/** Splits `text.slice(from)` into tokens with offsets into the whole text. */
export function tokenize(text: string, from: number): Tokens {
  const start: number[] = [];
  const end: number[] = [];
  const word: string[] = [];
  const lower: string[] = [];
  token.lastIndex = from;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const written = match[0];
    start.push(match.index);
    end.push(match.index + written.length);
    word.push(written);
    lower.push(straighten(written.toLowerCase()));
  }
  return { count: word.length, start: Int32Array.from(start), end: Int32Array.from(end), word, lower };
}

const curly = /[‘’‛“”„«»‐‑]/;

/** Straight quotation marks, apostrophes and hyphens; the length stays the same. */
export function straighten(text: string): string {
  if (!curly.test(text)) return text;
  return text
    .replace(/[‘’‛]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑]/g, '-');
}

/** The first token that starts at or after `offset`. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens.start[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
