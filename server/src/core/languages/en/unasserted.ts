/** Words by which a sentence says of harm that it did not happen, may come, is made up, or comes every year. */

/** Sets for `harmWords`. */
export const unassertedSets = {
  realised:
    'on succeeded able managed continued used using proceeded helped helping together combined came returned first last latest only',
  believed: `believed thought said known reported understood presumed alleged claimed estimated confirmed feared found seem
    seems seemed appear appears appeared`,
  unrealised: `attempted planned threatened foiled averted prevented intended would-be potential possible impending
    hypothetical simulated imaginary fictional mock staged thwarted`,
  almost: 'nearly almost practically virtually',
  fatally: 'fatally mortally',
  not: 'not',
  rather: 'rather',
  arresting: 'arrest arrests arrested arresting detain detains detained detaining jailed imprisoned custody',
  /** Of people alone, whatever is counted. */
  personal: 'shot stabbed hospitalised hospitalized',
  /** Whoever treats the harmed, right before *treated*. */
  treating: 'hospital hospitals clinic clinics paramedics medics',
  suspects: 'suspicion suspected suspect suspects questioning questioned charges charged warrant',
  claimLabels: 'claim',
  severely: 'seriously critically badly severely slightly lightly gravely',
  conditionNouns: 'condition intensive',
  off: 'off',
  arenas: 'polls ballot ballots ratings standings playoffs primaries primary midfield league charts rankings debate',
  averting: `prevent prevents prevented preventing avert averts averted averting avoid avoids avoided avoiding forestall
    forestalled save saves saved saving`,
  leave: 'leave',
  lostOtherwise: `player players voter voters customer customers client clients subscriber subscribers
    viewer viewers reader readers follower followers supporter supporters investor investors tenant tenants striker
    strikers defender defenders midfielder midfielders bowler bowlers batsman batsmen seniors starters`,
  peacefulBodies: 'party union club association church league parliament company firm team side',
  bringing:
    'bringing taking raising pushing lifting driving putting sending increasing brings takes raises pushes lifts puts',
  totals: 'total totals tally count number figure losses sum dead deaths fatalities',
  ranks: 'deadliest worst first second third fourth fifth largest biggest heaviest bloodiest latest most',
  conveyed: `taken rushed admitted airlifted transported ferried brought sent transferred flown evacuated took rushing
    taking carried driven`,
  hospitals: 'hospital hospitals clinic clinics infirmary',
  conditions: 'if unless whether lest suppose imagine',
  chances: 'chance chances risk risks probability likelihood possibility danger threat odds prospect potential',
  pending: 'until till before when once',
  presentBe: 'is are am',
  pretending: `simulated simulates simulating simulate rehearsed rehearses mock hypothetical fictional fictitious imaginary
    imagined imagines pretended pretends scenario`,
  fiction: 'film movie novel thriller sitcom drama opera screenplay sequel storyline musical comedy playwright novella',
  rehearsals:
    'drill drills exercise exercises simulation simulations rehearsal rehearsals scenarios game games play model',
  where: 'where',
  when: 'when',
  denying: 'deny denies denied denying',
  dismissing: `reject rejects rejected rejecting dismiss dismisses dismissed dismissing refute refutes refuted dispute
    disputes disputed disputing rebut rebutted debunk debunked discount discounted contradict contradicted`,
  reportNouns: `report reports claim claims rumour rumours rumor rumors allegation allegations suggestion suggestions
    accusation accusations assertion assertions story stories posts idea notion statement statements account accounts news`,
  untruths: `untrue false falsely wrongly incorrectly erroneously mistakenly baseless unfounded groundless hoax myth
    fabricated incorrect`,
  average: 'average',
  per: 'a an per each every',
  perAnything: 'per',
  every: 'every each',
  timeUnits: `day days week weeks month months year years hour hours minute minutes night decade decades
    season weekend quarter century`,
  distances: 'ago later earlier old long apart away',
  regularly: 'daily annually yearly weekly monthly hourly nightly',
} as const;

