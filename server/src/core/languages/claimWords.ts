import { type WordSets, wordSets } from './material.js';

/** What `core/mentions` and `core/relations` need of a language: which words say the same, and how much a pair of sentences must share. */

const setNames = [
  /** Words too common to say what a sentence is about. */
  'stopWords',
  /** Particles of names that spellings add and drop. */
  'nameParticles',
  /** Words of a name that its acronym may skip. */
  'acronymSkips',
  /** An article before a name. */
  'articles',
  'weekdays',
  /** Nouns that go with a name rather than with what is said of it. */
  'titles',
  /** Words of negation; verbs of denial; words that contradict without saying what. */
  'negations',
  'denials',
  'contrary',
  /** Words whose stem is that of a word with an opposite, and which are none of its forms (*several*, *sever*). */
  'lookalikes',
  /** *There is no truth to …*, *it is not true that …*: negated, and with these behind it, a denial. */
  'truths',
  'truthOf',
  /** A negation before them reaches what follows (*nobody heard any alarm*). */
  'anything',
  /** With these begins a sentence about somebody who was named before (*the company*, *he*). */
  'subjects',
  /** Behind a negation: more is said, and nothing is negated (*not only*). */
  'additions',
  /** Words that weaken a statement without naming a source. */
  'hedges',
  /** *others*: counted beside those before. */
  'others',
  /** *and* between two numbers that are added up. */
  'and',
  /** *percent*, behind a number. */
  'percent',
  /** *p.m.*, behind a time of day. */
  'clock',
] as const;

/** What the pair model has learned, in the order of its features (`relations/featureNames.ts`). */
export interface PairWeights {
  readonly weights: readonly number[];
  readonly bias: number;
  /** Platt's sigmoid: the probability is logistic(scale + slope * margin). */
  readonly scale: number;
  readonly slope: number;
  /** Of tolls that do not go together. */
  readonly incidentWeights: readonly number[];
  readonly incidentBias: number;
}

/** A qualifier before a number: *at least*. */
export interface Qualifier {
  readonly phrase: string;
  readonly kind: 'floor' | 'range';
}

export type ClaimWords = WordSets<(typeof setNames)[number]> & {
  readonly stem: (word: string) => string;
  /** Irregular forms to the plain one (*fled* to *flee*), and those of them that are pasts. */
  readonly plainForms: ReadonlyMap<string, string>;
  readonly pastForms: ReadonlySet<string>;
  /** The form of a verb that names an act. */
  readonly act: RegExp;
  /** What makes the name of a people from that of a country, at the end of a stem. */
  readonly demonym: RegExp;
  /** What follows the digits of a number: *12th*. */
  readonly numberSuffix: RegExp;
  readonly numbers: ReadonlyMap<string, number>;
  readonly multipliers: ReadonlyMap<string, number>;
  /** Words that assert the same; names that mean one thing: the first of each stands for all. */
  readonly families: readonly (readonly string[])[];
  readonly aliases: readonly (readonly string[])[];
  /** Verbs of two words, and names of several, with the word that they become. */
  readonly phrasalVerbs: readonly (readonly [phrase: string, word: string])[];
  readonly phraseAliases: readonly (readonly [phrase: string, alias: string])[];
  /** Ways to be killed or hurt, a list for each kind: two incidents of different kinds are two. */
  readonly acts: readonly (readonly string[])[];
  /** Denials of two words, the first with the second: *stopped*, *short* (of endorsing it). */
  readonly denialsOfTwo: ReadonlyMap<string, string>;
  /** Words that say of what follows that it was not done, with the word that comes between: *failed*, *to*. */
  readonly withheld: ReadonlyMap<string, string>;
  /** What is reported and called untrue (*Reports that … were false*), as group 1; asked of a sentence, with indices. */
  readonly deniedReports: readonly RegExp[];
  /** What stands before a number of which only some are spoken of (*half of the 3,900 drivers*). */
  readonly partOf: RegExp;
  /** A number counts a whole (*nationwide*), or a part of one (*in the capital*). */
  readonly ofWhole: RegExp;
  readonly ofPart: RegExp;
  /** Letters behind an amount of money, and by what they multiply it: *$1m*. */
  readonly moneyScales: ReadonlyMap<string, number>;
  /** Words that say the opposite of one another, where they are said of one thing: those of either side. */
  readonly opposites: readonly (readonly [left: readonly string[], right: readonly string[]])[];
  /** Longest first. */
  readonly qualifiers: readonly Qualifier[];
  /**
   * How common terms are: how many documents were counted, and the table that training/claimsBackground.ts wrote. `salt`
   * is mixed into the hash of each term, the table's too, and keeps the terms of languages apart.
   */
  readonly background: { readonly documents: number; readonly table: string; readonly salt: number };
  readonly pairs: PairWeights;
};

export interface ClaimMaterial extends Partial<Omit<ClaimWords, (typeof setNames)[number]>> {
  readonly sets?: Readonly<Partial<Record<(typeof setNames)[number], string>>>;
}

/** Of a language for which nothing has been learned: no two mentions are one claim. */
const nothingLearned: PairWeights = {
  weights: [],
  bias: Number.NEGATIVE_INFINITY,
  scale: 0,
  slope: 1,
  incidentWeights: [],
  incidentBias: Number.NEGATIVE_INFINITY,
};

export const claimWords = ({ sets = {}, ...rest }: ClaimMaterial): ClaimWords => ({
  ...wordSets(setNames, sets),
  stem: (word) => word,
  plainForms: new Map(),
  pastForms: new Set(),
  act: /(?!)/,
  demonym: /(?!)/,
  numberSuffix: /(?!)/,
  numbers: new Map(),
  multipliers: new Map(),
  families: [],
  aliases: [],
  phrasalVerbs: [],
  phraseAliases: [],
  acts: [],
  denialsOfTwo: new Map(),
  withheld: new Map(),
  deniedReports: [],
  partOf: /(?!)/,
  ofWhole: /(?!)/,
  ofPart: /(?!)/,
  moneyScales: new Map(),
  opposites: [],
  qualifiers: [],
  background: { documents: 0, table: '', salt: 0 },
  pairs: nothingLearned,
  ...rest,
});
