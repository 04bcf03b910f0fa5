// Made by training/claims.ts; see docs/claims.md. In the order of pairFeatureNames.
export const weights: readonly number[] = [
  1.27562, // localCover
  1.32519, // cover
  1.1558, // content
  0.68897, // assertedCosine
  0.74361, // assertedCover
  0.95842, // quoted
  -0.38582, // onlyNames
  0.43916, // neighbours
  -0.82287, // positions
  0.96074, // topic
  0.39734, // weekdayShared
  -0.43162, // weekdayApart
  0.28701, // bothCount
  1.22906, // countsAgree
  0.11108, // countsConflict
  -0.37733, // countRatio
  0.36048, // mainCounts
  1.28896, // mainTopic
  1.58553, // mainConflict
  2.31926, // yearsOfWar
  -0.31288, // namesApart
  -0.34471, // negation
  -0.36633, // sameOutlet
  -1.14629, // daysApart
  0.84061, // runShare
  0.61251, // fiveGrams
];
export const bias = -2.42958;
/** Platt scaling of the margin. */
export const scale = 0.81604;
export const slope = 1.73583;

/** Of tolls that do not go together, in the order of incidentFeatureNames. */
export const incidentWeights: readonly number[] = [
  0.33849, // margin
  1.48787, // assertedCover
  -0.86917, // sameOutlet
  -1.42782, // daysApart
  0.80129, // people
  1.59905, // leads
  -0.93133, // actsApart
  -2.19277, // toldElsewhere
];
export const incidentBias = -2.61404;
