import type { PairWeights } from '../languages/claimWords.js';
import type { Language } from '../languages/language.js';
import { perLanguage } from '../languages/material.js';
import type { ArticlePair } from './articlePair.js';
import { incidentIndex, pairIndex } from './featureNames.js';
import { fillIncidentFeatures, fillPlaces, placeFeatures } from './incidentFeatures.js';
import { fillPairFeatures, fillReuse, reuseFeatures } from './pairFeatures.js';
import { possibleFrom } from './relation.js';

/** Whether the features are those of two tolls that do not go together, and not those of a whole war. */
export const tollsApart = (features: ArrayLike<number>): boolean =>
  features[pairIndex.countsConflict] === 1 && features[pairIndex.yearsOfWar] === 0;

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));
/** Of what is smaller, `logistic` lies below `possibleFrom` for certain: most pairs need no exponential. */
const possibleValue = Math.log(possibleFrom / (1 - possibleFrom)) - 1e-9;

/** What the weights of one language make of a pair of mentions (see training/claims.ts). */
class PairModel {
  private readonly weights: Float64Array;
  private readonly incidentWeights: Float64Array;
  /** What reused text can add to a margin at most and at least, and what the two places can. */
  private readonly mostByReuse: number;
  private readonly leastByReuse: number;
  private readonly mostByPlaces: number;

  constructor(private readonly learned: PairWeights) {
    this.weights = Float64Array.from(learned.weights);
    this.incidentWeights = Float64Array.from(learned.incidentWeights);
    const ofReuse = reuseFeatures.map((k) => this.weights[k] ?? 0);
    const ofPlaces = placeFeatures.map((k) => this.incidentWeights[k] ?? 0);
    this.mostByReuse = sum(ofReuse.map((weight) => Math.max(weight, 0)));
    this.leastByReuse = sum(ofReuse.map((weight) => Math.min(weight, 0)));
    this.mostByPlaces = sum(ofPlaces.map((weight) => Math.max(weight, 0)));
  }

  /** Calibrated probability that mention i of a and j of b are one claim, or 0 where it certainly lies below `possibleFrom`. */
  probability(pair: ArticlePair, i: number, j: number): number {
    const { pairFeatures } = pair.buffers;
    fillPairFeatures(pairFeatures, pair, i, j);
    if (tollsApart(pairFeatures)) return this.ofOneIncident(pair, i, j);
    if (this.scaled(this.margin(pairFeatures) + this.mostByReuse) < possibleValue) return 0;
    fillReuse(pairFeatures, pair, i, j);
    return logistic(this.scaled(this.margin(pairFeatures)));
  }

  /** Calibrated probability that two tolls that do not go together count one incident, or 0 as above. */
  private ofOneIncident(pair: ArticlePair, i: number, j: number): number {
    const { pairFeatures, incidentFeatures } = pair.buffers;
    const ofMargin = this.incidentWeights[incidentIndex.margin] ?? 0;
    const byReuse = ofMargin > 0 ? this.mostByReuse : this.leastByReuse;
    fillIncidentFeatures(incidentFeatures, pairFeatures, this.margin(pairFeatures) + byReuse, pair, i, j);
    if (this.incidentMargin(incidentFeatures) + this.mostByPlaces < possibleValue) return 0;
    fillReuse(pairFeatures, pair, i, j);
    fillIncidentFeatures(incidentFeatures, pairFeatures, this.margin(pairFeatures), pair, i, j);
    fillPlaces(incidentFeatures, pair, i, j);
    return logistic(this.incidentMargin(incidentFeatures));
  }

  private margin(features: Float64Array): number {
    return weighted(features, this.weights, this.learned.bias);
  }

  private incidentMargin(features: Float64Array): number {
    return weighted(features, this.incidentWeights, this.learned.incidentBias);
  }

  /** What Platt's sigmoid (Platt 1999) is taken of. */
  private scaled(margin: number): number {
    return this.learned.scale + this.learned.slope * margin;
  }
}

/** A language for which nothing has been learned has no weights, and a bias that rules all out. */
function weighted(features: Float64Array, weights: Float64Array, bias: number): number {
  let margin = bias;
  for (let k = 0; k < weights.length; k++) margin += features[k]! * weights[k]!;
  return margin;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The pair model of a language; made once. */
export const pairModelOf: (language: Language) => PairModel = perLanguage(
  ({ claims }: Language) => new PairModel(claims.pairs),
);
