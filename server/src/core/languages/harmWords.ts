import type { Outcome } from '../casualties/figure.js';
import {
  type Patterns,
  type Phrases,
  patterns,
  phrasesByFirst,
  split,
  WordSet,
  type WordSets,
  wordSets,
} from './material.js';

/** What `core/casualties` needs of a language beside the classes of its words: how many, harmed how, on whose word. */

/** Forms of a verb of harm: bits, because *killed* is past and participle. */
export const Form = { base: 1, past: 2, participle: 4, gerund: 8 } as const;

export interface HarmVerb {
  readonly outcome: Outcome;
  /** Bits of `Form`. */
  readonly forms: number;
  /** A weak verb harms people only where the noun says people. */
  readonly weak: boolean;
  /** The subject is harmed (*died*), not the object. */
  readonly dying: boolean;
  /** Whom it harms is told by what follows: *the flood drowned 12*, *12 drowned*. */
  readonly either: boolean;
}

/** What a phrase beside a number does to it; `none`: it only belongs to it (*another*, *a total of*). */
export type Effect = 'floor' | 'ceiling' | 'approx' | 'none';

export interface Modifier {
  readonly words: readonly string[];
  readonly effect: Effect;
  /** It stands in a number only before a range (*between*), a scale (*a hundred*) or another modifier (*well over*). */
  readonly only: 'range' | 'scale' | 'modifier' | null;
}

/** Bounds of a vague number. */
export type Bounds = readonly [low: number, high: number];

/** Numbers in words, lower case. */
export interface NumberWords {
  /** 0 to 19, and the tens from 20 on. */
  readonly ones: ReadonlyMap<string, number>;
  readonly tens: ReadonlyMap<string, number>;
  /** What multiplies the number before it: *hundred*. */
  readonly scales: ReadonlyMap<string, number>;
  /** The same, with plurals. */
  readonly scaleNouns: ReadonlyMap<string, number>;
  /** Vague words as bounds (*dozens*), and what they multiply by (*tens of thousands*); docs/grades.md gives the table. */
  readonly vague: ReadonlyMap<string, Bounds>;
  readonly multiples: ReadonlyMap<string, Bounds>;
  /** *several hundred*: bounds of the word behind *several*. */
  readonly afterSeveral: ReadonlyMap<string, Bounds>;
  /** *couple*. */
  readonly others: ReadonlyMap<string, number>;
  /** Letters glued to digits that multiply them: *3bn*. */
  readonly suffixes: ReadonlyMap<string, number>;
}

