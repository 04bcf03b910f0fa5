import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { claimWords } from '../claimWords.js';
import { split } from '../material.js';
import { weekdayNames } from './calendar.js';
import * as en from './claimLists.js';
import { backgroundTable, documents } from './claimsBackground.js';
import * as pairs from './claimsWeights.js';
import { multipliers, numbers } from './numbers.js';
import { lookalikes, opposites } from './opposites.js';

export const claims = claimWords({
  sets: {
    stopWords: en.stopWords,
    nameParticles: en.nameParticles,
    acronymSkips: 'of for the and in on al de',
    articles: 'the',
    weekdays: weekdayNames.join(' '),
    titles: en.titles,
    negations: en.negations,
    denials: en.denials,
    contrary: en.contrary,
    lookalikes,
    truths: 'truth true',
    truthOf: 'to in that',
    anything: 'any anybody anyone anything',
    subjects: 'the it he she they its his her their',
    additions: 'only just merely simply solely',
    hedges: en.hedges,
    others: 'other others',
    and: 'and',
    percent: 'percent percentage cent pc',
    clock: "a.m p.m am pm o'clock gmt utc",
  },
  // the Porter stemmer (Porter 1980)
  stem: (word) => stemmer.stem(word),
  plainForms: new Map(
    [...en.irregularVerbs, ...en.irregularNouns].flatMap((forms) =>
      forms.map((form) => [form, forms[0] ?? form] as const),
    ),
  ),
  pastForms: new Set(en.irregularVerbs.flatMap((forms) => forms.slice(1))),
  act: /(?:ed|ing)$/,
  demonym: /(?<=[^aeiou][ie])(?:an|a)$|(?<=c)an?$/,
  numberSuffix: /(?:st|nd|rd|th|s|m|bn|k)$/,
  numbers: new Map([...numbers.ones, ...numbers.tens]),
  multipliers,
  families: en.families,
  aliases: en.aliases,
  phrasalVerbs: en.phrasalVerbs,
  phraseAliases: en.phraseAliases,
  acts: en.acts,
  denialsOfTwo: new Map(split('stop stops stopped stopping').map((word) => [word, 'short'])),
  withheld: new Map(en.withheld.flatMap(([between, words]) => split(words).map((word) => [word, between] as const))),
  deniedReports: en.deniedReports,
  partOf: en.partOf,
  ofWhole: en.ofWhole,
  ofPart: en.ofPart,
  moneyScales: new Map([
    ['k', 1_000],
    ['m', 1_000_000],
    ['bn', 1_000_000_000],
  ]),
  opposites,
  qualifiers: en.qualifiers,
  background: { documents, table: backgroundTable, salt: 0 },
  pairs,
});
