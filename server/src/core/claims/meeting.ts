import { titles } from '../languages/en/claims.js';
import type { Claims } from './claims.js';
import { DENIED, NAME, NEGATED, NUMBER, QUOTED, SPEAKER, termOf } from './terms.js';

/** How two articles meet: what every pair of their mentions is judged against. */
export interface Meeting {
  readonly a: Side;
  readonly b: Side;
  /** Cosine of the topics, 0..1. */
  readonly topic: number;
  /** Cosine of mention i of a and j of b at `i * b.claims.count + j`. */
  readonly cosine: Float32Array;
}

/** One of the two articles. */
export interface Side {
  readonly claims: Claims;
  /**
   * How telling each term of the bags is between these two articles: what half of their sentences say tells none of
   * them apart. Logarithm of the sentences of both over those with the term.
   */
  readonly local: Float32Array;
  /** Best cosine of each mention. */
  readonly best: Float32Array;
  /** Made when first asked for. */
  readonly profiles: (Profile | undefined)[];
}

/** Weights that a mention's terms have in all; see `Matched` for those it shares. */
export interface Profile {
  /** Local weight of all terms. */
  readonly local: number;
  /** Background weight of terms that are neither names nor numbers. */
  readonly content: number;
  /** Weight, and squared weight, of what is asserted: no names, titles, or words about the speaker. */
  readonly asserted: number;
  readonly assertedSquares: number;
  readonly weight: number;
  readonly names: number;
  readonly days: number;
}

/** What two mentions share, in the measures of `Profile`. */
export interface Matched extends Profile {
  readonly quoted: number;
  /** What is asserted by the one and negated by the other. */
  readonly negated: number;
  /** What is asserted by the one and denied by the other. */
  readonly denied: number;
  readonly terms: number;
  /** Terms that are not names in both. */
  readonly plainTerms: number;
}

/** Lets two articles meet: one pass over the terms of both, in their order. */
export function meet(a: Claims, b: Claims): Meeting {
  const cosine = new Float32Array(a.count * b.count);
  const sentences = Math.log(a.count + b.count + 1);
  const localA = localOf(a, sentences);
  const localB = localOf(b, sentences);
  const { term: termsA, first: firstA, entry: entryA } = a.topic;
  const { term: termsB, first: firstB, entry: entryB } = b.topic;
  let topic = 0;
  let i = 0;
  let j = 0;
  while (i < termsA.length && j < termsB.length) {
    const termA = termsA[i] as number;
    const termB = termsB[j] as number;
    if (termA < termB) i++;
    else if (termA > termB) j++;
    else {
      const toA = firstA[i + 1] as number;
      const toB = firstB[j + 1] as number;
      const local = sentences - Math.log(toA - (firstA[i] as number) + toB - (firstB[j] as number));
      const square = (a.bagWeight[entryA[toA - 1] as number] as number) ** 2;
      for (let y = firstB[j] as number; y < toB; y++) localB[entryB[y] as number] = local;
      for (let x = firstA[i] as number; x < toA; x++) {
        const entry = entryA[x] as number;
        localA[entry] = local;
        const row = (a.bagMention[entry] as number) * b.count;
        for (let y = firstB[j] as number; y < toB; y++) {
          const at = row + (b.bagMention[entryB[y] as number] as number);
          cosine[at] = (cosine[at] as number) + square;
        }
      }
      topic += (a.topic.weight[i++] as number) * (b.topic.weight[j++] as number);
    }
  }
  const bestA = new Float32Array(a.count);
  const bestB = new Float32Array(b.count);
  normalise(cosine, a, b, bestA, bestB);
  return {
    a: { claims: a, local: localA, best: bestA, profiles: [] },
    b: { claims: b, local: localB, best: bestB, profiles: [] },
    topic,
    cosine,
  };
}

/** What a term would tell if only this article held it. */
function localOf({ bagSpread }: Claims, sentences: number): Float32Array {
  const local = new Float32Array(bagSpread.length);
  for (let x = 0; x < local.length; x++) local[x] = sentences - (bagSpread[x] as number);
  return local;
}

