import type { Article } from '../article/article.js';
import { classesOf } from '../languages/en/attribution.js';
import type { Span } from '../span.js';

/** How a token is written. */
export const shape = { lower: 0, capital: 1, capitals: 2, number: 3, mark: 4 } as const;

/** The tokens of an article with what attribution asks of each of them, as parallel arrays: looked up once, walked often. */
export interface Words {
  readonly article: Article;
  readonly lower: readonly string[];
  /** Bits of `word` (languages/en/attribution.ts). */
  readonly classes: Int32Array;
  /** One of `shape`. */
  readonly shapes: Uint8Array;
  /** 1 + index of the quotation that covers the token, or 0. */
  readonly quotation: Int32Array;
}

/** Tokens `from` up to, not including, `to`. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

export function wordsOf(article: Article): Words {
  const { count, lower, word, start } = article.tokens;
  const classes = new Int32Array(count);
  const shapes = new Uint8Array(count);
  const quotation = new Int32Array(count);
  let q = 0;
  for (let i = 0; i < count; i++) {
    classes[i] = classesOf(lower[i] as string);
    shapes[i] = shapeOf(word[i] as string, lower[i] as string);
    const at = start[i] as number;
    while (q < article.quotations.length && (article.quotations[q] as Span).end <= at) q++;
    const current = article.quotations[q];
    quotation[i] = current !== undefined && current.start <= at ? q + 1 : 0;
  }
  return { article, lower, classes, shapes, quotation };
}

function shapeOf(written: string, lower: string): number {
  const code = written.charCodeAt(0);
  if (code >= 48 && code <= 57) return shape.number;
  if (code < 48 || (code > 57 && code < 65)) return shape.mark;
  if (written === lower) return code < 128 || /\p{L}/u.test(written) ? shape.lower : shape.mark;
  return written.length > 1 && written === written.toUpperCase() ? shape.capitals : shape.capital;
}

export const is = (words: Words, i: number, bits: number): boolean => ((words.classes[i] as number) & bits) !== 0;

export function spanOf(words: Words, range: TokenRange): Span {
  const { start, end } = words.article.tokens;
  return { start: start[range.from] as number, end: end[range.to - 1] as number };
}
