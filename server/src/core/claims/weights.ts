import { bias, scale, slope, weights } from '../languages/en/claimsWeights.js';

/** Calibrated probability that two mentions are one claim, from their features (see training/claims.ts). */
export function probability(features: Float64Array): number {
  let margin = bias;
  for (let k = 0; k < features.length; k++) margin += (features[k] as number) * (weights[k] as number);
  return 1 / (1 + Math.exp(-(scale + slope * margin)));
}
