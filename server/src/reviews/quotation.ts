import type { Article } from '../core/article/article.js';
import type { Span } from '../core/span.js';
import { type Folded, folded, foldedOf } from './folded.js';
import { longest, type Quotation } from './review.js';
import { isSmallEdit } from './smallEdit.js';

/** Characters that are quoted on either side; more, up to `mostContext`, where these do not tell a place from others. Chosen. */
const context = 64;
const mostContext = longest.context;

/** What of the surroundings must be left, in words, for a place to be the one that was quoted. Chosen. */
const leftShare = 0.5;

/** Characters beside words that were edited themselves, all of which must be as they were. Chosen. */
const besideEdit = 24;

/** Occurrences of the same words in one article that are looked at. */
const mostOccurrences = 32;

/** Words of an article with their surroundings; `null` where the article has the same words in the same surroundings twice. */
export function quotationOf(article: Article, span: Span): Quotation | null {
  const text = foldedOf(article);
  const { start, end } = text.fromFile(span);
  if (end === start || end - start > longest.exact) return null;
  for (let length = context; length <= mostContext; length *= 2) {
    const quotation: Quotation = {
      type: 'TextQuoteSelector',
      exact: text.shown.slice(start, end),
      prefix: text.shown.slice(boundary(text.shown, start - length), start),
      suffix: text.shown.slice(end, boundary(text.shown, end + length)),
    };
    if (typeof placeOf(article, quotation) === 'object') return quotation;
  }
  return null;
}

/** Never between the two halves of one character. */
function boundary(text: string, at: number): number {
  const inside = Math.max(0, Math.min(at, text.length));
  return /[\uDC00-\uDFFF]/.test(text[inside] ?? '') ? inside - 1 : inside;
}

/** Characters that are looked at, at most, to find a quotation in an article. */
export const workOf = ({ text }: Article, { prefix, exact, suffix }: Quotation): number =>
  text.length + mostOccurrences * (prefix.length + exact.length + suffix.length);

/**
 * Characters that are looked at for one answer; further quotations have no place. A folder from elsewhere must not stop the
 * editor: a megabyte of text may have 200, an article of five kilobytes many thousands.
 */
export const mostWork = 1 << 28;

/** Why a quotation has no one place in an article. */
export type NoPlace = 'nowhere' | 'twice';

/**
 * Where quoted words stand in an article as it is now: with half of their surroundings left, or, where they were edited a
 * little themselves, between untouched ones. Of several places the one with the very surroundings is meant.
 */
export function placeOf(article: Article, quotation: Quotation): Span | NoPlace {
  const text = foldedOf(article);
  const wanted = toCompared(quotation);
  const same = occurrences(text.compared, wanted.exact).map((start) => ({ start, end: start + wanted.exact.length }));
  const found = theOne(text, wanted, same);
  if (found !== 'nowhere') return found;
  const edited = betweenTheSame(text.compared, wanted).filter((span) =>
    isSmallEdit(quotation.exact, text.shown.slice(span.start, span.end), article.language),
  );
  return theOne(text, wanted, edited);
}

/** A quotation as it is compared. */
interface Wanted {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

const toCompared = ({ exact, prefix, suffix }: Quotation): Wanted => ({
  exact: folded(exact),
  prefix: folded(prefix),
  suffix: folded(suffix),
});

function theOne(text: Folded, wanted: Wanted, spans: readonly Span[]): Span | NoPlace {
  const [first, ...others] = spans.filter((span) => shareLeft(text.compared, wanted, span) >= leftShare);
  if (first === undefined) return 'nowhere';
  if (others.length === 0) return text.toFile(first);
  const [very, ...more] = [first, ...others].filter(({ start, end }) => {
    const { prefix, suffix } = wanted;
    return text.compared.startsWith(suffix, end) && text.compared.endsWith(prefix, start);
  });
  return very !== undefined && more.length === 0 ? text.toFile(very) : 'twice';
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && found.length < mostOccurrences; at = text.indexOf(words, at + 1))
    found.push(at);
  return found;
}

/** How much of the quoted surroundings, in words, still stands around a place. */
function shareLeft(text: string, { prefix, suffix }: Wanted, { start, end }: Span): number {
  // half as much again: what was put in pushes the quoted words away
  const before = text.slice(Math.max(0, start - Math.ceil(prefix.length * 1.5)), start);
  const after = text.slice(end, end + Math.ceil(suffix.length * 1.5));
  const quoted = wordsOf(prefix).length + wordsOf(suffix).length;
  return quoted === 0 ? 1 : (wordsLeft(prefix, before) + wordsLeft(suffix, after)) / quoted;
}

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '');

function wordsLeft(quoted: string, now: string): number {
  const counts = new Map<string, number>();
  for (const word of wordsOf(now)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wordsOf(quoted).filter((word) => {
    const count = counts.get(word) ?? 0;
    counts.set(word, count - 1);
    return count > 0;
  }).length;
}

/** What stands now between what stood directly before and after the quoted words. */
function betweenTheSame(text: string, { exact, prefix, suffix }: Wanted): Span[] {
  const [before, after] = [prefix.slice(-besideEdit), suffix.slice(0, besideEdit)];
  if (before.trim() === '' && after.trim() === '') return [];
  const longest = exact.length * 2 + besideEdit;
  const starts = before === '' ? [0] : occurrences(text, before).map((at) => at + before.length);
  return starts.flatMap((start) => {
    const end = after === '' ? text.length : text.slice(start, start + longest + after.length).indexOf(after) + start;
    return end > start && end - start <= longest ? [{ start, end }] : [];
  });
}
