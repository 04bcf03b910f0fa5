// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.32746, // localCover
  1.45717, // cover
  1.19864, // content
  0.89772, // assertedCosine
  0.88072, // assertedCover
  1.13601, // quoted
  -0.38337, // onlyNames
  0.4331, // neighbours
  -0.66797, // positions
  0.97132, // topic
  0.37436, // weekdayShared
  -0.35518, // weekdayApart
  0.14832, // bothCount
  1.23093, // countsAgree
  -0.04721, // countsConflict
  -0.29409, // countRatio
  0.46446, // mainCounts
  2.07621, // mainTopic
  1.61223, // mainConflict
  2.37713, // yearsOfWar
  -0.34009, // namesApart
  -0.26716, // negation
  -0.59997, // sameOutlet
  -1.35119, // daysApart
  0.85838, // runShare
  0.56278, // fiveGrams
];
export const bias = -2.60407;
/** Platt scaling of the margin. */
export const scale = 0.68062;
export const slope = 1.60572;

/** Of tolls that do not go together, in the order of incidentNames. */
export const incidentWeights: readonly number[] = [
  0.32164, // margin
  -0.44736, // countRatio
  2.06944, // mainTopic
  -3.02675, // daysApart
  -1.22848, // actsApart
  -0.73206, // agreesElsewhere
  1.65499, // leads
];
export const incidentBias = -0.10114;