const setNames = [
  // small words, each by what it does
  'the',
  /** *a*; and all of *a*, *an*. */
  'a',
  'indefiniteArticles',
  'of',
  'in',
  'on',
  'to',
  'by',
  'as',
  'and',
  'or',
  'with',
  'that',
  'than',
  'but',
  /** Words that set one count against another: *only six*, *dismissed that*. */
  'contrasts',
  'also',
  'since',
  'from',
  'between',
  /** *who*, *which*: a source that says nobody. */
  'relativePronouns',
  'possessiveEnding',
  /** Events: no sources, whatever verb they stand with. */
  'speechless',
  /** *we*: whoever speaks. */
  'we',
  /** *whom*. */
  'whom',
  /** After *we*: the outlet speaks. */
  'knowing',
  /** *treated for* burns. */
  'for',
  /** *them*, *whom*: what a part belongs to. */
  'partitivePronouns',
  'groupPronouns',

  // verbs and what stands around them
  'have',
  /** With *have*, a harm that did not happen: *would have killed*. */
  'unrealModals',
  /** Before *to*: what follows did happen (*went on to kill*, *the first to die*), or is said to (*believed to be dead*). */
  'realised',
  'believed',
  /** Before a noun of harm that did not happen: *attempted*, *planned*. */
  'unrealised',
  /** *nearly* killed. */
  'almost',
  'fatally',
  'not',
  'rather',
  /** *arrested*, *arrests*: no toll in peace. */
  'arresting',
  /** In a sentence with *held*: it is an arrest. */
  'suspects',
  /** Verbs that in the passive say of nothing but people that they were harmed: *five were shot*. */
  'personal',
  /** Whoever treats the harmed: *hospitals treated 12*. */
  'treating',
  /** *killed off*, and where harm is a figure of speech: *in the polls*. */
  'off',
  'arenas',
  /** *prevented* 40 deaths; *leave* 40 dead. */
  'averting',
  'leave',
  /** *a chance of* 40 deaths. */
  'chances',
  /** *2003, when* 60 died. */
  'when',
  /** *Claim:*, before what is checked. */
  'claimLabels',
  /** How badly somebody is hurt: *two of them seriously*, *in a critical condition*. */
  'severely',
  'conditionNouns',
  /** People who are lost without dying: *players*, *members*. */
  'lostOtherwise',
  /** Whose members leave without dying: *the party lost 20 members*. */
  'peacefulBodies',
  /** *bringing* the *total* to 40. */
  'bringing',
  'totals',
  /** *the deadliest attack* this year. */
  'ranks',
  /** *taken*, *rushed* to hospital; and the hospitals. */
  'conveyed',
  'hospitals',

  // what is not asserted
  'conditions',
  /** *until*, *when* before a verb in the present. */
  'pending',
  'presentBe',
  /** *simulated*, *mock*: nothing in the sentence happened. */
  'pretending',
  'fiction',
  'rehearsals',
  'where',
  /** Verbs that deny; that dismiss what others say; what they dismiss. */
  'denying',
  'dismissing',
  'reportNouns',
  /** *false*, *untrue*. */
  'untruths',

  // harm that comes again and again
  'average',
  /** *a*, *per*, *every* before a stretch of time; *per* before any number; *every* alone. */
  'per',
  'perAnything',
  'every',
  'timeUnits',
  /** *ago*, *later*: behind *a year*, it is no rate. */
  'distances',
  'regularly',
  'bePassive',
  'being',
  /** *being*, *still* before *held*. */
  'ongoing',
  'held',
  'heldAs',
  'treated',
  'treatedAt',
  'ailments',
  /** Harms people only where gas was spoken of: *affected*. */
  'affected',
  /** Those of the dead, and of those who govern. */
  'bodies',
  /** What describes bodies that nobody is dead in: *legislative*. */
  'ofInstitutions',
  /** Who stands close to somebody: *three relatives of miners killed* counts no dead. */
  'kin',
  'dead',
  'death',
  'deaths',
  'lives',
  'livesOrLife',
  'lost',
  'takes',
  /** Modals on a count: *could reach 40*. */
  'doubt',
  /** *was*, *has*, *is* behind an age. */
  'singularVerbs',

  // numbers
  /** *several* and *few* before a scale; *half* and *quarter* before *a million*. */
  'several',
  'half',
  'quarter',
  /** The end of *two-and-a-half*. */
  'halves',
  'couple',
  /** Between a vague number and itself: *hundreds and hundreds*. */
  'repeats',
  /** *all but two*, *all except for two*: so many were spared. */
  'all',
  'except',
  'exceptFor',
  'out',
  /** Before *of the 40*: a part of unknown size. */
  'unknownParts',
  /** Words for a toll that changes: what *from* gives then is the old count. */
  'changing',
  /** *ranging* from 20 to 30: no change. */
  'ranging',
  /** Between *from* and an old count: *an earlier count of*. */
  'oldCount',
  /** *went* up to 40: no ceiling. */
  'going',
  /** Before an age: *aged six and nine*. */
  'ageWords',
  /** What a scale in words may follow: *dozen*, *couple*. */
  'scaleWords',
  'more',
  /** Behind a number: *40 more*, *40 others*. */
  'moreOrOther',
  'tailOfNumber',
  /** Before a number: *another 40*. */
  'another',
  'anotherOrOthers',
  'other',
  'others',
  'one',
  /** Words before four digits that make a count of a year. */
  'countedYears',
  /** *a mother of two*: her children. */
  'parents',
  /** *a family of five*. */
  'groupNouns',
  /** A singular for people that is none: *men*, *people* before a thing. */
  'number',
  'count',
  'numberOrCount',
  'countOf',
  'casualty',
  'injury',
  'victims',
  /** *loss*, *remains*: of people only. */
  'lossOf',
  'includes',
  'among',
  'amongThose',
  'along',
  'well',
  'addition',
  /** Prepositions before a number that is no subject. */
  'adjunctPrepositions',
  /** Verbs before a subject whose participle follows: *left 12 killed*. */
  'leaving',
  /** What may open an aside: *most of them*. */
  'asideOpeners',

  // time and place
  /** Days by name, and *today*. */
  'days',
  /** *last* Sunday. */
  'dayModifiers',
  /** Months that are other words or cut short, and months only with a capital. */
  'monthsInCapitals',
  /** Words before a year. */
  'beforeYear',
  'cumulative',
  'wars',
  'beginnings',
  'placeNouns',
  'placePrepositions',

  // who says so
  /** Verbs by which a source gives a figure; those that give a toll: *put the toll at*. */
  'speechVerbs',
  'tollVerbs',
  'citing',
  'reports',
  /** *in a statement*. */
  'statements',
  /** Those who speak without a name, or that describe a body by what it does. */
  'unnamedSpeakers',
  'titles',
  'describingSpeakers',
  /** Nouns that make a source anonymous wherever it stands. */
  'anonymousHeads',
  /** Heads that hide who speaks even at a named institution: *a source at the ministry*. */
  'sourceHeads',
  /** Those who speak on the record for their institution. */
  'recordSpeakers',
  'floatingAdverbs',
  /** Prepositions that join nouns within a name; between a source and where it works; that end a head. */
  'joinsNouns',
  'placing',
  'close',
  'endsHead',
  'state',
  'opposition',
  /** Words of a body's name that do not tell whose it is: *the army*. */
  'genericBodies',

  // who stands behind a figure: phrases, separated by bars
] as const;

