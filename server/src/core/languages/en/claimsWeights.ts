// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.24936, // localCover
  1.24686, // cover
  0.83848, // content
  0.74506, // assertedCosine
  0.84744, // assertedCover
  1.24337, // quoted
  -0.21322, // onlyNames
  0.51424, // neighbours
  -0.77327, // positions
  -0.07361, // rank
  1.34284, // topic
  0.37431, // weekdayShared
  -0.22133, // weekdayApart
  0.06308, // bothCount
  1.28012, // countsAgree
  -0.161, // countsConflict
  -0.1998, // countRatio
  0.56821, // mainCounts
  2.36209, // mainTopic
  1.6452, // mainConflict
  -0.2889, // negation
  -0.61161, // sameOutlet
  -1.59947, // daysApart
  0.90003, // runShare
  0.51667, // fiveGrams
];
export const bias = -2.46109;
/** Platt scaling of the margin. */
export const scale = 0.80497;
export const slope = 1.57325;
