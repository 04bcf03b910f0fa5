import type { MentionTable } from '../mentions/mentionTable.js';
import { logOf } from '../mentions/termBags.js';
import type { ArticleAlone } from './articleAlone.js';
import { PairBuffers } from './pairBuffers.js';

/**
 * Two articles side by side: what every pair of their mentions is judged against. Its arrays are those of the buffers, so
 * it holds until the next two articles are paired with them.
 */
export interface ArticlePair {
  readonly a: ArticleSide;
  readonly b: ArticleSide;
  /** Cosine of the topics, 0..1. */
  readonly topic: number;
  /** How far the days of the articles lie apart: 0 for one day, or where one is unknown; 1 for as far as any. */
  readonly daysApart: number;
  /** For each term of a's topic, which of b's it is, or `nowhere`. */
  readonly counterparts: Int32Array;
  /** Cosine of mention i of a and j of b at `i * b.mentions.count + j`; see `cosineOf`. */
  readonly cosines: Float32Array;
  readonly buffers: PairBuffers;
  /** How much the leads have in common, the same for all pairs of mentions; made when first asked for (`leadsOf`). */
  leads: number | null;
}

/** One of the two articles. */
export interface ArticleSide extends ArticleAlone {
  /**
   * How telling each term of the topic is between these two articles: what half of their sentences say tells none of
   * them apart. Logarithm of the sentences of both over those with the term.
   */
  readonly local: Float32Array;
  /** By mention; made when first asked for (`profileOf`). */
  readonly profiles: (Profile | undefined)[];
  /** By mention, its cosine to that toll of the other side which is most like it; made when first asked for. */
  readonly tollCosines: (number | undefined)[];
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

/** Cosine of mention i of a and j of b by background weights, 0..1. */
export const cosineOf = ({ b, cosines }: ArticlePair, i: number, j: number): number =>
  cosines[i * b.mentions.count + j]!;

const sideOf = ({ mentions, dead, fiveGrams }: ArticleAlone, local: Float32Array): ArticleSide => ({
  mentions,
  dead,
  fiveGrams,
  local,
  profiles: [],
  tollCosines: [],
});

/** Pairs two articles in one pass over the terms of both, in their order. */
export function pairArticles(a: MentionTable, b: MentionTable, buffers = new PairBuffers()): ArticlePair {
  const cosine = buffers.cosinesOf(a.count * b.count);
  const sentences = Math.log(a.count + b.count + 1);
  const { term: termsA, weight: weightsA, telling, first: firstA, mention: mentionsA } = a.topic;
  const { term: termsB, weight: weightsB, first: firstB, mention: mentionsB } = b.topic;
  const localA = localOf(buffers.localWeightsOf(0, termsA.length), a, sentences);
  const localB = localOf(buffers.localWeightsOf(1, termsB.length), b, sentences);
  const counterparts = buffers.counterpartsOf(termsA.length);
  let topic = 0;
  let i = 0;
  let j = 0;
  while (i < termsA.length && j < termsB.length) {
    const termA = termsA[i]!;
    const termB = termsB[j]!;
    if (termA < termB) i++;
    else if (termA > termB) j++;
    else {
      const fromB = firstB[j]!;
      const toA = firstA[i + 1]!;
      const toB = firstB[j + 1]!;
      const local = sentences - logOf(toA - firstA[i]! + toB - fromB);
      localA[i] = local;
      localB[j] = local;
      counterparts[i] = j;
      const square = telling[i]! ** 2;
      for (let x = firstA[i]!; x < toA; x++) {
        const row = mentionsA[x]! * b.count;
        for (let y = fromB; y < toB; y++) {
          const at = row + mentionsB[y]!;
          cosine[at] = cosine[at]! + square;
        }
      }
      topic += weightsA[i++]! * weightsB[j++]!;
    }
  }
  normalise(cosine, a, b);
  const [one, other] = buffers.aloneOf(a, b);
  return {
    a: sideOf(one, localA),
    b: sideOf(other, localB),
    topic,
    daysApart: daysApart(a.day, b.day),
    counterparts,
    cosines: cosine,
    buffers,
    leads: null,
  };
}

/** Days that count as far apart as any. Chosen. */
const mostDays = 20;

function daysApart(a: number, b: number): number {
  const days = Math.abs(a - b);
  return Number.isNaN(days) ? 0 : Math.log1p(Math.min(days, mostDays)) / Math.log1p(mostDays);
}

/** What a term would tell if only this article held it. */
function localOf(local: Float32Array, { topic: { spread } }: MentionTable, sentences: number): Float32Array {
  for (let t = 0; t < spread.length; t++) local[t] = sentences - spread[t]!;
  return local;
}

function normalise(cosine: Float32Array, a: MentionTable, b: MentionTable): void {
  let at = 0;
  for (let i = 0; i < a.count; i++)
    for (let j = 0; j < b.count; j++, at++) if (cosine[at] !== 0) cosine[at] = cosine[at]! / (a.norm[i]! * b.norm[j]!);
}
