// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.18024, // localCover
  1.27212, // cover
  0.98291, // content
  0.88011, // assertedCosine
  1.00882, // assertedCover
  1.21577, // quoted
  -0.36651, // onlyNames
  0.47609, // neighbours
  -0.71863, // positions
  1.38542, // topic
  0.40131, // weekdayShared
  -0.30007, // weekdayApart
  0.00758, // bothCount
  1.33294, // countsAgree
  -0.0783, // countsConflict
  -0.18434, // countRatio
  0.60579, // mainCounts
  2.30018, // mainTopic
  1.59651, // mainConflict
  2.36936, // yearsOfWar
  -0.36269, // namesApart
  -0.29055, // negation
  -0.54897, // sameOutlet
  -1.49504, // daysApart
  0.94045, // runShare
  0.45368, // fiveGrams
];
export const bias = -2.62132;
/** Platt scaling of the margin. */
export const scale = 0.77175;
export const slope = 1.59606;
