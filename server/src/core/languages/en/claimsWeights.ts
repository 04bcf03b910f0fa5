// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.24852, // localCover
  1.24597, // cover
  0.83782, // content
  0.74392, // assertedCosine
  0.85153, // assertedCover
  1.24347, // quoted
  -0.21241, // onlyNames
  0.51455, // neighbours
  -0.77323, // positions
  -0.07358, // rank
  1.34288, // topic
  0.37434, // weekdayShared
  -0.22137, // weekdayApart
  0.06322, // bothCount
  1.28199, // countsAgree
  -0.16118, // countsConflict
  -0.19983, // countRatio
  0.56933, // mainCounts
  2.36699, // mainTopic
  1.64377, // mainConflict
  -0.2888, // negation
  -0.61094, // sameOutlet
  -1.6001, // daysApart
  0.90549, // runShare
  0.51929, // fiveGrams
];
export const bias = -2.46225;
/** Platt scaling of the margin. */
export const scale = 0.80533;
export const slope = 1.57341;
