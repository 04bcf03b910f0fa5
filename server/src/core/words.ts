import type { Article } from './article/article.js';
import { numbersOf } from './article/tokens.js';
import type { HarmWords } from './languages/harmWords.js';
import type { Language } from './languages/language.js';
import type { Phrases, WordSet } from './languages/material.js';
import type { SpeechWords } from './languages/speechWords.js';
import type { Span } from './span.js';

/** How a token is written. */
export const shape = { lower: 0, capital: 1, capitals: 2, number: 3, mark: 4 } as const;

/**
 * The tokens of an article, or of one of its sentences, with what the readers ask of each of them as parallel arrays:
 * looked up once, walked often. All arrays are indexed like the article's tokens.
 */
export interface Words {
  readonly article: Article;
  /** The words of the article's language, for who speaks and for who is harmed. */
  readonly says: SpeechWords;
  readonly harms: HarmWords;
  readonly text: string;
  readonly lower: readonly string[];
  /** As written. */
  readonly word: readonly string[];
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** What the word lists are asked by (languages/material.ts). */
  readonly numbers: Int32Array;
  /** Bits of `speech` and of `harm` (languages/tokenClasses.ts). */
  readonly speech: Int32Array;
  readonly harm: Int32Array;
  /** One of `shape`. */
  readonly shapes: Uint8Array;
  /** 1 + index of the quotation that covers the token, or 0. */
  readonly quotation: Int32Array;
  /** Tokens `from` up to, not including, `to` can be asked; all others are of no class and have no letters. */
  readonly from: number;
  readonly to: number;
}

/** Tokens `from` up to, not including, `to`. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

export function wordsOf(article: Article, language: Language): Words {
  const { count, lower, word, start, end } = article.tokens;
  const numbers = numbersOf(article.tokens);
  const columns = new Int32Array(3 * count); // one stretch of memory: to ask for it takes longer than to fill it
  const speech = columns.subarray(0, count);
  const harm = columns.subarray(count, 2 * count);
  const quotation = columns.subarray(2 * count);
  const shapes = new Uint8Array(count);
  language.classes.classify(lower, numbers, speech, harm);
  let q = 0;
  for (let i = 0; i < count; i++) {
    shapes[i] = shapeOf(word[i]!, lower[i]!);
    if (shapes[i] === shape.capitals && harm[i] !== 0 && isInitials(word, i)) harm[i] = 0;
    const at = start[i]!;
    while (q < article.quotations.length && article.quotations[q]!.end <= at) q++;
    const current = article.quotations[q];
    quotation[i] = current !== undefined && current.start <= at ? q + 1 : 0;
  }
  const { text } = article;
  const { speech: says, harm: harms } = language;
  const asked = { article, says, harms, text, lower, word, start, end, numbers, speech, harm, shapes, quotation };
  return wordsBetween(asked, 0, count);
}

/**
 * The same words, of which only the tokens `from` up to `to` can be asked. All words come from here, field by field: an
 * engine asks objects that were made in one place the fastest, and nothing is asked as often.
 */
export function wordsBetween(words: Omit<Words, keyof TokenRange>, from: number, to: number): Words {
  const { article, says, harms, text, lower, word, start, end, numbers, speech, harm, shapes, quotation } = words;
  return { article, says, harms, text, lower, word, start, end, numbers, speech, harm, shapes, quotation, from, to };
}

function shapeOf(written: string, lower: string): number {
  const code = written.charCodeAt(0);
  if (code >= 48 && code <= 57) return shape.number;
  // dashes and curly quotation marks too, *’s* as *'s*
  if (code < 48 || (code > 57 && code < 65) || (code >= 0x2010 && code <= 0x203a)) return shape.mark;
  if (written === lower) return code < 128 || /\p{L}/u.test(written) ? shape.lower : shape.mark;
  const second = written.charCodeAt(1);
  if (second >= 97 && second <= 122) return shape.capital; // most are *Merovia*
  return written.length > 1 && written === written.toUpperCase() ? shape.capitals : shape.capital;
}

/** *IS*, *US* and *WHO* in capitals are names, not *is*, *us* and *who*, unless all is in capitals. */
function isInitials(word: readonly string[], i: number): boolean {
  const written = word[i]!;
  if (written.length < 2 || written.length > 3 || !/^[A-Z]+$/.test(written)) return false;
  return !/^[A-Z]{4,}$/.test(word[i - 1] ?? '') && !/^[A-Z]{4,}$/.test(word[i + 1] ?? '');
}

/** Whether token i has one of the classes: bits of `speech`, or bits of `harm`, which are negative. */
export const is = (words: Words, i: number, bits: number): boolean =>
  i >= words.from && i < words.to && (((bits < 0 ? words.harm[i] : words.speech[i]) as number) & bits) !== 0;

/** Whether token i is one of some words. */
export const isOneOf = (words: Words, i: number, set: WordSet): boolean =>
  i >= words.from && i < words.to && set.holds(words.numbers[i]!);

/** Token i in lower case; '' where it cannot be asked. */
export const lowerAt = (words: Words, i: number): string => (i >= words.from && i < words.to ? words.lower[i]! : '');

/** The end of the first of some phrases that begins at token i; 0 where none does. */
export const phraseEnd = (words: Words, i: number, phrases: Phrases): number =>
  isOneOf(words, i, phrases.firsts) ? endOfOne(words, i, phrases) : 0;

/** Apart from `phraseEnd`, which is asked of nearly every word: to make room for the test below takes memory. */
function endOfOne(words: Words, i: number, { byFirst }: Phrases): number {
  for (const phrase of byFirst.get(words.lower[i]!)!)
    if (phrase.every((word, k) => lowerAt(words, i + k) === word)) return i + phrase.length;
  return 0;
}

export function spanOf(words: Words, range: TokenRange): Span {
  return { start: words.start[range.from]!, end: words.end[range.to - 1] as number };
}

/** The words of any text, lower case. */
export const lowerWordsIn = (text: string): string[] => text.toLowerCase().split(/[^\p{L}]+/u);
