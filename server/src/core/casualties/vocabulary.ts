import * as en from '../languages/en/casualties.js';
import type { Outcome } from './figure.js';

/** What a word may be in a sentence about harm: bits, because *wounded* is a verb, a state and a noun for people. */
export const Kind = {
  number: 1 << 0,
  verb: 1 << 1,
  state: 1 << 2,
  counted: 1 << 3,
  harmOf: 1 << 4,
  toll: 1 << 5,
  people: 1 << 6,
  thing: 1 << 7,
  unit: 1 << 8,
  auxiliary: 1 << 9,
  modal: 1 << 10,
  hedged: 1 << 11,
  preposition: 1 << 12,
  conjunction: 1 << 13,
  subordinator: 1 << 14,
  relative: 1 << 15,
  inclusion: 1 << 16,
  determiner: 1 << 17,
  pronoun: 1 << 18,
  reporting: 1 << 19,
  finite: 1 << 20,
  time: 1 << 21,
  mark: 1 << 22,
  label: 1 << 23,
  negation: 1 << 24,
  carrier: 1 << 25,
  losing: 1 << 26,
  claiming: 1 << 27,
  circumstantial: 1 << 28,
  poison: 1 << 29,
} as const;

/** Words that make a sentence worth a closer look, if it holds a number too. */
export const triggers =
  Kind.verb | Kind.state | Kind.counted | Kind.harmOf | Kind.toll | Kind.losing | Kind.claiming | Kind.circumstantial;

/** Forms of a verb: bits, because *killed* is past and participle. */
export const Form = { base: 1, past: 2, participle: 4, gerund: 8 } as const;

export interface HarmVerb {
  readonly outcome: Outcome;
  readonly forms: number;
  /** A weak verb harms people only where the noun says people. */
  readonly weak: boolean;
  /** The subject is harmed (*died*), not the object. */
  readonly dying: boolean;
}

const split = (list: string): string[] => list.trim().split(/\s+/);

const kinds = new Map<string, number>();
export const harmVerbs = new Map<string, HarmVerb>();
export const stateOutcomes = new Map<string, Outcome>();
export const countedOutcomes = new Map<string, Outcome>();
export const harmOfOutcomes = new Map<string, Outcome>();

const add = (words: readonly string[], kind: number): void => {
  for (const word of words) kinds.set(word, (kinds.get(word) ?? 0) | kind);
};

function addVerb(forms: readonly string[], outcome: Outcome, weak: boolean, dying: boolean): void {
  const bits = [Form.base, Form.base, Form.past, Form.participle, Form.gerund];
  forms.forEach((form, index) => {
    const known = harmVerbs.get(form)?.forms ?? 0;
    harmVerbs.set(form, { outcome, forms: known | (bits[index] as number), weak, dying });
  });
  add(forms, Kind.verb);
}

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

for (const strength of ['strong', 'weak'] as const)
  for (const [outcome, verbs] of Object.entries(en.harmVerbs[strength]) as [Outcome, string][])
    for (const verb of split(verbs)) addVerb(conjugate(verb), outcome, strength === 'weak', false);
const dying = split(en.dyingVerbs);
for (let i = 0; i < dying.length; i += 4)
  addVerb(
    [0, 1, 2, 2, 3].map((form) => dying[i + form] as string),
    dying[i] === 'disappear' ? 'missing' : 'killed',
    false,
    true,
  );

const byOutcome = (lists: Partial<Record<Outcome, string>>, into: Map<string, Outcome>, kind: number): void => {
  for (const [outcome, words] of Object.entries(lists) as [Outcome, string][]) {
    for (const word of split(words)) into.set(word, outcome);
    add(split(words), kind);
  }
};
byOutcome(en.states, stateOutcomes, Kind.state);
byOutcome(en.countedHarm, countedOutcomes, Kind.counted);
byOutcome(en.harmOf, harmOfOutcomes, Kind.harmOf);

const lists: readonly [string, number][] = [
  [en.tollNouns, Kind.toll],
  [en.tollCarriers, Kind.carrier],
  [en.people, Kind.people],
  [en.things, Kind.thing],
  [en.units, Kind.unit],
  [en.labels, Kind.label],
  [en.auxiliaries, Kind.auxiliary],
  [en.modals, Kind.modal],
  [en.hedgedPassives, Kind.hedged],
  [en.negations, Kind.negation],
  [en.prepositions, Kind.preposition],
  [en.conjunctions, Kind.conjunction],
  [en.subordinators, Kind.subordinator],
  [en.relatives, Kind.relative],
  [en.inclusions, Kind.inclusion],
  [en.determiners, Kind.determiner],
  [en.pronouns, Kind.pronoun],
  [en.reporting, Kind.reporting],
  [en.finite, Kind.finite],
  [en.times, Kind.time],
  [en.losingVerbs, Kind.losing],
  [en.claimingVerbs, Kind.claiming],
  [`${en.suffering} held treated`, Kind.circumstantial],
  [en.poisons, Kind.poison],
  ['. , ; : ! ? ( ) [ ] " \' - – — … / | > <', Kind.mark],
  [
    `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
     nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
     dozen dozens scores score tens several couple`,
    Kind.number,
  ],
];
for (const [words, kind] of lists) add(split(words), kind);
export const unrealised: ReadonlySet<string> = new Set(split(en.unrealised));
export const ailments: ReadonlySet<string> = new Set(split(en.ailments));
export const months: ReadonlySet<string> = new Set(split(en.months));
export const parents: ReadonlySet<string> = new Set(split(en.parents));
export const partitivePronouns: ReadonlySet<string> = new Set(split(en.partitivePronouns));

/** The bits of a word in lower case. Digits and *twenty-five* count as numbers without being listed. */
export function kindOf(lower: string): number {
  const known = kinds.get(lower);
  if (known !== undefined) return known;
  const first = lower.charCodeAt(0);
  if (first >= 48 && first <= 57) return Kind.number;
  const hyphen = lower.indexOf('-');
  return hyphen > 2 && isNumberWord(lower.slice(0, hyphen)) && isNumberWord(lower.slice(hyphen + 1)) ? Kind.number : 0;
}

const isNumberWord = (word: string): boolean => ((kinds.get(word) ?? 0) & Kind.number) !== 0;

/** The words of one sentence: token arrays of the article, and the kinds of tokens `from` up to, not including, `to`. */
export interface Words {
  readonly text: string;
  readonly lower: readonly string[];
  readonly word: readonly string[];
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Indexed like the tokens. */
  readonly kind: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** The kinds of token i; 0 outside the sentence. */
export const kindAt = (words: Words, i: number): number =>
  i >= words.from && i < words.to ? (words.kind[i] as number) : 0;

/** Whether token i has one of the kinds; false outside the sentence. */
export const is = (words: Words, i: number, kind: number): boolean => (kindAt(words, i) & kind) !== 0;

/** Token i in lower case; '' outside the sentence. */
export const lowerAt = (words: Words, i: number): string =>
  i >= words.from && i < words.to ? (words.lower[i] as string) : '';
