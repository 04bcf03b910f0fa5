import { bias, incidentBias, incidentWeights, scale, slope, weights } from '../languages/en/claimsWeights.js';
import { describe, describeReuse, featureNames, firstOfReuse } from './features.js';
import { incidentOf } from './incident.js';
import type { Meeting } from './meeting.js';

const learned = Float64Array.from(weights);
/** Features of the pair at hand: one buffer, because millions of pairs are looked at. */
const features = new Float64Array(learned.length);
/** What reused text can add to a margin at most. */
const mostByReuse = learned.subarray(firstOfReuse).reduce((sum, weight) => sum + Math.max(weight, 0), 0);

/**
 * Calibrated probability that mention i of a and j of b are one claim (see training/claims.ts), or 0 where it certainly
 * lies below `least`.
 */
export function probability(meeting: Meeting, i: number, j: number, least: number): number {
  describe(features, meeting, i, j);
  const apart = tollsApart(features);
  if (!apart && calibrate(margin() + mostByReuse) < least) return 0;
  describeReuse(features, meeting, i, j);
  return apart ? ofOneIncident(meeting, i, j) : calibrate(margin());
}

const conflicting = featureNames.indexOf('countsConflict');
const ofWar = featureNames.indexOf('yearsOfWar');

/** Whether the features are those of two tolls that do not go together, and not those of a whole war. */
export const tollsApart = (of: ArrayLike<number>): boolean => of[conflicting] === 1 && of[ofWar] === 0;

/** Calibrated probability that two tolls that do not go together count one incident. */
function ofOneIncident(meeting: Meeting, i: number, j: number): number {
  let sum = incidentBias;
  const found = incidentOf(features, margin(), meeting, i, j);
  for (let k = 0; k < found.length; k++) sum += (found[k] as number) * (incidentWeights[k] as number);
  return 1 / (1 + Math.exp(-sum));
}

function margin(): number {
  let sum = bias;
  for (let k = 0; k < features.length; k++) sum += (features[k] as number) * (learned[k] as number);
  return sum;
}

/** Platt's sigmoid (Platt 1999). */
const calibrate = (value: number): number => 1 / (1 + Math.exp(-(scale + slope * value)));
