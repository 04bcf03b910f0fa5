/**
 * What a pair of mentions is judged by, in the order of the learned weights. All are the same whichever article is
 * called a.
 */
export const pairFeatureNames = [
  'localCover',
  'cover',
  'content',
  'assertedCosine',
  'assertedCover',
  'quoted',
  'onlyNames',
  'neighbours',
  'positions',
  'topic',
  'weekdayShared',
  'weekdayApart',
  'bothCount',
  'countsAgree',
  'countsConflict',
  'countRatio',
  'mainCounts',
  'mainTopic',
  'mainConflict',
  'yearsOfWar',
  'namesApart',
  'negation',
  'sameOutlet',
  'daysApart',
  'runShare',
  'fiveGrams',
] as const;

/** Features of a pair that say something of one incident too. */
export const incidentFeaturesTaken = ['assertedCover', 'sameOutlet', 'daysApart'] as const;

/**
 * What two mentions whose tolls do not go together are judged by, beside the margin of any pair: 9 killed here and 7 there
 * contradict each other only where both count the dead of one incident, and on a day of war there are many.
 */
export const incidentFeatureNames = [
  'margin',
  ...incidentFeaturesTaken,
  'people',
  'leads',
  'actsApart',
  'toldElsewhere',
] as const;

/** Where each feature stands among the features of a pair, and among those of an incident. */
export const pairIndex = indexOfEach(pairFeatureNames);
export const incidentIndex = indexOfEach(incidentFeatureNames);

function indexOfEach<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>;
}
