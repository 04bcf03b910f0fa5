/**
 * The classes of tokens, as bits: each word of an article is looked up once, in the table of its language, and every stage
 * walks numbers from then on. A word may be in several classes.
 *
 * There are two columns of bits, since a number holds 32: who speaks, and who is harmed. Both are asked with one `is`
 * (`core/words.ts`), which tells the columns apart by the sign: a union (`harm.people | harm.verb`) stays within one.
 * The lists of the two differ for the same part of speech, because they were tuned against different errors.
 */

import { listed, numberOf } from './material.js';

/** Classes that decide who says something. The tagger's weights are learned from these bits: their places are fixed. */
export const speech = {
  determiner: 1 << 0,
  preposition: 1 << 1,
  /** Joins clauses or opens one: a noun phrase never runs across it. */
  subordinator: 1 << 2,
  auxiliary: 1 << 3,
  adverb: 1 << 4,
  pronoun: 1 << 5,
  relative: 1 << 6,
  time: 1 << 7,
  count: 1 << 8,
  /** A finite verb of saying, reporting, believing: its subject is a source. */
  reports: 1 << 9,
  /** The *-ing* form of such a verb. */
  reporting: 1 << 10,
  /** The past participle of such a verb. */
  reported: 1 << 11,
  /** Verbs of wish, praise or intent: PolNeAR's cues, but no statement of fact behind them. */
  attitude: 1 << 12,
  spokesperson: 1 << 13,
  /** *source*, *insider*: nothing but being a source. */
  bareSource: 1 << 14,
  person: 1 << 15,
  role: 1 << 16,
  /** Plurals of people: *officials*, *activists*. */
  people: 1 << 17,
  /** Offices that one person holds: *the president*. */
  office: 1 << 18,
  media: 1 << 19,
  report: 1 << 20,
  body: 1 << 21,
  bodies: 1 << 22,
  /** Collective singulars with nobody to ring up: *the opposition*. */
  collective: 1 << 23,
  /** Belligerents in the plural: *rebels*, *jihadists*. */
  fighters: 1 << 25,
  /** Verbs, not of saying, that end a subject noun phrase when they stand before it. */
  verb: 1 << 26,
  document: 1 << 27,
  /** Titles before a personal name: *Gen.*, *Mr.* */
  title: 1 << 28,
} as const;

/** Every bit of the first column. */
export const anySpeech = 0x7fffffff;

/** The sign, which says that a bit is of the second column. */
const second = 1 << 31;

/** What a word may be in a sentence about harm; *wounded* is a verb, a state and a noun for people. */
export const harm = {
  number: second | (1 << 0),
  verb: second | (1 << 1),
  state: second | (1 << 2),
  counted: second | (1 << 3),
  harmOf: second | (1 << 4),
  toll: second | (1 << 5),
  people: second | (1 << 6),
  thing: second | (1 << 7),
  unit: second | (1 << 8),
  auxiliary: second | (1 << 9),
  modal: second | (1 << 10),
  hedged: second | (1 << 11),
  preposition: second | (1 << 12),
  conjunction: second | (1 << 13),
  subordinator: second | (1 << 14),
  relative: second | (1 << 15),
  inclusion: second | (1 << 16),
  determiner: second | (1 << 17),
  pronoun: second | (1 << 18),
  reporting: second | (1 << 19),
  finite: second | (1 << 20),
  time: second | (1 << 21),
  mark: second | (1 << 22),
  label: second | (1 << 23),
  negation: second | (1 << 24),
  carrier: second | (1 << 25),
  losing: second | (1 << 26),
  claiming: second | (1 << 27),
  circumstantial: second | (1 << 28),
  poison: second | (1 << 29),
  /** First words of harm that several words say, and *hospital*. */
  phrasal: second | (1 << 30),
} as const;

/** Signs: of no language. */
const marks = '. , ; : ! ? ( ) [ ] " \' - – — … / | > <'.split(' ');

/** An adverb that is told by its ending has more letters than this (*only*, *fly* have not); set by hand. */
const shortestAdverb = 4;

/** Words of one class. */
export type ClassList = readonly [bits: number, words: readonly string[]];

/** The classes of all words of a language; what is not listed may be told by its form. */
export class TokenClasses {
  /** By the number of the word. */
  private readonly speech: number[] = [];
  private readonly harm: number[] = [];

  /** `adverbEnding`: of adverbs that are not listed (*-ly*); '' where none tells them. */
  constructor(
    lists: readonly ClassList[],
    private readonly adverbEnding: string,
  ) {
    for (const [bits, words] of [...lists, [harm.mark, marks] as const])
      for (const word of words) {
        const number = listed(word);
        while (this.speech.length <= number) {
          this.speech.push(0);
          this.harm.push(0);
        }
        const column = bits < 0 ? this.harm : this.speech;
        column[number] = column[number]! | (bits & anySpeech);
      }
  }

  /** Writes the classes of each token to both columns. `numbers`: those of the tokens. */
  classify(lower: readonly string[], numbers: Int32Array, speechColumn: Int32Array, harmColumn: Int32Array): void {
    for (let i = 0; i < lower.length; i++) {
      const word = lower[i]!;
      const number = numbers[i]!;
      const isKnown = number < this.speech.length;
      const said = isKnown ? this.speech[number]! : 0;
      const harmed = isKnown ? this.harm[number]! : 0;
      speechColumn[i] = said !== 0 ? said : this.speechOfUnlisted(word);
      harmColumn[i] = harmed !== 0 ? harmed : this.harmOfUnlisted(word);
    }
  }

  private speechOfUnlisted(word: string): number {
    const { adverbEnding } = this;
    return adverbEnding !== '' && word.length > shortestAdverb && word.endsWith(adverbEnding) ? speech.adverb : 0;
  }

  /** Digits and *twenty-five* are numbers without being listed. */
  private harmOfUnlisted(word: string): number {
    const first = word.charCodeAt(0);
    if (first >= 48 && first <= 57) return harm.number & anySpeech;
    const hyphen = word.indexOf('-');
    return hyphen > 2 && this.isNumber(word.slice(0, hyphen)) && this.isNumber(word.slice(hyphen + 1))
      ? harm.number & anySpeech
      : 0;
  }

  private isNumber(word: string): boolean {
    return ((this.harm[numberOf(word)] ?? 0) & harm.number) !== 0;
  }
}
