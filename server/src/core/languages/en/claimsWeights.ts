// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.36619, // localCover
  1.48423, // cover
  1.18831, // content
  0.88385, // assertedCosine
  0.89066, // assertedCover
  1.12281, // quoted
  -0.38344, // onlyNames
  0.42168, // neighbours
  -0.65123, // positions
  1.02801, // topic
  0.35607, // weekdayShared
  -0.37718, // weekdayApart
  0.19044, // bothCount
  1.32382, // countsAgree
  -0.09487, // countsConflict
  -0.26967, // countRatio
  0.4795, // mainCounts
  2.10812, // mainTopic
  1.5937, // mainConflict
  2.35536, // yearsOfWar
  -0.34438, // namesApart
  -0.2726, // negation
  -0.59578, // sameOutlet
  -1.35613, // daysApart
  0.84362, // runShare
  0.5523, // fiveGrams
];
export const bias = -2.6364;
/** Platt scaling of the margin. */
export const scale = 0.63046;
export const slope = 1.5668;

/** Of tolls that do not go together, in the order of incidentNames. */
export const incidentWeights: readonly number[] = [
  0.31173, // margin
  -0.51689, // countRatio
  2.35576, // mainTopic
  -2.77404, // daysApart
  -1.17277, // actsApart
  -0.75254, // agreesElsewhere
  1.56229, // leads
];
export const incidentBias = -0.15742;
