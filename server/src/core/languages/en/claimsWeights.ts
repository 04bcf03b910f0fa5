// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  1.27012, // localCover
  1.37296, // cover
  1.15593, // content
  0.90825, // assertedCosine
  0.78596, // assertedCover
  0.9282, // quoted
  -0.40179, // onlyNames
  0.40218, // neighbours
  -0.71229, // positions
  0.92344, // topic
  0.46657, // weekdayShared
  -0.44986, // weekdayApart
  0.30666, // bothCount
  1.03351, // countsAgree
  0.14162, // countsConflict
  -0.41081, // countRatio
  0.21728, // mainCounts
  1.41922, // mainTopic
  1.69521, // mainConflict
  2.29577, // yearsOfWar
  -0.32601, // namesApart
  -0.30288, // negation
  -0.56689, // sameOutlet
  -1.11488, // daysApart
  0.83966, // runShare
  0.61038, // fiveGrams
];
export const bias = -2.55314;
/** Platt scaling of the margin. */
export const scale = 0.84857;
export const slope = 1.69841;

/** Of tolls that do not go together, in the order of incidentNames. */
export const incidentWeights: readonly number[] = [
  0.40307, // margin
  1.50659, // assertedCover
  -0.81565, // sameOutlet
  -1.9029, // daysApart
  0.70009, // people
  1.96264, // leads
  -0.96202, // actsApart
  -2.25798, // toldElsewhere
];
export const incidentBias = -2.48619;
