import type { Outcome } from '../../casualties/figure.js';
import { type Effect, Form, type HarmVerb, harmWords } from '../harmWords.js';
import { phrasesByFirst, split, splitPhrases } from '../material.js';
import { type ClassList, harm } from '../tokenClasses.js';
import { months, shortMonthNames, weekdayNames } from './calendar.js';
import { readDay } from './days.js';
import * as en from './harmLists.js';
import * as sources from './harmSources.js';
import { alternatives, fractions, modifiers, trailingModifiers } from './modifiers.js';
import { halfScales, hyphenatedNumbers, numbers } from './numbers.js';
import * as unasserted from './unasserted.js';

/** base, -s, past, participle, gerund of a verb with regular endings; `kidnap(p)` doubles its consonant. */
function conjugate(verb: string): string[] {
  const irregular = en.irregularVerbs[verb];
  if (irregular !== undefined) return split(irregular);
  const base = verb.replace(/\(.\)$/, '');
  const stem = verb.replace(/[()]/g, '').replace(/e$/, '');
  if (base.endsWith('fy'))
    return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base.slice(0, -1)}ied`, `${base}ing`];
  const third = /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`;
  return [base, third, `${stem}ed`, `${stem}ed`, `${stem}ing`];
}

const bits = [Form.base, Form.base, Form.past, Form.participle, Form.gerund];

function harmVerbs(): Map<string, HarmVerb> {
  const verbs = new Map<string, HarmVerb>();
  const add = (forms: readonly string[], outcome: Outcome, weak: boolean, dying: boolean, either = false): void =>
    forms.forEach((form, index) => {
      const known = verbs.get(form)?.forms ?? 0;
      verbs.set(form, { outcome, forms: known | (bits[index] as number), weak, dying, either });
    });
  for (const strength of ['strong', 'weak'] as const)
    for (const [outcome, list] of Object.entries(en.harmVerbs[strength]) as [Outcome, string][])
      for (const verb of split(list)) add(conjugate(verb), outcome, strength === 'weak', false);
  const dying = split(en.dyingVerbs);
  for (let i = 0; i < dying.length; i += 4)
    add(
      [0, 1, 2, 2, 3].map((form) => dying[i + form] as string),
      /^(?:disappear|vanish)$/.test(dying[i]!) ? 'missing' : 'killed',
      false,
      true,
    );
  for (const verb of split(en.eitherVerbs)) add(conjugate(verb), 'killed', true, false, true);
  return verbs;
}

const verbs = harmVerbs();

const byOutcome = (lists: Partial<Record<Outcome, string>>): Map<string, Outcome> =>
  new Map(
    (Object.entries(lists) as [Outcome, string][]).flatMap(([outcome, words]) =>
      split(words).map((word) => [word, outcome] as const),
    ),
  );
const states = byOutcome(en.states);
const counted = byOutcome(en.countedHarm);
const harmOf = byOutcome(en.harmOf);

/** First words of what several words say. */
const phraseStarts = [
  ...unasserted.harmPhrases.map(([phrase]) => phrase.split(' ')[0]),
  ...Object.keys(unasserted.harmWithAilment),
].join(' ');

/** The words of each class. */
export const harmClasses: readonly ClassList[] = [
  [harm.verb, [...verbs.keys()]],
  [harm.state, [...states.keys()]],
  [harm.counted, [...counted.keys()]],
  [harm.harmOf, [...harmOf.keys()]],
  [harm.toll, split(en.tollNouns)],
  [harm.carrier, split(en.tollCarriers)],
  [harm.people, split(en.people)],
  [harm.thing, split(en.things)],
  [harm.unit, split(en.units)],
  [harm.label, split(en.labels)],
  [harm.auxiliary, split(en.auxiliaries)],
  [harm.modal, split(en.modals)],
  [harm.hedged, split(en.hedgedPassives)],
  [harm.negation, split(en.negations)],
  [harm.preposition, split(en.prepositions)],
  [harm.conjunction, split(en.conjunctions)],
  [harm.subordinator, split(en.subordinators)],
  [harm.relative, split(en.relatives)],
  [harm.inclusion, split(en.inclusions)],
  [harm.determiner, split(en.determiners)],
  [harm.pronoun, split(en.pronouns)],
  [harm.reporting, split(en.reporting)],
  [harm.finite, split(en.finite)],
  [harm.time, split(en.times)],
  [harm.losing, split(en.losingVerbs)],
  [harm.claiming, split(en.claimingVerbs)],
  [harm.circumstantial, split(`${en.suffering} held treated`)],
  [harm.phrasal, split(`${phraseStarts} ${unasserted.unassertedSets.hospitals}`)],
  [harm.poison, split(en.poisons)],
  [harm.number, [...split(en.numbers), ...hyphenatedNumbers]],
];

