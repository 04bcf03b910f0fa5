// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.18149, // localCover
  1.27452, // cover
  0.9122, // content
  0.95154, // assertedCosine
  1.13403, // assertedCover
  1.20425, // quoted
  -0.34549, // onlyNames
  0.51923, // neighbours
  -0.74861, // positions
  1.43374, // topic
  0.45996, // weekdayShared
  -0.29632, // weekdayApart
  0.03144, // bothCount
  1.31216, // countsAgree
  -0.08392, // countsConflict
  -0.17945, // countRatio
  0.60424, // mainCounts
  2.30303, // mainTopic
  1.58909, // mainConflict
  2.38591, // yearsOfWar
  -0.38028, // namesApart
  -0.308, // negation
  -0.55263, // sameOutlet
  -1.48535, // daysApart
  0.84117, // runShare
  0.48533, // fiveGrams
];
export const bias = -2.66013;
/** Platt scaling of the margin. */
export const scale = 0.76548;
export const slope = 1.57518;
