// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.35476, // localCover
  1.48439, // cover
  1.17985, // content
  0.88232, // assertedCosine
  0.88933, // assertedCover
  1.12945, // quoted
  -0.38394, // onlyNames
  0.43858, // neighbours
  -0.66107, // positions
  0.98735, // topic
  0.36087, // weekdayShared
  -0.37317, // weekdayApart
  0.16303, // bothCount
  1.33935, // countsAgree
  -0.07231, // countsConflict
  -0.26035, // countRatio
  0.48037, // mainCounts
  2.12106, // mainTopic
  1.58899, // mainConflict
  2.36108, // yearsOfWar
  -0.34188, // namesApart
  -0.26955, // negation
  -0.59225, // sameOutlet
  -1.35275, // daysApart
  0.84487, // runShare
  0.55744, // fiveGrams
];
export const bias = -2.62224;
/** Platt scaling of the margin. */
export const scale = 0.64169;
export const slope = 1.5719;

/** Of tolls that do not go together, in the order of incidentNames. */
export const incidentWeights: readonly number[] = [
  0.3226, // margin
  -0.48119, // countRatio
  2.14697, // mainTopic
  -2.83526, // daysApart
  -1.18436, // actsApart
  -0.71553, // agreesElsewhere
  1.67052, // leads
];
export const incidentBias = -0.15098;
