// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.25177, // localCover
  1.28553, // cover
  0.88432, // content
  0.75941, // assertedCosine
  0.89458, // assertedCover
  1.25539, // quoted
  -0.32609, // onlyNames
  0.42556, // neighbours
  -0.75139, // positions
  -0.01508, // rank
  1.3552, // topic
  0.35276, // weekdayShared
  -0.21033, // weekdayApart
  0.04504, // bothCount
  1.31821, // countsAgree
  -0.0618, // countsConflict
  -0.19342, // countRatio
  0.58205, // mainCounts
  2.27464, // mainTopic
  1.60168, // mainConflict
  1.63927, // yearsOfWar
  -0.37208, // namesApart
  -0.26669, // negation
  -0.60632, // sameOutlet
  -1.59151, // daysApart
  0.89777, // runShare
  0.50394, // fiveGrams
];
export const bias = -2.53528;
/** Platt scaling of the margin. */
export const scale = 0.82695;
export const slope = 1.57969;
