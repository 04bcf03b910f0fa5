import { idfOf } from '../core/claims/background.js';
import type { Claims } from '../core/claims/claims.js';
import { farApart } from '../core/claims/relate.js';
import { shingles } from '../core/claims/reuse.js';
import { none } from './columns.js';
import { Postings } from './postings.js';

/** Terms more common than this say too little about an article to find others by. */
const tellingFrom = 0.6;
/** An article is found by its most telling terms, so many at most. */
const termsIndexed = 120;
/** Share of the article's (squared) topic that another must have in common to be compared. */
const commonFrom = 0.045;
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

/**
 * Finds the articles that may hold the same claims: those that share enough of their telling terms, or a fingerprint of
 * a sentence. Whether two articles find each other depends on the two alone.
 */
export class ArticleIndex {
  private readonly terms = new Postings();
  private readonly prints = new Postings();
  private readonly keys: Keys[] = [];
  /** What each article has in common with the one that is looked at; zero between two looks. */
  private common = new Float64Array(64);

  add(article: number, keys: Keys): void {
    this.keys[article] = keys;
    for (const term of keys.terms) this.terms.add(term, article);
    for (const print of keys.prints) this.prints.add(print, article);
    if (article >= this.common.length) this.common = new Float64Array(2 * article);
  }

  remove(article: number): void {
    const { terms, prints } = this.keys[article] as Keys;
    for (const term of terms) this.terms.remove(term, article);
    for (const print of prints) this.prints.remove(print, article);
  }

  /** The articles to compare with an article of the index. */
  candidates(article: number): number[] {
    const { terms, prints, norm, day } = this.keys[article] as Keys;
    const found = new Set<number>();
    for (const other of this.touched(terms)) {
      const others = this.keys[other] as Keys;
      const enough = (this.common[other] as number) >= commonFrom * norm * others.norm;
      if (enough && !farApart(day, others.day)) found.add(other);
      this.common[other] = 0;
    }
    for (const print of prints)
      for (let at = this.prints.first(print); at !== none; at = this.prints.next[at] as number)
        found.add(this.prints.article[at] as number);
    found.delete(article);
    return [...found];
  }

  /** The articles with any of the terms; notes what each has in common. */
  private touched(terms: Int32Array): number[] {
    const common = this.common;
    const { article, next } = this.terms;
    const touched: number[] = [];
    for (const term of terms) {
      const square = idfOf(term) ** 2;
      for (let at = this.terms.first(term); at !== none; at = next[at] as number) {
        const other = article[at] as number;
        if (common[other] === 0) touched.push(other);
        common[other] = (common[other] as number) + square;
      }
    }
    return touched;
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
    const smallest = shingles(claims, m, printLength)
      .sort((a, b) => a - b)
      .slice(0, printsPerMention);
    for (const print of smallest) found.add(print);
  }
  return Int32Array.from(found);
}
