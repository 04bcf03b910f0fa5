// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.24924, // localCover
  1.28169, // cover
  0.88302, // content
  0.75808, // assertedCosine
  0.89367, // assertedCover
  1.25556, // quoted
  -0.32607, // onlyNames
  0.42618, // neighbours
  -0.75083, // positions
  1.35846, // topic
  0.35266, // weekdayShared
  -0.21021, // weekdayApart
  0.04515, // bothCount
  1.3182, // countsAgree
  -0.06175, // countsConflict
  -0.19331, // countRatio
  0.58222, // mainCounts
  2.27583, // mainTopic
  1.60242, // mainConflict
  1.63644, // yearsOfWar
  -0.37146, // namesApart
  -0.26681, // negation
  -0.60589, // sameOutlet
  -1.59263, // daysApart
  0.89696, // runShare
  0.50366, // fiveGrams
];
export const bias = -2.54451;
/** Platt scaling of the margin. */
export const scale = 0.82835;
export const slope = 1.58464;
