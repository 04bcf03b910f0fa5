import type { PairWeights } from '../languages/claimWords.js';
import type { Language } from '../languages/language.js';
import { perLanguage } from '../languages/material.js';
import type { ArticlePair } from './articlePair.js';
import { describeIncident, describePlaces, ofPlaces } from './incidentFeatures.js';
import { describe, describeReuse, firstOfReuse, pairFeatureNames } from './pairFeatures.js';

const conflicting = pairFeatureNames.indexOf('countsConflict');
const ofWar = pairFeatureNames.indexOf('yearsOfWar');

/** Whether the features are those of two tolls that do not go together, and not those of a whole war. */
export const tollsApart = (of: ArrayLike<number>): boolean => of[conflicting] === 1 && of[ofWar] === 0;

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/** What the weights of one language make of a pair of mentions (see training/claims.ts). */
class PairModel {
  private readonly weights: Float64Array;
  private readonly incidentWeights: Float64Array;
  /** What reused text can add to a margin at most and at least, and what the two places can. */
  private readonly mostByReuse: number;
  private readonly leastByReuse: number;
  private readonly mostByPlaces: number;
  /** Features of the pair at hand: one buffer of each, because millions of pairs are looked at. */
  private readonly features: Float64Array;
  private readonly ofIncident: Float64Array;

  constructor(private readonly learned: PairWeights) {
    this.weights = Float64Array.from(learned.weights);
    this.incidentWeights = Float64Array.from(learned.incidentWeights);
    this.features = new Float64Array(this.weights.length);
    this.ofIncident = new Float64Array(this.incidentWeights.length);
    const ofReuse = this.weights.subarray(firstOfReuse);
    this.mostByReuse = ofReuse.reduce((sum, weight) => sum + Math.max(weight, 0), 0);
    this.leastByReuse = ofReuse.reduce((sum, weight) => sum + Math.min(weight, 0), 0);
    this.mostByPlaces = ofPlaces.reduce((sum, k) => sum + Math.max(this.incidentWeights[k]!, 0), 0);
  }

  /** Calibrated probability that mention i of a and j of b are one claim, or 0 where it certainly lies below `least`. */
  probability(meeting: ArticlePair, i: number, j: number, least: number): number {
    const { features } = this;
    describe(features, meeting, i, j);
    if (tollsApart(features)) return this.ofOneIncident(meeting, i, j, least);
    if (this.calibrate(this.margin() + this.mostByReuse) < least) return 0;
    describeReuse(features, meeting, i, j);
    return this.calibrate(this.margin());
  }

  /** Calibrated probability that two tolls that do not go together count one incident, or 0 as above. */
  private ofOneIncident(meeting: ArticlePair, i: number, j: number, least: number): number {
    const { features, ofIncident } = this;
    const byReuse = this.incidentWeights[0]! > 0 ? this.mostByReuse : this.leastByReuse;
    describeIncident(ofIncident, features, this.margin() + byReuse, meeting, i, j);
    if (logistic(this.incidentMargin() + this.mostByPlaces) < least) return 0;
    describeReuse(features, meeting, i, j);
    describeIncident(ofIncident, features, this.margin(), meeting, i, j);
    describePlaces(ofIncident, meeting, i, j);
    return logistic(this.incidentMargin());
  }

  private incidentMargin(): number {
    const { ofIncident, incidentWeights } = this;
    let sum = this.learned.incidentBias;
    for (let k = 0; k < ofIncident.length; k++) sum += ofIncident[k]! * incidentWeights[k]!;
    return sum;
  }

  private margin(): number {
    const { features, weights } = this;
    let sum = this.learned.bias;
    for (let k = 0; k < features.length; k++) sum += features[k]! * weights[k]!;
    return sum;
  }

  /** Platt's sigmoid (Platt 1999). */
  private calibrate(value: number): number {
    return logistic(this.learned.scale + this.learned.slope * value);
  }
}

/** The pair model of a language; made once. */
export const pairModelOf: (language: Language) => PairModel = perLanguage(
  ({ claims }: Language) => new PairModel(claims.pairs),
);
