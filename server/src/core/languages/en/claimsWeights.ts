// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.14751, // localCover
  1.2505, // cover
  0.9604, // content
  0.87993, // assertedCosine
  1.04667, // assertedCover
  1.26113, // quoted
  -0.34815, // onlyNames
  0.48453, // neighbours
  -0.67426, // positions
  1.37859, // topic
  0.42036, // weekdayShared
  -0.29163, // weekdayApart
  0.03979, // bothCount
  1.32132, // countsAgree
  -0.10627, // countsConflict
  -0.20215, // countRatio
  0.60218, // mainCounts
  2.27074, // mainTopic
  1.61158, // mainConflict
  2.36905, // yearsOfWar
  -0.39075, // namesApart
  -0.28233, // negation
  -0.58207, // sameOutlet
  -1.53392, // daysApart
  0.86126, // runShare
  0.49365, // fiveGrams
];
export const bias = -2.61093;
/** Platt scaling of the margin. */
export const scale = 0.78338;
export const slope = 1.60773;