const phraseSetNames = [
  /** Bodies outside a conflict; in peace those who answer for a count; outlets. */
  'independentBodies',
  'authorities',
  /** Those of a place, which only an open war makes a side: police, courts. */
  'localAuthorities',
  'media',
  /** Those who fight wherever they are named; those who are a side where there is a conflict. */
  'fighters',
  'parties',
  /** Companies and those who speak for them: interested in what they say of their own accident. */
  'companies',
  /** Behind a name that makes it a company's: *the Brackwell plant*. */
  'workplaces',
  /** States and capitals that speak for their governments. */
  'governments',
  /** Words of war: an article with one of them and a sign of fighting is about a conflict. */
  'warWords',
] as const;

const patternNames = [
  /** An adverb inside a verb group, in small letters. */
  'adverb',
  /** The ending of plurals, of a plural of unknown meaning in small letters, and of nouns for several people. */
  'plural',
  'plainPlural',
  /** The ending of participles, as of what is left of a relative clause: *suspected of*. */
  'participle',
  'pluralPeople',
  /** A name, also one with its article; of a place. */
  'name',
  'placeName',
  /** Day of a month. */
  'dayOfMonth',
  /** *Sunday*, *yesterday*, but no month. */
  'relativeDay',
  /** *According*, as it opens a sentence. */
  'accordingInCapital',
  /** *state* before a source, at the end of what stands there. */
  'ownerBefore',
  /** Behind *claimed*: no saying (*claimed the lives of 40*). */
  'claimsLives',
  /** An article before a name. */
  'leadingArticle',
  /** A possessive ending. */
  'possessive',
  /** What follows a figure of a side's own losses: *of its*; such a noun phrase: *its soldiers*. */
  'ownBehind',
  'ownVictims',
] as const;

export type HarmWords = WordSets<(typeof setNames)[number] | (typeof phraseSetNames)[number]> &
  Patterns<(typeof patternNames)[number]> & {
    readonly verbs: ReadonlyMap<string, HarmVerb>;
    /** *dead*, *wounded* beside a number; *deaths*; *deaths* before *of*. */
    readonly states: ReadonlyMap<string, Outcome>;
    readonly counted: ReadonlyMap<string, Outcome>;
    readonly harmOf: ReadonlyMap<string, Outcome>;
    readonly numbers: NumberWords;
    /** Before a number, by their last word; longer ones first. */
    readonly modifiers: ReadonlyMap<string, readonly Modifier[]>;
    /** Behind a number or its noun, by their first word; longer ones first: *or more*, *at least*. */
    readonly trailingModifiers: ReadonlyMap<string, readonly Modifier[]>;
    /** Every word with which something that is not asserted begins, so that a walk asks once. */
    readonly unassertedStarts: WordSet;
    /** Tied to a number: *300-plus*, *twenty-odd*. */
    readonly numberTails: ReadonlyMap<string, Effect>;
    /** *half*, *third*, *thirds*: shares of a whole. */
    readonly fractions: ReadonlyMap<string, number>;
    /** Between a number and another guess at it: *perhaps*, *if not*. */
    readonly alternatives: Phrases;
    /** All spellings of the months, lower case, to 1 to 12. */
    readonly months: ReadonlyMap<string, number>;
    readonly accordingTo: Phrases;
    /** *gunned down*, *passed away*, and what each of them says; verbs that need an ailment behind them: *succumbed*. */
    readonly harmPhrases: Phrases;
    readonly harmOfPhrase: ReadonlyMap<string, Pick<HarmVerb, 'outcome' | 'weak' | 'dying'>>;
    readonly harmWithAilment: ReadonlyMap<string, Outcome>;
    /** *lost at sea*. */
    readonly lostPhrases: Phrases;
    /** *in case*; *there is no evidence that*; *is not true*. */
    readonly conditionPhrases: Phrases;
    readonly denialPhrases: Phrases;
    readonly untruthPhrases: Phrases;
    /** The beginning of a sentence that denies the one before: *This is not true.* */
    readonly retractions: Phrases;
    /** *years after* before what an article only recalls. */
    readonly timesAfter: Phrases;
    /** A count over a stretch of time; an earlier event that the article only recalls. */
    readonly cumulativePhrases: Phrases;
    readonly historicalPhrases: Phrases;
    /** Words that may be signs of fighting, to the number of their kind: each kind counts once. */
    readonly signsOfFighting: ReadonlyMap<string, number>;
    /** Words of war and signs of fighting together. */
    readonly tellingOfWar: WordSet;
    /** Agencies and outlets that states run, with the beginning of that state's name and adjective. */
    readonly stateOutlets: ReadonlyMap<string, string>;
    /** Nouns for kinds of people that are not counted against each other, by the name of the kind. */
    readonly kindsOfPeople: readonly (readonly [name: string, nouns: ReadonlySet<string>])[];
    /** The day of a temporal expression seen from `reference`, the last one that fits, or `null`. */
    readonly readDay: (expression: string, reference: Date) => Date | null;
  };

