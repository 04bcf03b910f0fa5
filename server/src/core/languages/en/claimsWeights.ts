// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.24887, // localCover
  1.24663, // cover
  0.83764, // content
  0.74454, // assertedCosine
  0.84993, // assertedCover
  1.24308, // quoted
  -0.21313, // onlyNames
  0.51401, // neighbours
  -0.77274, // positions
  -0.07382, // rank
  1.34222, // topic
  0.37454, // weekdayShared
  -0.22122, // weekdayApart
  0.06283, // bothCount
  1.2802, // countsAgree
  -0.16124, // countsConflict
  -0.19981, // countRatio
  0.56777, // mainCounts
  2.36163, // mainTopic
  1.64419, // mainConflict
  -0.28886, // negation
  -0.61137, // sameOutlet
  -1.59932, // daysApart
  0.90023, // runShare
  0.51664, // fiveGrams
];
export const bias = -2.46093;
/** Platt scaling of the margin. */
export const scale = 0.80494;
export const slope = 1.57322;
