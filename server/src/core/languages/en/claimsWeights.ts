// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  0.88133, // localCover
  0.83857, // cover
  0.87182, // content
  0.76878, // assertedCosine
  0.59248, // assertedCover
  0.85298, // quoted
  -0.32164, // onlyNames
  0.63435, // neighbours
  -0.74747, // positions
  0.06305, // rank
  1.46453, // topic
  0.5672, // weekdayShared
  -0.44465, // weekdayApart
  0.22275, // bothCount
  1.07568, // countsAgree
  -0.32848, // countsConflict
  -0.23282, // countRatio
  0.35475, // mainCounts
  1.61945, // mainTopic
  1.03086, // mainConflict
  -0.31288, // negation
  -0.69343, // sameOutlet
  -1.737, // daysApart
  0.61003, // runShare
  0.60388, // fiveGrams
];
export const bias = -2.33271;
/** Platt scaling of the margin. */
export const scale = 0.71872;
export const slope = 1.52784;
