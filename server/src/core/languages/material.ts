import { hash } from '../hash.js';

/**
 * How a language writes its words down, and what the readers get: sets, and regular expressions. What a language does not
 * give is empty or matches nothing, so that a new one can begin with a dozen words.
 */

/** The words of a list that is separated by white space. */
export const split = (list: string): string[] => {
  const trimmed = list.trim();
  return trimmed === '' ? [] : trimmed.split(/\s+/);
};

/** The phrases of a list that is separated by bars and may run over several lines. */
export const splitPhrases = (list: string): string[] =>
  list
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

/** A number for each word of any list of any language, so that a token is looked up once and asked about often. */
const numbers = new Map<string, number>();
/** The number of a token that is in no list. */
const unlisted = 0;

/** The number of a word that is being listed. */
export function listed(word: string): number {
  const number = numbers.get(word) ?? numbers.size + 1;
  numbers.set(word, number);
  return number;
}

/**
 * The listed words by their hashes, where the first look at a word's place finds it or nothing, mostly: an engine's own map
 * hashes each word of a text anew, which takes longer than all the rest of the search.
 */
class Places {
  private readonly words = ['', ...numbers.keys()];
  private readonly forms = Int32Array.from(this.words, (word) => hash(word));
  /** The number of the word at each place, `unlisted` where none is; half are free at least. */
  private readonly taken = new Uint16Array(2 << Math.ceil(Math.log2(this.words.length)));

  constructor() {
    for (const [number, word] of this.words.entries())
      if (number !== unlisted) this.taken[this.placeOf(word, this.forms[number]!)] = number;
  }

  get size(): number {
    return this.words.length - 1;
  }

  numberOf(word: string, form: number): number {
    return this.taken[this.placeOf(word, form)]!;
  }

  /** Where a word is or would be. */
  private placeOf(word: string, form: number): number {
    const { taken, words, forms } = this;
    for (let place = form & (taken.length - 1); ; place = (place + 1) & (taken.length - 1)) {
      const number = taken[place]!;
      if (number === unlisted || (forms[number] === form && words[number] === word)) return place;
    }
  }
}

let places = new Places();

/** The number of a word; `form`: its hash. */
export function numberOf(word: string, form = hash(word)): number {
  if (places.size !== numbers.size) places = new Places();
  return places.numberOf(word, form);
}

/** Words in lower case that can be asked for by their numbers, too. */
export class WordSet extends Set<string> {
  /** A bit for each number: there are hundreds of sets, and all of them together should fit a processor's cache. */
  private readonly held: Int32Array;

  constructor(words: Iterable<string>) {
    const all = [...words];
    super(all);
    const numbers = all.map(listed);
    this.held = new Int32Array((Math.max(0, ...numbers) >> 5) + 1);
    for (const number of numbers) this.held[number >> 5]! |= 1 << (number & 31);
  }

  holds(number: number): boolean {
    const at = number >> 5;
    return at < this.held.length && (this.held[at]! & (1 << (number & 31))) !== 0;
  }
}

/** One set a name; lower case. */
export type WordSets<Name extends string> = Readonly<Record<Name, WordSet>>;

export function wordSets<Name extends string>(
  names: readonly Name[],
  lists: Readonly<Partial<Record<Name, string>>>,
): WordSets<Name> {
  const sets = {} as Record<Name, WordSet>;
  for (const name of names) sets[name] = new WordSet(split(lists[name] ?? ''));
  return sets;
}

/** One regular expression a name. */
export type Patterns<Name extends string> = Readonly<Record<Name, RegExp>>;

/** Matches no text. */
const nothing = /(?!)/;

export function patterns<Name extends string>(
  names: readonly Name[],
  given: Readonly<Partial<Record<Name, RegExp>>>,
): Patterns<Name> {
  const all = {} as Record<Name, RegExp>;
  for (const name of names) all[name] = given[name] ?? nothing;
  return all;
}

/** Remembers what a room makes of each language, such as the regular expressions that hold its months. */
export function perLanguage<Language extends object, Made>(
  make: (language: Language) => Made,
): (language: Language) => Made {
  const made = new WeakMap<Language, Made>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const fresh = make(language);
    made.set(language, fresh);
    return fresh;
  };
}

/** Phrases by their first word, so that a walk over a sentence looks each word up once. */
export interface Phrases {
  readonly firsts: WordSet;
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
}

export function phrasesByFirst(phrases: readonly string[]): Phrases {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const first = words[0]!;
    byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  return { firsts: new WordSet(byFirst.keys()), byFirst };
}
