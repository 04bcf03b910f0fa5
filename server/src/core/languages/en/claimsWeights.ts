// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.20303, // localCover
  1.2845, // cover
  0.95135, // content
  0.97207, // assertedCosine
  1.12932, // assertedCover
  1.15195, // quoted
  -0.39207, // onlyNames
  0.61426, // neighbours
  -0.69186, // positions
  1.47178, // topic
  0.32393, // weekdayShared
  -0.2505, // weekdayApart
  0.03163, // bothCount
  1.32762, // countsAgree
  -0.09426, // countsConflict
  -0.16817, // countRatio
  0.61562, // mainCounts
  2.33729, // mainTopic
  1.63491, // mainConflict
  2.40581, // yearsOfWar
  -0.46088, // namesApart
  -0.28376, // negation
  -0.54629, // sameOutlet
  -1.48288, // daysApart
  0.86359, // runShare
  0.44849, // fiveGrams
];
export const bias = -2.71121;
/** Platt scaling of the margin. */
export const scale = 0.73783;
export const slope = 1.52225;