export const harms = harmWords({
  sets: {
    ...unasserted.unassertedSets,
    the: 'the',
    a: 'a',
    indefiniteArticles: 'a an',
    of: 'of',
    in: 'in',
    on: 'on',
    to: 'to',
    by: 'by',
    as: 'as',
    and: 'and',
    or: 'or',
    with: 'with',
    that: 'that',
    than: 'than',
    but: 'but',
    contrasts: `only just but not however instead rather contrary ${unasserted.unassertedSets.dismissing}
      ${unasserted.unassertedSets.denying}`,
    also: 'also',
    since: 'since',
    from: 'from',
    between: 'between',
    relativePronouns: 'who which that',
    speechless: sources.speechless,
    possessiveEnding: "'s '",
    we: 'we our',
    whom: 'whom',
    knowing: 'know understand',
    for: 'for',
    partitivePronouns: 'them whom those us',
    groupPronouns: 'them whom',
    have: 'have has had having',
    unrealModals: 'would could',
    bePassive: 'was were been being are',
    being: 'being',
    ongoing: 'being still',
    held: 'held',
    heldAs: 'hostage captive prisoner',
    treated: 'treated',
    treatedAt: 'in at for',
    ailments: en.ailments,
    affected: 'affect affects affected affecting',
    bodies: 'body bodies',
    ofInstitutions: en.ofInstitutions,
    kin: en.kin,
    dead: 'dead',
    death: 'death',
    deaths: 'death deaths',
    lives: 'lives',
    livesOrLife: 'lives life',
    lost: 'lost',
    takes: 'take takes took taken taking',
    doubt: 'may might could feared presumed',
    singularVerbs: 'was has is',
    several: 'several few',
    half: 'half',
    quarter: 'quarter',
    halves: 'and-a-half',
    couple: 'couple',
    repeats: 'and upon',
    all: 'all everyone everybody',
    except: 'but except bar save',
    exceptFor: 'for',
    out: 'out',
    unknownParts: 'most many some few none majority minority number neither either any lot lots',
    changing: en.changing,
    ranging: 'range ranges ranged ranging vary varies varied varying between',
    oldCount: 'earlier previous initial original last first official count toll total figure number tally of just only',
    going: 'go goes went gone going',
    ageWords: 'aged ages age',
    scaleWords: `${[...numbers.scales.keys()].join(' ')} couple few ${halfScales.join(' ')}`,
    more: 'more',
    moreOrOther: 'more other others',
    tailOfNumber: 'more other additional further',
    another: 'another further additional',
    anotherOrOthers: 'another other others',
    other: 'other',
    others: 'others',
    one: 'one',
    countedYears: 'least than over some about around nearly almost killed killing wounded injured',
    parents: en.parents,
    groupNouns: 'family group crew team party total',
    number: 'number',
    count: 'count',
    numberOrCount: 'number count',
    countOf: 'death body casualty',
    casualty: 'casualty',
    injury: 'injury',
    victims: 'victims',
    lossOf: 'loss remains',
    includes: 'include includes included',
    among: 'among amongst',
    amongThose: 'the those',
    along: 'along together',
    well: 'well',
    addition: 'addition',
    adjunctPrepositions: 'in from by against for between to on at with near over into',
    leaving: 'left leaving leaves leave saw seen with',
    asideOpeners: 'most many some all',
    days: `today yesterday tonight ${weekdayNames.join(' ')}`,
    dayModifiers: 'last early late this',
    monthsInCapitals: `march may ${shortMonthNames.filter((name) => name.length <= 3).join(' ')}`,
    beforeYear: 'in of during',
    cumulative: en.cumulativeWords,
    wars: en.wars,
    beginnings: en.beginnings,
    placeNouns: en.placeNouns,
    placePrepositions: en.placePrepositions,
    speechVerbs: sources.speechVerbs,
    tollVerbs: sources.tollVerbs,
    citing: 'citing quoting',
    reports: 'reports',
    statements: 'statement report',
    unnamedSpeakers: sources.unnamedSpeakers,
    titles: sources.titles,
    describingSpeakers: sources.describingSpeakers,
    anonymousHeads: sources.anonymousHeads,
    sourceHeads: sources.sourceHeads,
    recordSpeakers: sources.speakers,
    floatingAdverbs: 'however meanwhile too',
    joinsNouns: 'of for at',
    placing: 'in at from with within inside to of',
    close: 'close',
    endsHead: 'of in at for from with close on to who near',
    state: 'state',
    opposition: 'opposition',
    genericBodies: 'the army armed forces military ministry defence defense government spokesman said',
  },
  phraseSets: {
    independentBodies: splitPhrases(sources.independentBodies),
    authorities: splitPhrases(sources.authorities),
    localAuthorities: splitPhrases(sources.localAuthorities),
    fighters: [...splitPhrases(sources.fighters), ...splitPhrases(sources.armedGroups)],
    parties: splitPhrases(sources.parties),
    companies: splitPhrases(sources.companies),
    workplaces: splitPhrases(sources.workplaces),
    media: [...splitPhrases(sources.outlets), ...splitPhrases(sources.mediaWords)],
    governments: splitPhrases(sources.governments),
    warWords: split(sources.warWords),
  },
  patterns: {
    adverb: /^[a-z]{3,}ly$/,
    participle: /(?:ed|ing)$/,
    plural: /s$/,
    plainPlural: /^[a-z]{3,}s$/,
    pluralPeople: /(?:s|men|people|children)$/,
    name: /^(?:\p{Lu}|al-)/u,
    placeName: /^(?:\p{Lu}|al-|el-)/u,
    dayOfMonth: /^\d{1,2}(?:st|nd|rd|th)?$/,
    accordingInCapital: /^According$/,
    ownerBefore: /(?:state|official|state-run)\s+$/i,
    claimsLives: /^\s+(?:the |at |least |more |than |nearly |about |\S*\d\S* |[a-z]+ ){0,4}(?:lives|life|victims)\b/i,
    leadingArticle: /^the\s+/i,
    possessive: /[’']s?\b/g,
    ownBehind: /^\s+of (?:its|his|their|our) /,
    ownVictims: /^(?:its|his|their|our)\b/i,
  },
  verbs,
  states,
  counted,
  harmOf,
  numbers,
  modifiers: modifiers.map(([phrase, effect, only = null]) => ({ words: phrase.split(' '), effect, only })),
  trailingModifiers: trailingModifiers.map(([phrase, effect]) => ({ words: phrase.split(' '), effect, only: null })),
  numberTails: new Map<string, Effect>([
    ['plus', 'floor'],
    ['odd', 'approx'],
    ['some', 'approx'],
  ]),
  fractions,
  alternatives: phrasesByFirst(alternatives),
  months: new Map(months.flatMap((names, i) => names.map((name) => [name.toLowerCase(), i + 1] as const))),
  harmPhrases: phrasesByFirst(unasserted.harmPhrases.map(([phrase]) => phrase)),
  harmOfPhrase: new Map(
    unasserted.harmPhrases.map(([phrase, outcome, kind]) => [
      phrase,
      { outcome, weak: kind === 'weak', dying: kind === 'dying' },
    ]),
  ),
  harmWithAilment: new Map<string, Outcome>(Object.entries(unasserted.harmWithAilment)),
  lostPhrases: phrasesByFirst(unasserted.lostPhrases),
  conditionPhrases: phrasesByFirst(unasserted.conditionPhrases),
  denialPhrases: phrasesByFirst(unasserted.denialPhrases),
  untruthPhrases: phrasesByFirst(unasserted.untruthPhrases),
  accordingTo: phrasesByFirst(['according to']),
  retractions: phrasesByFirst(unasserted.retractions),
  timesAfter: phrasesByFirst(en.timesAfter),
  cumulativePhrases: phrasesByFirst(en.cumulativePhrases),
  historicalPhrases: phrasesByFirst(en.historicalPhrases),
  signsOfFighting: new Map(
    sources.signsOfFighting.flatMap((list, sign) => split(list).map((word) => [word, sign] as const)),
  ),
  stateOutlets: new Map(sources.stateOutlets),
  kindsOfPeople: Object.entries(sources.victimClasses).map(([name, list]) => [name, new Set(split(list))] as const),
  readDay,
});
