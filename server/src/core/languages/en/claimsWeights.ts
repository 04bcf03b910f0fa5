// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.27512, // localCover
  1.32594, // cover
  1.15649, // content
  0.68963, // assertedCosine
  0.7437, // assertedCover
  0.95765, // quoted
  -0.38517, // onlyNames
  0.43776, // neighbours
  -0.82212, // positions
  0.96285, // topic
  0.39895, // weekdayShared
  -0.43004, // weekdayApart
  0.28356, // bothCount
  1.23051, // countsAgree
  0.11153, // countsConflict
  -0.37029, // countRatio
  0.35459, // mainCounts
  1.27594, // mainTopic
  1.59367, // mainConflict
  2.32129, // yearsOfWar
  -0.31195, // namesApart
  -0.34378, // negation
  -0.36543, // sameOutlet
  -1.14676, // daysApart
  0.84456, // runShare
  0.61505, // fiveGrams
];
export const bias = -2.43266;
/** Platt scaling of the margin. */
export const scale = 0.81808;
export const slope = 1.73558;

/** Of tolls that do not go together, in the order of incidentNames. */
export const incidentWeights: readonly number[] = [
  0.33113, // margin
  1.40374, // assertedCover
  -0.90837, // sameOutlet
  -1.39488, // daysApart
  0.75976, // people
  1.69586, // leads
  -0.95559, // actsApart
  -2.31935, // toldElsewhere
];
export const incidentBias = -2.45703;
