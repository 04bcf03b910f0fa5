// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.33423, // localCover
  1.45859, // cover
  1.19763, // content
  0.89014, // assertedCosine
  0.87191, // assertedCover
  1.13297, // quoted
  -0.38509, // onlyNames
  0.4327, // neighbours
  -0.66297, // positions
  0.96852, // topic
  0.38612, // weekdayShared
  -0.35673, // weekdayApart
  0.14688, // bothCount
  1.23149, // countsAgree
  -0.04762, // countsConflict
  -0.29481, // countRatio
  0.46428, // mainCounts
  2.07969, // mainTopic
  1.60551, // mainConflict
  2.37476, // yearsOfWar
  -0.33048, // namesApart
  -0.26623, // negation
  -0.60032, // sameOutlet
  -1.34811, // daysApart
  0.86243, // runShare
  0.56531, // fiveGrams
];
export const bias = -2.60351;
/** Platt scaling of the margin. */
export const scale = 0.6638;
export const slope = 1.58407;

/** Of tolls that do not go together, in the order of incidentNames. */
export const incidentWeights: readonly number[] = [
  0.32764, // margin
  -0.44699, // countRatio
  2.03631, // mainTopic
  -3.02103, // daysApart
  -1.22958, // actsApart
  -0.72735, // agreesElsewhere
  1.61991, // leads
];
export const incidentBias = -0.09256;
