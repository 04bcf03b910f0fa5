// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.198, // localCover
  1.12349, // cover
  0.84955, // content
  0.90819, // assertedCosine
  0.97676, // assertedCover
  1.17034, // quoted
  -0.22783, // onlyNames
  0.68403, // neighbours
  -0.80683, // positions
  -0.07005, // rank
  1.55895, // topic
  0.44244, // weekdayShared
  -0.49658, // weekdayApart
  0.17435, // bothCount
  1.14212, // countsAgree
  -0.16512, // countsConflict
  -0.21058, // countRatio
  0.33395, // mainCounts
  1.53537, // mainTopic
  1.03521, // mainConflict
  -0.34148, // negation
  -0.68897, // sameOutlet
  -1.60513, // daysApart
  0.82307, // runShare
  0.47039, // fiveGrams
];
export const bias = -2.41763;
/** Platt scaling of the margin. */
export const scale = 0.6894;
export const slope = 1.53795;
