import { idfOf } from '../core/claims/background.js';
import type { Claims } from '../core/claims/claims.js';
import { farApart } from '../core/claims/relate.js';
import { shingles } from '../core/claims/reuse.js';
import { Postings } from './postings.js';

/** Terms more common than this say too little about an article to find others by. */
const tellingFrom = 0.6;
/** An article is found by its most telling terms, so many at most. */
const termsIndexed = 120;
/** Share of the article's (squared) topic that another must have in common to be compared. */
const commonFrom = 0.055;
/** Reused text is found by so many words in a row. */
const printLength = 6;
const printsPerMention = 2;

/** What an article is found by. */
export interface Keys {
  /** Its most telling terms. */
  readonly terms: Int32Array;
  /** Fingerprints of its sentences. */
  readonly prints: Int32Array;
  /** Length of the vector of its terms. */
  readonly norm: number;
  readonly day: number;
}

const noKeys: Keys = { terms: new Int32Array(0), prints: new Int32Array(0), norm: 0, day: Number.NaN };

/** Articles this far apart in days never meet over their terms (see `farApart`), so terms are looked up by window. */
const windowDays = 32;
const windowOf = (day: number): number => Math.floor(day / windowDays);

/**
 * Finds the articles that may hold the same claims: those of about the same time that share enough of their telling
 * terms, and those of any time that share a fingerprint of a sentence. Whether two articles find each other depends on
 * the two alone.
 */
export class ArticleIndex {
  /** Articles by term, for each window of days; those of unknown day are in a window of their own. */
  private readonly windows = new Map<number, Postings>();
  private readonly prints = new Postings();
  private readonly keys: Keys[] = [];
  /** What each article has in common with the one that is looked at; zero between two looks. */
  private common = new Float64Array(64);

  add(article: number, keys: Keys): void {
    this.keys[article] = keys;
    if (article >= this.common.length) this.common = new Float64Array(2 * article);
    const terms = this.termsOf(windowOf(keys.day));
    for (const term of keys.terms) terms.add(term, article);
    for (const print of keys.prints) this.prints.add(print, article);
  }

  remove(article: number): void {
    this.replace(article, noKeys);
  }

  /** Gives an article other keys: only the lists of those that it has no longer, or has now, are touched. */
  replace(article: number, keys: Keys): void {
    const before = this.keys[article] as Keys;
    const [was, is] = [this.termsOf(windowOf(before.day)), this.termsOf(windowOf(keys.day))];
    if (was !== is) was.move(article, before.terms, noKeys.terms);
    is.move(article, was === is ? before.terms : noKeys.terms, keys.terms);
    this.prints.move(article, before.prints, keys.prints);
    this.keys[article] = keys;
  }

  /** The articles to compare with an article of the index. */
  candidates(article: number): number[] {
    const keys = this.keys[article] as Keys;
    const found = new Set<number>();
    for (const window of this.windowsAround(keys.day)) this.meet(keys, window, found);
    for (const print of keys.prints) for (const other of this.prints.of(print)) found.add(other);
    found.delete(article);
    return [...found];
  }

  /** Finds the articles of a window that share enough of the terms. */
  private meet({ terms, norm, day }: Keys, window: Postings, found: Set<number>): void {
    const { common } = this;
    const touched: number[] = [];
    for (const term of terms) {
      const square = idfOf(term) ** 2;
      const others = window.of(term);
      for (let k = 0; k < others.length; k++) {
        const other = others[k] as number;
        if (common[other] === 0) touched.push(other);
        common[other] = (common[other] as number) + square;
      }
    }
    for (const other of touched) {
      const others = this.keys[other] as Keys;
      if ((common[other] as number) >= commonFrom * norm * others.norm && !farApart(day, others.day)) found.add(other);
      common[other] = 0;
    }
  }

  private windowsAround(day: number): readonly Postings[] {
    if (Number.isNaN(day)) return [...this.windows.values()];
    const window = windowOf(day);
    return [window - 1, window, window + 1, Number.NaN].flatMap((one) => this.windows.get(one) ?? []);
  }

  private termsOf(window: number): Postings {
    const found = this.windows.get(window) ?? new Postings();
    this.windows.set(window, found);
    return found;
  }
}

export function keysOf(claims: Claims): Keys {
  const terms = tellingTerms(claims);
  const squares = terms.reduce((sum, term) => sum + idfOf(term) ** 2, 0);
  return { terms, prints: fingerprints(claims), norm: Math.sqrt(squares), day: claims.day };
}

function tellingTerms({ topic }: Claims): Int32Array {
  const order = [...topic.term.keys()]
    .filter((t) => idfOf(topic.term[t] as number) >= tellingFrom)
    .sort((x, y) => (topic.weight[y] as number) - (topic.weight[x] as number) || x - y)
    .slice(0, termsIndexed);
  return Int32Array.from(order, (t) => topic.term[t] as number);
}

/** The smallest shingle hashes of each mention (Broder 1997): two with much text in common probably share one. */
function fingerprints(claims: Claims): Int32Array {
  const found = new Set<number>();
  for (let m = 0; m < claims.count; m++) {
    const smallest = Int32Array.from(shingles(claims, m, printLength))
      .sort()
      .subarray(0, printsPerMention);
    for (const print of smallest) found.add(print);
  }
  return Int32Array.from(found);
}
