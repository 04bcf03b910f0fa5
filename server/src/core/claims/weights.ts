import { bias, incidentBias, incidentWeights, scale, slope, weights } from '../languages/en/claimsWeights.js';
import { describe, describeReuse, featureNames, firstOfReuse } from './features.js';
import { describeIncident, describePlaces, ofPlaces } from './incident.js';
import type { Meeting } from './meeting.js';

const learned = Float64Array.from(weights);
/** Features of the pair at hand: one buffer, because millions of pairs are looked at. */
const features = new Float64Array(learned.length);
/** What reused text can add to a margin at most. */
const mostByReuse = learned.subarray(firstOfReuse).reduce((sum, weight) => sum + Math.max(weight, 0), 0);
const leastByReuse = learned.subarray(firstOfReuse).reduce((sum, weight) => sum + Math.min(weight, 0), 0);

const learnedOfIncident = Float64Array.from(incidentWeights);
const ofIncident = new Float64Array(learnedOfIncident.length);
const mostByPlaces = ofPlaces.reduce((sum, k) => sum + Math.max(learnedOfIncident[k] as number, 0), 0);

/**
 * Calibrated probability that mention i of a and j of b are one claim (see training/claims.ts), or 0 where it certainly
 * lies below `least`.
 */
export function probability(meeting: Meeting, i: number, j: number, least: number): number {
  describe(features, meeting, i, j);
  if (tollsApart(features)) return ofOneIncident(meeting, i, j, least);
  if (calibrate(margin() + mostByReuse) < least) return 0;
  describeReuse(features, meeting, i, j);
  return calibrate(margin());
}

const conflicting = featureNames.indexOf('countsConflict');
const ofWar = featureNames.indexOf('yearsOfWar');

/** Whether the features are those of two tolls that do not go together, and not those of a whole war. */
export const tollsApart = (of: ArrayLike<number>): boolean => of[conflicting] === 1 && of[ofWar] === 0;

/** Calibrated probability that two tolls that do not go together count one incident, or 0 as above. */
function ofOneIncident(meeting: Meeting, i: number, j: number, least: number): number {
  const byReuse = (learnedOfIncident[0] as number) > 0 ? mostByReuse : leastByReuse;
  describeIncident(ofIncident, features, margin() + byReuse, meeting, i, j);
  if (logistic(incidentMargin() + mostByPlaces) < least) return 0;
  describeReuse(features, meeting, i, j);
  describeIncident(ofIncident, features, margin(), meeting, i, j);
  describePlaces(ofIncident, meeting, i, j);
  return logistic(incidentMargin());
}

function incidentMargin(): number {
  let sum = incidentBias;
  for (let k = 0; k < ofIncident.length; k++) sum += (ofIncident[k] as number) * (learnedOfIncident[k] as number);
  return sum;
}

function margin(): number {
  let sum = bias;
  for (let k = 0; k < features.length; k++) sum += (features[k] as number) * (learned[k] as number);
  return sum;
}

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/** Platt's sigmoid (Platt 1999). */
const calibrate = (value: number): number => logistic(scale + slope * value);
