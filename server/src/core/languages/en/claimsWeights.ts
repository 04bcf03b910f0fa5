// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.20442, // localCover
  1.31443, // cover
  0.99988, // content
  0.91686, // assertedCosine
  1.07738, // assertedCover
  1.20749, // quoted
  -0.34407, // onlyNames
  0.49911, // neighbours
  -0.67387, // positions
  1.16531, // topic
  0.36, // weekdayShared
  -0.2353, // weekdayApart
  0.04249, // bothCount
  1.34872, // countsAgree
  -0.12942, // countsConflict
  -0.17298, // countRatio
  0.60862, // mainCounts
  2.39004, // mainTopic
  1.64658, // mainConflict
  2.41786, // yearsOfWar
  -0.42312, // namesApart
  -0.25589, // negation
  -0.64833, // sameOutlet
  -1.50295, // daysApart
  0.84393, // runShare
  0.47898, // fiveGrams
];
export const bias = -2.66172;
/** Platt scaling of the margin. */
export const scale = 0.78914;
export const slope = 1.55615;