/** What a language gives for who is harmed: lists separated by white space, phrases by bars. */
export interface HarmMaterial
  extends Partial<
    Omit<
      HarmWords,
      | (typeof setNames)[number]
      | (typeof phraseSetNames)[number]
      | (typeof patternNames)[number]
      | 'numbers'
      | 'modifiers'
      | 'trailingModifiers'
      | 'unassertedStarts'
      | 'tellingOfWar'
    >
  > {
  readonly modifiers?: readonly Modifier[];
  readonly trailingModifiers?: readonly Modifier[];
  readonly sets: Readonly<Partial<Record<(typeof setNames)[number], string>>>;
  readonly phraseSets?: Readonly<Partial<Record<(typeof phraseSetNames)[number], readonly string[]>>>;
  readonly patterns?: Readonly<Partial<Record<(typeof patternNames)[number], RegExp>>>;
  readonly numbers?: Partial<NumberWords>;
}

type PhraseSetName = (typeof phraseSetNames)[number];

function phraseSetsOf(given: Readonly<Partial<Record<PhraseSetName, readonly string[]>>>): WordSets<PhraseSetName> {
  const sets = {} as Record<PhraseSetName, WordSet>;
  for (const name of phraseSetNames) sets[name] = new WordSet(given[name] ?? []);
  return sets;
}

const none: ReadonlyMap<string, never> = new Map<string, never>();
const noPhrases = phrasesByFirst([]);

/** Modifiers by one of their words, longer ones first. */
function modifiersBy(
  all: readonly Modifier[],
  word: (words: readonly string[]) => string | undefined,
): ReadonlyMap<string, readonly Modifier[]> {
  const found = new Map<string, Modifier[]>();
  for (const one of [...all].sort((a, b) => b.words.length - a.words.length)) {
    const key = word(one.words) ?? '';
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}

const unassertedSets = [
  'pretending',
  'reportNouns',
  'conditions',
  'pending',
  'fiction',
  'rehearsals',
  'denying',
  'dismissing',
  'untruths',
] as const;

function startsOf(sets: HarmMaterial['sets'], phrases: readonly (Phrases | undefined)[]): WordSet {
  const words = unassertedSets.flatMap((name) => split(sets[name] ?? ''));
  return new WordSet([...words, ...phrases.flatMap((one) => [...(one?.firsts ?? [])])]);
}

export const harmWords = ({
  sets,
  phraseSets = {},
  patterns: given = {},
  numbers = {},
  modifiers = [],
  trailingModifiers = [],
  ...rest
}: HarmMaterial): HarmWords => ({
  ...wordSets(setNames, sets),
  ...phraseSetsOf(phraseSets),
  ...patterns(patternNames, given),
  verbs: none,
  states: none,
  counted: none,
  harmOf: none,
  modifiers: modifiersBy(modifiers, (words) => words.at(-1)),
  trailingModifiers: modifiersBy(trailingModifiers, (words) => words[0]),
  unassertedStarts: startsOf(sets, [rest.conditionPhrases, rest.denialPhrases, rest.untruthPhrases]),
  numberTails: none,
  fractions: none,
  alternatives: noPhrases,
  months: none,
  accordingTo: noPhrases,
  harmPhrases: noPhrases,
  harmOfPhrase: none,
  harmWithAilment: none,
  lostPhrases: noPhrases,
  conditionPhrases: noPhrases,
  denialPhrases: noPhrases,
  untruthPhrases: noPhrases,
  retractions: noPhrases,
  timesAfter: noPhrases,
  cumulativePhrases: noPhrases,
  historicalPhrases: noPhrases,
  signsOfFighting: none,
  tellingOfWar: new WordSet([...(phraseSets.warWords ?? []), ...(rest.signsOfFighting?.keys() ?? [])]),
  stateOutlets: none,
  kindsOfPeople: [],
  readDay: () => null,
  ...rest,
  numbers: {
    ones: none,
    tens: none,
    scales: none,
    scaleNouns: none,
    vague: none,
    multiples: none,
    afterSeveral: none,
    others: none,
    suffixes: none,
    ...numbers,
  },
});
