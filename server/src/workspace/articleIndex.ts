import { idfOf } from '../core/claims/background.js';
import type { Claims } from '../core/claims/claims.js';
import { farApart } from '../core/claims/relate.js';
import { shingles } from '../core/claims/reuse.js';

/** Terms more common than this say too little about an article to find others by. */
const tellingFrom = 0.6;
/** An article is found by its most telling terms, so many at most. */
const termsIndexed = 120;
/** Share of the article's (squared) topic that another must have in common to be compared. */
const commonFrom = 0.045;
/** Reused text is found by so many words in a row. */
const printLength = 6;
const printsPerMention = 2;

interface Keys {
  readonly terms: Telling;
  readonly prints: readonly number[];
  readonly day: number;
}

/**
 * Finds the articles that may hold the same claims: those that share enough of their telling terms, or a fingerprint of
 * a sentence. Whether two articles find each other depends on the two alone.
 */
export class ArticleIndex {
  /** Numbers of articles by term and by fingerprint. */
  private readonly postings = new Map<number, number[]>();
  private readonly prints = new Map<number, number[]>();
  private readonly keys: (Keys | undefined)[] = [];
  private readonly free: number[] = [];
  /** What each article has in common with the one that is looked at; zero between two looks. */
  private common = new Float32Array(64);

  /** Adds an article and returns its number. */
  add(claims: Claims): number {
    const keys = { terms: tellingTerms(claims), prints: fingerprints(claims), day: claims.day };
    const number = this.free.pop() ?? this.keys.length;
    this.keys[number] = keys;
    for (const term of keys.terms.term) put(this.postings, term, number);
    for (const print of keys.prints) put(this.prints, print, number);
    if (number >= this.common.length) this.common = new Float32Array(2 * this.common.length);
    return number;
  }

  remove(number: number): void {
    const keys = this.keys[number];
    if (keys === undefined) return;
    this.keys[number] = undefined;
    this.free.push(number);
    for (const term of keys.terms.term) drop(this.postings, term, number);
    for (const print of keys.prints) drop(this.prints, print, number);
  }

  /** The articles to compare with an article of the index. */
  candidates(number: number): number[] {
    const keys = this.keys[number];
    if (keys === undefined) return [];
    const { term, weight, norm } = keys.terms;
    const common = this.common;
    const touched: number[] = [];
    for (let k = 0; k < term.length; k++) {
      const square = (weight[k] as number) ** 2;
      for (const other of this.postings.get(term[k] as number) as number[]) {
        if (common[other] === 0) touched.push(other);
        common[other] = (common[other] as number) + square;
      }
    }
    const found = new Set<number>();
    for (const other of touched) {
      const others = this.keys[other] as Keys;
      const enough = (common[other] as number) >= commonFrom * norm * others.terms.norm;
      if (enough && !farApart(keys.day, others.day)) found.add(other);
      common[other] = 0;
    }
    for (const print of keys.prints) for (const other of this.prints.get(print) as number[]) found.add(other);
    found.delete(number);
    return [...found];
  }
}

interface Telling {
  readonly term: readonly number[];
  readonly weight: readonly number[];
  readonly norm: number;
}

function tellingTerms(claims: Claims): Telling {
  const { term: terms, weight: weights } = claims.topic;
  const order = [...terms.keys()]
    .filter((i) => idfOf(terms[i] as number) >= tellingFrom)
    .sort((x, y) => (weights[y] as number) - (weights[x] as number) || x - y)
    .slice(0, termsIndexed);
  const term = order.map((i) => terms[i] as number);
  const weight = term.map(idfOf);
  return { term, weight, norm: Math.sqrt(weight.reduce((sum, one) => sum + one * one, 0)) };
}

/** The smallest shingle hashes of each mention (Broder 1997): two with much text in common probably share one. */
function fingerprints(claims: Claims): number[] {
  const found = new Set<number>();
  for (let m = 0; m < claims.count; m++) {
    const smallest = shingles(claims, m, printLength)
      .sort((a, b) => a - b)
      .slice(0, printsPerMention);
    for (const print of smallest) found.add(print);
  }
  return [...found];
}

function put(map: Map<number, number[]>, key: number, article: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [article]);
  else list.push(article);
}

function drop(map: Map<number, number[]>, key: number, article: number): void {
  const list = map.get(key);
  if (list === undefined) return;
  const index = list.indexOf(article);
  if (index >= 0) {
    list[index] = list[list.length - 1] as number;
    list.pop();
  }
  if (list.length === 0) map.delete(key);
}