export const conditionPhrases: readonly string[] = [
  'in case',
  'in the event',
  'as though',
  'so that',
  'for fear that',
  'provided that',
  'assuming that',
  'assumed that',
  'assumes that',
  'supposing that',
];

/** What follows is denied. */
export const denialPhrases: readonly string[] = [
  ...['not true', 'not the case', 'not correct', 'untrue', 'false', 'wrong', 'incorrect'].map(
    (words) => `${words} that`,
  ),
  ...['evidence', 'proof', 'confirmation', 'indication', 'indications', 'sign', 'signs', 'suggestion'].flatMap(
    (noun) => [`no ${noun} that`, `no ${noun} of`],
  ),
  'no truth in',
  'no truth to',
  'no basis for',
  'contrary to',
];

/** Behind *reports that …*. */
export const untruthPhrases: readonly string[] = ['not true', 'not correct', 'not the case', 'not accurate'];

/** How a sentence begins that denies the one before. */
export const retractions: readonly string[] = ['this', 'that', 'it', 'the claim', 'the story', 'the report'].flatMap(
  (subject) =>
    ['is not true', 'is untrue', 'is false', 'is not correct', 'was not true', 'was false'].map(
      (words) => `${subject} ${words}`,
    ),
);

/** Harm that several words say. */
export const harmPhrases: readonly (readonly [
  phrase: string,
  outcome: 'killed' | 'missing' | 'injured' | 'captured',
  kind: 'dying' | 'strong' | 'weak',
])[] = [
  ['gunned down', 'killed', 'strong'],
  ['mown down', 'killed', 'strong'],
  ['mowed down', 'killed', 'strong'],
  ['cut down', 'killed', 'weak'],
  ['blown up', 'killed', 'weak'],
  ['blown apart', 'killed', 'weak'],
  ['blown to pieces', 'killed', 'weak'],
  ['burned alive', 'killed', 'strong'],
  ['burnt alive', 'killed', 'strong'],
  ['wiped out', 'killed', 'weak'],
  ['put to death', 'killed', 'strong'],
  ['done to death', 'killed', 'strong'],
  ['knocked unconscious', 'injured', 'strong'],
  ['passed away', 'killed', 'dying'],
  ['met their deaths', 'killed', 'dying'],
  ['met their death', 'killed', 'dying'],
  ['met their end', 'killed', 'dying'],
  ['swept to their deaths', 'killed', 'strong'],
  ['went missing', 'missing', 'dying'],
  ['gone missing', 'missing', 'dying'],
  ['lost an eye', 'injured', 'dying'],
  ['lost a leg', 'injured', 'dying'],
  ['lost an arm', 'injured', 'dying'],
  ['lost a hand', 'injured', 'dying'],
  ['lost a foot', 'injured', 'dying'],
  ['lost a limb', 'injured', 'dying'],
  ['lost limbs', 'injured', 'dying'],
  ['lost their sight', 'injured', 'dying'],
  ['lost consciousness', 'injured', 'dying'],
  ['taken into custody', 'captured', 'weak'],
  ['taken into police custody', 'captured', 'weak'],
  ['placed under arrest', 'captured', 'weak'],
  ['put under arrest', 'captured', 'weak'],
  ['placed under police control', 'captured', 'weak'],
  ['remanded in custody', 'captured', 'weak'],
  ['taken hostage', 'captured', 'weak'],
  ['taken captive', 'captured', 'weak'],
  ['taken prisoner', 'captured', 'weak'],
  ['gave their lives', 'killed', 'dying'],
  ['given their lives', 'killed', 'dying'],
  ['laid down their lives', 'killed', 'dying'],
  ['paid with their lives', 'killed', 'dying'],
];

/** Verbs that say harm only with what did it. */
export const harmWithAilment = {
  succumb: 'killed',
  succumbs: 'killed',
  succumbed: 'killed',
  succumbing: 'killed',
  overcome: 'injured',
} as const;

export const lostPhrases: readonly string[] = ['lost at sea'];
