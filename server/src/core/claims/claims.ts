import type { Level } from '../attribution/attribution.js';
import { type Count, countOf } from '../casualties/count.js';
import { dayOf } from '../casualties/day.js';
import type { Figure } from '../casualties/figure.js';
import type { ClaimWords } from '../languages/claimWords.js';
import { languageOf } from '../languages/index.js';
import type { Reading } from '../reading.js';
import { indexAt, type Span } from '../span.js';
import { hedgesOf } from './hedges.js';
import { Mentions } from './mentions.js';
import { voicesOf } from './voices.js';

/** Who is made to answer for (a part of) a mention. */
export interface Voice {
  readonly level: Level;
  /** To compare by: normalised, '' for hearsay. */
  readonly name: string;
  /** In the article's words. */
  readonly words: string;
  readonly chain: readonly string[];
  /** What is said is (partly) between quotation marks. */
  readonly quotes: boolean;
}

/** A word of uncertainty in a mention: a hedge, or what qualifies a number. */
export interface Hedge {
  readonly kind: 'hedge' | 'floor' | 'range';
  readonly words: string;
  /** The number it qualifies; NaN for a hedge. */
  readonly value: number;
}

/**
 * What an article asserts, sentence by sentence, as numbers that two articles can be compared by: parallel arrays,
 * because a workspace holds hundreds of thousands of mentions. Strings are kept only where a person will read them.
 */
export interface Claims {
  /** Code of the language (`Article.language`): articles of two languages are not compared. */
  readonly language: string;
  readonly outlet: string | null;
  readonly agency: string | null;
  /** Days since 1970, or NaN. */
  readonly day: number;
  /** Number of mentions. */
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Whether a negation stands in mention m: 0 or 1. */
  readonly negated: Uint8Array;
  /** Whether it negates, denies or contradicts anything: 0 or 1. */
  readonly contrary: Uint8Array;
  /** All words of mention m as hashes: `firstWord[m]` up to `firstWord[m + 1]`. */
  readonly firstWord: Int32Array;
  readonly word: Int32Array;
  /**
   * The distinct terms of each mention: entries `firstBag[m]` up to `firstBag[m + 1]`, sorted by term. `bagKind` joins
   * the bits of all places of the term.
   */
  readonly firstBag: Int32Array;
  readonly bagTerm: Int32Array;
  readonly bagKind: Uint8Array;
  readonly bagWeight: Float32Array;
  readonly bagMention: Uint16Array;
  /** Logarithm of the number of mentions that hold the term. */
  readonly bagSpread: Float32Array;
  /** Length of each mention's weight vector. */
  readonly norm: Float32Array;
  /**
   * What the article as a whole is about: its distinct terms, sorted, with weights of length one. The entries of the
   * bags that hold term t are `entry[first[t]]` up to `entry[first[t + 1]]`: two articles are joined in one pass.
   */
  readonly topic: {
    readonly term: Int32Array;
    readonly weight: Float32Array;
    readonly first: Int32Array;
    readonly entry: Int32Array;
  };
  /** Numbers written in a mention. */
  readonly numbers: ReadonlyMap<number, readonly number[]>;
  readonly counts: ReadonlyMap<number, readonly Count[]>;
  readonly voices: ReadonlyMap<number, readonly Voice[]>;
  readonly hedges: ReadonlyMap<number, readonly Hedge[]>;
}

/** Reads the claims of an article. `language`: that of the article, where it is none of `languages/index.ts`. */
export function readClaims(reading: Reading, language = languageOf(reading.article.language)): Claims {
  const { article } = reading;
  const { spans, negated, contrary, firstWord, words, numbers, bags } = new Mentions(article, reading, language);
  return {
    language: language.code,
    outlet: article.metadata.outlet,
    agency: article.metadata.agency,
    day: dayOf(article.metadata.date),
    count: spans.length,
    start: Int32Array.from(spans, (span) => span.start),
    end: Int32Array.from(spans, (span) => span.end),
    negated: Uint8Array.from(negated),
    contrary: Uint8Array.from(contrary),
    firstWord: Int32Array.from(firstWord),
    word: Int32Array.from(words),
    ...bags.arrays(),
    numbers,
    counts: countsOf(reading, spans, language.claims),
    voices: voicesOf(reading, spans),
    hedges: hedgesOf(article, spans, language),
  };
}

function countsOf({ article, figures }: Reading, spans: readonly Span[], language: ClaimWords): Map<number, Count[]> {
  const found = new Map<number, Count[]>();
  for (const [k, figure] of figures.entries()) {
    const { start } = figure;
    const m = indexAt(spans, start);
    if (m < 0 || start >= (spans[m] as Span).end) continue;
    const counts = found.get(m) ?? [];
    counts.push(countOf(figure));
    const before = figures[k - 1];
    if (before !== undefined && isAdded(article.text, before, figure, language)) counts.push(sumOf(before, figure));
    found.set(m, counts);
  }
  return found;
}

/** *Two women and two guards*, *nine children and 14 others*: only together they are the toll. */
function isAdded(text: string, one: Figure, other: Figure, { others, and }: ClaimWords): boolean {
  if (one.outcome !== other.outcome || one.scope !== other.scope || one.partial) return false;
  if (other.partial && !others.has(other.victims.toLowerCase())) return false;
  if (one.victims === '') return false;
  const between = text.slice(one.end, other.start).trim();
  return between.startsWith(`${one.victims} `) && and.has(between.slice(one.victims.length + 1));
}

const sumOf = (one: Figure, other: Figure): Count => ({
  ...countOf(one),
  end: other.end,
  low: (one.low ?? 0) + (other.low ?? 0),
  high: one.high === null || other.high === null ? null : one.high + other.high,
  approx: one.approx || other.approx,
  people: null,
});
