import {
  type Patterns,
  type Phrases,
  patterns,
  phrasesByFirst,
  splitPhrases,
  type WordSets,
  wordSets,
} from './material.js';

/** What `core/attribution` needs of a language beside the classes of its words: who says something, and how surely. */

const setNames = [
  // small words, each by what it does
  'the',
  /** *a*, *an*. */
  'indefiniteArticles',
  'and',
  'or',
  'of',
  'in',
  'on',
  'to',
  'by',
  'as',
  'that',
  'it',
  'its',
  'both',
  /** Opens a relative clause about people: *who*. */
  'who',
  /** *who*, *which*: opens a relative clause, and *that* is not sure to. */
  'relativePronouns',
  /** *’s* behind an owner. */
  'possessive',
  /** *his*, *her*, *our*. */
  'ownersPronouns',
  /** A pronoun that stands for nobody in particular: *one*. */
  'impersonal',
  /** *nobody*, *none*, *no official*: who says it does not exist; but for *no fewer than*, *none other than*. */
  'nobody',
  'nobodyBut',
  /** *if*, *whether*: what follows is not said. */
  'conditions',
  /** *not*, *never*. */
  'negations',

  // verbs that carry a report
  /** Forms of *to be* before a participle; those of hearsay go with *’s*. */
  'be',
  'beOfHearsay',
  /** *after being accused of*. */
  'being',
  'have',
  /** The verb of saying that may stand before its speaker: *said the mayor*. */
  'said',
  /** *told*, *tells*: the outlet that was told stands behind it. */
  'told',
  /** *told*, *accused*: whoever stands behind it is told or accused, and does not speak. */
  'takesPerson',
  /** *may*, *would*: not said yet; but these words make it so (*would only say*, *would later say*). */
  'modals',
  'with',
  /** *close* is an adjective before people: *three close aides*. */
  'nearness',
  /** *a majority of members*: the members are meant. */
  'partitives',
  'either',
  'afterAll',
  /** Forms of verbs of saying that are nouns as well: *claims*, *reports*, *states*. */
  'saidNouns',
  /** *went on to say*, *continued to insist*. */
  'goesOn',
  /** What is sent to whoever stands behind *to*: *a letter to officials saying*. */
  'letters',
  /** Before *show*: *radio*, *talk*. */
  'programmes',
  'shows',
  /** *quoted*, *cited*: between an outlet and its source, or behind the source. */
  'quoted',
  /** *citing*, *quoting*: a source stands behind it. */
  'citing',
  /** All forms of quoting: an outlet stands before it. */
  'quoting',
  /** Participles of hearsay: *is believed to*. */
  'evidential',
  /** Of those: *accused of*; *feared to*, *feared dead*; *suspected to*; *believed to* without *is*; *was reported*. */
  'accused',
  /** *is accused of*: in the present it is a charge, with a body behind it. */
  'charge',
  /** Behind *believed to*, *reported to*: *be*, *have*; a name or a noun there is who was told. */
  'infinitives',
  /** *reported missing*, and the prepositions of *reported to*, *at*: somebody told an authority. */
  'filed',
  'filedWith',
  /** *I hear*, *we have heard*. */
  'hearing',
  /** *you may have heard*: nobody has. */
  'you',
  /** *what is reported*, *was first reported*: an act of publishing. */
  'what',
  'first',
  /** *rumours*, what they do (*swirl*), and what stands before them where they are told (*amid rumours that*). */
  'rumours',
  'circulating',
  'occasions',
  /** *rumours claiming that*; but *started rumours that*: somebody's own. */
  'rumouring',
  'starting',
  /** *declined to say*: nothing was said. */
  'refusing',
  /** *without citing a source*, *citing no sources*: there is none. */
  'without',
  'none',
  /** *spoke of*, *told of*. */
  'speaking',
  /** Verbs that report where a clause follows: *experts agree the gate was rotten*; and what opens none. */
  'agreeing',
  'notClause',
  /** *with critics warning that*: participles whose subject stands right before them. */
  'telling',
  /** *per local media*, not *per person*. */
  'per',
  /** *And from a former aide:*, before a quotation. */
  'from',
  'leadIns',
  /** Nouns for a saying before whose it is: *accusations from*, *the claim was made by*; and the participle between. */
  'claims',
  'made',
  /** *one of them*. */
  'partitivePronouns',
  /** Alone: one more of those who spoke before. */
  'another',
  /** *cynics will tell you*. */
  'will',
  /** Before a clause that tells what happened: *after an officer saw*. */
  'eventClauses',
  /** *a statement read to the court*. */
  'irregularParticiples',
  /** Before *report*: the record of a body. */
  'recordModifiers',
  /** *told about it by*. */
  'about',
  /** *by their own count*. */
  'counts',
  /** *gave a higher toll*. */
  'giving',
  /** Opens examples: *officials, including the mayor*. */
  'including',
  /** *believe this helps*: a subject, as a rule. */
  'demonstratives',
  /** *learned from aides*, *confirmed with sources*. */
  'learning',
  'checking',
  /** *two people present*, *experts not involved*: behind whom they describe. */
  'postposed',
  /** *calling himself*. */
  'reflexives',
  /** *data sources*, *energy sources*: nobody. */
  'ofThings',
  /** *55 percent of the voters say*. */
  'shares',
  /** Words for people that have a capital as names have: *Texas Republicans*. */
  'partisans',
  /** Behind a report, before whose it is. */
  'owner',
  /** Prepositions behind which nobody speaks: *disdain for his jokes*. */
  'takesObject',
  /** Pasts of what people do before they speak, where no ending tells them. */
  'acts',
  /** Where anybody posts: names that make no outlet of a post. */
  'platforms',
  /** *sources within*: of the body that follows. */
  'inside',
  /** *a senior party figure*: these make a person of a figure. */
  'prominent',
  'figures',
  /** *a woman who lives across the street*: what makes a role of a relative clause. */
  'whoLives',
  /** Participles that open an aside on a name (*known as*, *speaking on condition of*), and what such an aside is about. */
  'aside',
  'withheld',
  /** *on condition of anonymity*. */
  'condition',
  'feared',
  'suspected',
  'believed',
  'reported',
  'dead',
  /** *reportedly*. */
  'hearsayAdverbs',
  /** Verbs that report only before *that* or a quotation: *maintain a presence*, *find survivors* report nothing. */
  'weakVerbs',
  /** *put*, *place*: report only a figure: *residents put the toll at 40*. */
  'putting',
  /** The form of it that estimates make: *analysts place*. */
  'place',
  'tollNouns',
  'estimators',
  /** *saw*: reports where the subject was there. */
  'saw',
  /** *that*, *out*: what follows a weak verb that reports: *point out*. */
  'reportOpeners',
  'out',
  /** *state*, *states*: nouns, and verbs only before *that*. */
  'nounVerbs',
  /** Pasts that no ending tells. */
  'irregularPasts',
  /** Between auxiliary and verb, but of the subject: *have both denied*. */
  'floating',
  /** Participles before *of* that make a passive: *suspected of theft*. */
  'chargedWith',
  /** Participles before *in*, *on*, *at* that describe a document: *a report published in*. */
  'published',
  'publishedIn',

  // sources
  /** *news* before *agency*. */
  'news',
  /** Articles and numbers that make a body one of many. */
  'indefinite',
  /** Quantities that stand for people: *some say*. */
  'vagueAlone',
  /** *the broadcaster said*: one that the article has spoken of. */
  'oneOutlet',
  /** *agencies*: of the news only behind such a word, or alone. */
  'agencies',
  /** *the report*, *its account*: one document. */
  'oneReport',
  /** *people*, *those*: everybody and nobody. */
  'peopleAtLarge',
  'authorities',
  'forces',
  /** A deputy, a former or a local holder of an office is one of many. */
  'modest',
  /** What makes *forces* nobody's. */
  'unruly',
  /** Prepositions between a source and where it works; of those, the ones that a mere name may follow. */
  'placing',
  'placingAtName',
  /** Bodies too wide to have an informed source in them: *city*. */
  'tooWide',
  /** Behind *people*, *someone*: closeness or knowledge, which identifies nobody. */
  'anonymity',
  /** Before *media*, *reports*, *outlets*: no outlet in particular. */
  'vagueAdjectives',
  /** Heads of bodies that an article likes to name only in the next sentence: *a monitor*, *a rights group*. */
  'namelessBodies',
  /** Words of the names that such bodies have. */
  'monitorNames',
  /** Words that make a capitalised name that of a news outlet. */
  'outletWords',
  /** *state*, *news* before an outlet's name. */
  'beforeOutlet',
  /** *reports*, *accounts*, and the one before *that*. */
  'accounts',
  'reports',
  /** *by one report*, *by some accounts*. */
  'someOf',
  /** *refused reports of*: the article itself says that they are wrong. */
  'refusals',
  /** Before *reports that*: somebody's own. */
  'ownReports',
  /** What people in public life are called when they are named before: *the lawmaker*. */
  'publicRoles',
  /** Before *reports that* these make a noun of it: no singular. */
  'manyMedia',
  /** *reports to the contrary*. */
  'contrary',
  /** Adjectives before *reports that*. */
  'reportModifiers',
  /** *anonymously*, *sourced*, and both in one word. */
  'anonymously',
  'sourced',
  'anonymouslySourced',

  // phrases
  /** First words of a phrase that goes back to something. */
  'definiteWords',
  /** Particles of personal names. */
  'nameParticles',
  /** Words inside the name of a body. */
  'bindsName',
  /** *for*, *of* behind *spokesman*. */
  'roleOf',
  /** Prepositions that bind a noun to what stands before it. */
  'binding',
  /** A phrase that ends in one of these says nothing. */
  'neverLast',
  /** What may open the speaker behind a quotation. */
  'speakerOpeners',
  /** Before a main clause that goes on from another: *…, and the mayor said …*. */
  'clauseJoints',
] as const;

