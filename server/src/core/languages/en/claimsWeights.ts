// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
  0.31208, // cosine
  0.21382, // cosineSquared
  0.49938, // localCosine
  0.23561, // mixedCosine
  0.59716, // coverLess
  0.44844, // coverMore
  0.43952, // shared
  -0.02914, // rarest
  0.14476, // secondRarest
  -0.22707, // names
  -0.03646, // namesLess
  0.23048, // numbers
  0.01414, // numbersApart
  0.67053, // content
  0.5531, // contentLess
  0.69829, // contentMore
  0.22368, // order
  0.14448, // run
  0.63666, // runShare
  0.34593, // fiveGrams
  0.0, // countsAgree
  0.0, // countsConflict
  0.0, // bothCount
  -0.16975, // sameVoice
  0.01689, // otherVoice
  -0.06086, // rankA
  -0.01647, // rankB
  -0.08524, // mutual
  -0.08445, // marginA
  -0.14042, // marginB
  0.2881, // neighbours
  0.70415, // topic
  0.0017, // strong
  -0.03762, // sameDay
  -0.34284, // sameOutlet
  -0.03017, // headlines
  0.04257, // oneHeadline
  0.30197, // bothLead
  -0.10525, // lengthLess
  -0.06086, // lengthRatio
  0.46239, // quotedShared
  0.14027, // bothQuoted
  -0.40531, // negation
  0.0003, // denial
  0.31388, // exactShare
  0.96768, // sharedSpread
  -0.8816, // positions
  -0.05825, // oneQuoted
  -0.34192, // topNameOnly
  0.75238, // localCover
];
export const bias = -2.88611;
/** Platt scaling of the margin. */
export const scale = 0.01239;
export const slope = 1.04889;
