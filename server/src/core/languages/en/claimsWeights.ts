// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.23578, // localCover
  1.24992, // cover
  0.8458, // content
  0.76268, // assertedCosine
  0.84928, // assertedCover
  1.23868, // quoted
  -0.21223, // onlyNames
  0.52709, // neighbours
  -0.78248, // positions
  -0.06719, // rank
  1.35205, // topic
  0.36691, // weekdayShared
  -0.25943, // weekdayApart
  0.05553, // bothCount
  1.33187, // countsAgree
  -0.13853, // countsConflict
  -0.20363, // countRatio
  0.55168, // mainCounts
  2.3745, // mainTopic
  1.55626, // mainConflict
  -0.28886, // negation
  -0.61988, // sameOutlet
  -1.59962, // daysApart
  0.90486, // runShare
  0.51494, // fiveGrams
];
export const bias = -2.4676;
/** Platt scaling of the margin. */
export const scale = 0.81656;
export const slope = 1.58826;