const patternNames = [
  /** *anonymous*, *anonymously*. */
  'anonymous',
  /** Plurals that tell a source of several. */
  'pluralSource',
  /** The form of participles, of the one that names an act (*-ing*), of a past. */
  'participle',
  'gerund',
  'past',
  /** A form that no plural needs to agree with. */
  'finite',
  /** A cue that scraping glued to an outlet's name: *Courierciting*. */
  'gluedCue',
  /** A name with its article: *al-Hadi*; such a name of a place. */
  'withNameArticle',
  'placeWithArticle',
  /** Verbs of thinking, which tell no source's words. */
  'shouts',
  'thoughts',
  /** *London-based*. */
  'based',
  /** What media do all day, said or not. */
  'publishes',
  'asks',
  /** *didn't*. */
  'negated',
  /** *point out*. */
  'point',
  /** *34-year-old*. */
  'aged',
  /** The form of nouns that are no person. */
  'thing',
] as const;

/** What a pronoun may stand for. */
export type PronounKind = 'person' | 'body' | 'bodyOrPeople' | 'people';

export type SpeechWords = WordSets<(typeof setNames)[number]> &
  Patterns<(typeof patternNames)[number]> & {
    /** *according to*, by first word. */
    readonly accordingTo: Phrases;
    /** Other words before a source: *in the words of*, *per*. */
    readonly voicedBy: Phrases;
    readonly pronouns: ReadonlyMap<string, PronounKind>;
    /** Adjectives of countries and regions, which name no body on their own. */
    readonly isNationality: (lower: string) => boolean;
    /** A noun without the ending of its plural. */
    readonly singular: (lower: string) => string;
  };

/** What a language gives for who speaks: lists separated by white space, phrases by bars. */
export interface SpeechMaterial {
  readonly sets: Readonly<Partial<Record<(typeof setNames)[number], string>>>;
  readonly patterns?: Readonly<Partial<Record<(typeof patternNames)[number], RegExp>>>;
  readonly accordingTo?: string;
  readonly voicedBy?: string;
  readonly pronouns?: ReadonlyMap<string, PronounKind>;
  readonly isNationality?: (lower: string) => boolean;
  readonly singular?: (lower: string) => string;
}

export const speechWords = (given: SpeechMaterial): SpeechWords => ({
  ...wordSets(setNames, given.sets),
  ...patterns(patternNames, given.patterns ?? {}),
  accordingTo: phrasesByFirst(splitPhrases(given.accordingTo ?? '')),
  voicedBy: phrasesByFirst(splitPhrases(given.voicedBy ?? '')),
  pronouns: given.pronouns ?? new Map(),
  isNationality: given.isNationality ?? (() => false),
  singular: given.singular ?? ((lower) => lower),
});
