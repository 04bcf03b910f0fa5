// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.18922, // localCover
  1.18485, // cover
  0.74912, // content
  0.85941, // assertedCosine
  0.94624, // assertedCover
  1.10277, // quoted
  -0.19080, // onlyNames
  0.73720, // neighbours
  -0.84739, // positions
  -0.07878, // rank
  1.41038, // topic
  0.47026, // weekdayShared
  -0.34223, // weekdayApart
  0.01745, // bothCount
  1.33419, // countsAgree
  -0.18059, // countsConflict
  -0.20950, // countRatio
  0.58259, // mainCounts
  2.32120, // mainTopic
  1.59723, // mainConflict
  -0.34013, // negation
  -0.62819, // sameOutlet
  -1.52852, // daysApart
  0.92561, // runShare
  0.50453, // fiveGrams
];
export const bias = -2.38008;
/** Platt scaling of the margin. */
export const scale = 0.68813;
export const slope = 1.54237;