function normalise(cosine: Float32Array, a: Claims, b: Claims, bestA: Float32Array, bestB: Float32Array): void {
  for (let i = 0; i < a.count; i++) {
    for (let j = 0; j < b.count; j++) {
      const at = i * b.count + j;
      if (cosine[at] === 0) continue;
      const value = (cosine[at] as number) / ((a.norm[i] as number) * (b.norm[j] as number));
      cosine[at] = value;
      if (value > (bestA[i] as number)) bestA[i] = value;
      if (value > (bestB[j] as number)) bestB[j] = value;
    }
  }
}

const termsOf = (words: readonly string[]): Set<number> =>
  new Set(words.flatMap((word) => [termOf(word, false), termOf(word, true)]).flatMap((term) => term?.hash ?? []));

const titleTerms = termsOf(titles);
const weekdays = termsOf('monday tuesday wednesday thursday friday saturday sunday'.split(' '));

/** A name, a title, a number or a word about the speaker says who, not what. */
const asserts = (term: number, kind: number): boolean => (kind & (NAME | SPEAKER)) === 0 && !titleTerms.has(term);

export function profileOf(side: Side, m: number): Profile {
  const made = side.profiles[m];
  if (made !== undefined) return made;
  const { claims, local } = side;
  const profile = { local: 0, content: 0, asserted: 0, assertedSquares: 0, weight: 0, names: 0, days: 0 };
  for (let x = claims.firstBag[m] as number; x < (claims.firstBag[m + 1] as number); x++) {
    const term = claims.bagTerm[x] as number;
    const weight = claims.bagWeight[x] as number;
    const kind = claims.bagKind[x] as number;
    const here = local[x] as number;
    profile.local += here;
    profile.weight += weight;
    if ((kind & (NAME | NUMBER)) === 0) profile.content += weight;
    if (kind & NAME) profile.names++;
    if (weekdays.has(term)) profile.days++;
    if (asserts(term, kind)) {
      profile.asserted += here * weight;
      profile.assertedSquares += (here * weight) ** 2;
    }
  }
  side.profiles[m] = profile;
  return profile;
}

/** What mention i of a and j of b share. */
export function matchedOf({ a, b }: Meeting, i: number, j: number): Matched {
  const matched = {
    local: 0,
    content: 0,
    asserted: 0,
    assertedSquares: 0,
    weight: 0,
    names: 0,
    days: 0,
    quoted: 0,
    negated: 0,
    denied: 0,
    terms: 0,
    plainTerms: 0,
  };
  let x = a.claims.firstBag[i] as number;
  let y = b.claims.firstBag[j] as number;
  const xEnd = a.claims.firstBag[i + 1] as number;
  const yEnd = b.claims.firstBag[j + 1] as number;
  while (x < xEnd && y < yEnd) {
    const term = a.claims.bagTerm[x] as number;
    const other = b.claims.bagTerm[y] as number;
    if (term < other) x++;
    else if (term > other) y++;
    else {
      const weight = a.claims.bagWeight[x] as number;
      const here = a.local[x] as number;
      const kindA = a.claims.bagKind[x++] as number;
      const kindB = b.claims.bagKind[y++] as number;
      const names = kindA & kindB & NAME;
      matched.terms++;
      matched.local += here;
      matched.weight += weight;
      if (names === 0) matched.plainTerms++;
      else matched.names++;
      if (names === 0 && (kindA & NUMBER) === 0) matched.content += weight;
      if (kindA & kindB & QUOTED) matched.quoted += weight;
      if (weekdays.has(term)) matched.days++;
      if (asserts(term, names | ((kindA | kindB) & SPEAKER))) {
        matched.asserted += here * weight;
        if ((kindA ^ kindB) & NEGATED) matched.negated += here * weight;
        if ((kindA ^ kindB) & DENIED) matched.denied += here * weight;
        matched.assertedSquares += (here * weight) ** 2;
      }
    }
  }
  return matched;
}
