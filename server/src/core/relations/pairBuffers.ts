import type { MentionTable } from '../mentions/mentionTable.js';
import { type ArticleAlone, articleAlone } from './articleAlone.js';
import { incidentFeatureNames, pairFeatureNames } from './featureNames.js';
import { WordRuns } from './wordRuns.js';

/** Stands for a term that the other article does not have. */
export const nowhere = -1;

/**
 * The arrays that comparing two articles writes to, used again for the next two because millions are compared. Whoever
 * compares owns one and passes it on; an `ArticlePair` holds until the next is made with the same buffers.
 */
export class PairBuffers {
  private pair: readonly ArticleAlone[] = [];
  private cosines = new Float32Array(0);
  private alike = new Uint8Array(0);
  private ranked = new Float32Array(0);
  private counterparts = new Int32Array(0);
  private localWeights = [new Float32Array(0), new Float32Array(0)];
  /** Of the pair of mentions at hand, in the order of `pairFeatureNames`. */
  readonly pairFeatures = new Float64Array(pairFeatureNames.length);
  /** Of the pair of mentions at hand, in the order of `incidentFeatureNames`. */
  readonly incidentFeatures = new Float64Array(incidentFeatureNames.length);
  readonly runs = new WordRuns();

  /** What is made of each of two articles alone: of the one that was in the last pair, too, it is made already. */
  aloneOf(a: MentionTable, b: MentionTable): readonly [ArticleAlone, ArticleAlone] {
    const before = this.pair;
    const known = (mentions: MentionTable): ArticleAlone =>
      before.find((one) => one.mentions === mentions) ?? articleAlone(mentions);
    const pair = [known(a), known(b)] as const;
    this.pair = pair;
    return pair;
  }

  /** Zeros for each pair of mentions. */
  cosinesOf(pairs: number): Float32Array {
    if (this.cosines.length < pairs) this.cosines = new Float32Array(2 * pairs);
    else this.cosines.fill(0, 0, pairs);
    return this.cosines;
  }

  /** A zero for each pair of mentions. */
  alikeOf(pairs: number): Uint8Array {
    if (this.alike.length < pairs) this.alike = new Uint8Array(2 * pairs);
    else this.alike.fill(0, 0, pairs);
    return this.alike;
  }

  /** Room for so many cosines, left from before. */
  rankedOf(cosines: number): Float32Array {
    if (this.ranked.length < cosines) this.ranked = new Float32Array(2 * cosines);
    return this.ranked;
  }

  /** A number for each term of the first or second article, left from before. */
  localWeightsOf(article: 0 | 1, terms: number): Float32Array {
    if (this.localWeights[article]!.length < terms) this.localWeights[article] = new Float32Array(2 * terms);
    return this.localWeights[article]!;
  }

  /** `nowhere` for each term of the first article. */
  counterpartsOf(terms: number): Int32Array {
    if (this.counterparts.length < terms) this.counterparts = new Int32Array(2 * terms);
    return this.counterparts.fill(nowhere, 0, terms);
  }
}
