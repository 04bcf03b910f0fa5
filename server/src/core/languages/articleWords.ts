import { type Patterns, patterns, type WordSets, wordSets } from './material.js';

/** What `core/article` needs of a language: where a sentence ends, and what stands around an article. */

/**
 * How a word that ends in a full stop tells whether the stop also ends its sentence:
 * `never` (a name follows: *Gen. Pell*), `number` (it does unless a number follows: *No. 7*), `maybe` (it does where the
 * next word opens a sentence: *in Tampa, Fla. The …*), `company` (likewise, or where a common noun follows).
 */
export type AbbreviationKind = 'never' | 'number' | 'maybe' | 'company';

const setNames = [
  /** Words that every text has, whatever it is about: they tell prose from lists, and this language from others. */
  'functionWords',
  /** Abbreviations that are words too: they abbreviate only with a capital, and only where the stop follows a name. */
  'alsoWords',
  /** Words that hardly ever continue a name: after an abbreviation such as *U.S.* they open a new sentence. */
  'sentenceOpeners',
  /** Nouns for several people, which no name holds: after an abbreviation they open a sentence where they have a capital. */
  'crowds',
  /** One capital letter that is a word (*A*, *I*): a sentence may open with it. */
  'letterWords',
  /** A letter word that can end a sentence and looks like an initial: *than I. She*. */
  'finalLetterWords',
  /** Verbs after a name that say that the question or exclamation before it was that person's: *“…?” Mr. Oake asked.* */
  'speechVerbs',
  /** Those of them that never open a new statement: *asked*, *told*. */
  'addressingVerbs',
  /** Words after *said* that make a new statement of it: *“Get out!” Trump said he would …* */
  'contentOpeners',
  /** Dotted abbreviations after which the sentence goes on: *e.g.*. */
  'goesOnAfter',
  /** Halves of the day, dotted: after them a day, month or zone continues the sentence. */
  'dayHalves',
  /** Zones of time. */
  'timeZones',
  /** What may follow the digits of a number without a space: *9th*, *3bn*. */
  'numberSuffixes',
  /** Numbers in words that a hyphen joins to units (*twenty-three*), those units, and what both measure (*three-year*). */
  'tens',
  'units',
  'measures',
  /** Single words that a credit may name and that are no agency: *Staff*. */
  'notAgencies',
  /** Words that outlets are called by: *Courier*, *Radio*. */
  'outletWords',
  /** Verbs that open a thing to do: *call*, *ask*. */
  'taskVerbs',
  /** What a *Source:* line may hold that is the name of no outlet: *local media*. */
  'noOutlets',
] as const;

const patternNames = [
  /** Words that lost their beginning to an apostrophe, where they open: *’em*, *’90s*. */
  'elided',
  /** An article, a pronoun or an auxiliary in a line: a sentence rather than a title. */
  'sentenceWord',
  /** Paragraphs around an article that are not of it: invitations, rights. Told by how they begin. */
  'boilerplate',
  /** A line below a text that says that the rest is for those who pay. */
  'forSubscribers',
  /** Lines that end as captions do, in a photographer or an agency of pictures. */
  'caption',
  /** A line of nothing but a time: *2 hours ago*, *4 min read*. */
  'stamp',
  /** Labels before the title of another story: *READ MORE:*; then those that may also label a headline: *WATCH:*. */
  'otherStory',
  'storyLabel',
  /** Headings above the titles of other stories, and above what readers write. */
  'otherStories',
  'comments',
  /** How a reader's comment begins. */
  'comment',
  /** What stands before the author's name: *By*. */
  'byline',
  /** A heading above things to do. */
  'taskHeading',
  /** A press release says that it is one. */
  'pressRelease',
  /** Whoever of an outlet signs for it: *Aune Post Staff*. */
  'staff',
  /** What a name without *By* does for its outlet, in the line below it: *Chief reporter*. */
  'jobLine',
  /** A notice of rights; the first group is whose they are. */
  'rights',
  /** A byline of anybody: *Our Reporter*. */
  'anybody',
  /** The name of a site: *torvik.example*. */
  'site',
  /** A label of the day of an update rather than of publication. */
  'updated',
  /** What else stands in a line of dates: *4 min read*. */
  'readingTime',
  /** Where a byline goes on with the author's place or outlet. */
  'bylineJoint',
  /** A closing line that credits others; the first group is who. */
  'contributed',
  /** A line of nothing but names and the work they did. */
  'creditLine',
  /** Whom the first credit of such a line names. */
  'reportedBy',
  /** Where the names of a credit are joined: a comma, *and*. */
  'creditJoint',
  /** What may stand before an agency's name: *from the*. */
  'beforeAgency',
  /** The name of an agency that is not listed, told by its last word: *Valley Press*. */
  'agencyName',
] as const;

export interface ArticleWords {
  readonly sets: WordSets<(typeof setNames)[number]>;
  readonly patterns: Patterns<(typeof patternNames)[number]>;
  /** Words that may end in a full stop within a sentence. Lower case, without the stop. */
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  /** The spellings of each month from January on, as written. */
  readonly months: readonly (readonly string[])[];
  /** The spellings of the weekdays, longer ones before those that they begin with. */
  readonly weekdays: readonly string[];
  /** Regular expressions, as sources: what follows a day's number (*9th*), what joins it to a month (*9th of May*). */
  readonly ordinal: string;
  readonly dayJoint: string;
  /** Words before the date that a page prints above its article, and between it and the hour; sources, without groups. */
  readonly dateLabel: string;
  readonly hourLabel: string;
  /** Words before a colon in the lines above an article, lower case, to the field of the front matter that they are. */
  readonly headerFields: ReadonlyMap<string, string>;
  /** Whole lines of a page's menus, buttons and notices, lower case, without signs and counts. */
  readonly pageLines: ReadonlySet<string>;
  /** Capitals before a dash that are no place: *BREAKING – …*. */
  readonly notPlaces: ReadonlySet<string>;
  /** News agencies by every spelling, lower case, to the name we show. */
  readonly agencies: ReadonlyMap<string, string>;
}

/** What a language gives for its articles. */
export interface ArticleMaterial extends Partial<Omit<ArticleWords, 'sets' | 'patterns'>> {
  readonly sets?: Partial<Record<(typeof setNames)[number], string>>;
  readonly patterns?: Partial<Record<(typeof patternNames)[number], RegExp>>;
}

export const articleWords = (given: ArticleMaterial): ArticleWords => ({
  abbreviations: new Map(),
  months: [],
  weekdays: [],
  ordinal: '(?!)',
  dayJoint: '(?!)',
  dateLabel: '(?!)',
  hourLabel: '(?!)',
  headerFields: new Map(),
  pageLines: new Set(),
  notPlaces: new Set(),
  agencies: new Map(),
  ...given,
  sets: wordSets(setNames, given.sets ?? {}),
  patterns: patterns(patternNames, given.patterns ?? {}),
});
