// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.27476, // localCover
  1.39965, // cover
  1.19766, // content
  0.92126, // assertedCosine
  0.81796, // assertedCover
  0.94445, // quoted
  -0.38841, // onlyNames
  0.43774, // neighbours
  -0.7121, // positions
  0.9483, // topic
  0.41381, // weekdayShared
  -0.43982, // weekdayApart
  0.27991, // bothCount
  1.07911, // countsAgree
  0.09428, // countsConflict
  -0.34057, // countRatio
  0.1918, // mainCounts
  1.32015, // mainTopic
  1.79932, // mainConflict
  2.27568, // yearsOfWar
  -0.36355, // namesApart
  -0.30061, // negation
  -0.5791, // sameOutlet
  -1.15603, // daysApart
  0.85393, // runShare
  0.58935, // fiveGrams
];
export const bias = -2.59795;
/** Platt scaling of the margin. */
export const scale = 0.84095;
export const slope = 1.67507;

/** Of tolls that do not go together, in the order of incidentNames. */
export const incidentWeights: readonly number[] = [
  0.42949, // margin
  2.2408, // assertedCover
  -0.9587, // sameOutlet
  -2.68902, // daysApart
  0.49722, // fewerDead
  1.76055, // leads
  -0.91198, // actsApart
  -0.43398, // agreesElsewhere
];
export const incidentBias = -1.90183;
