import { hash } from '../hash.js';
import type { Language } from '../languages/language.js';
import { perLanguage } from '../languages/material.js';
import { isFamiliar } from './background.js';

/** What kind of word a term is: bits. */
export const NAME = 1;
export const NUMBER = 2;
export const QUOTED = 4;
/** In the source or cue of an attribution: who speaks, not what is said. */
export const SPEAKER = 8;
/** Shortly after a word of negation (*not*, *nobody*). */
export const NEGATED = 16;
/** Shortly after a word of denial (*denied that …*). */
export const DENIED = 32;

/** A verb by its form (*deserted*, *using*, *fled*). */
export const ACT = 64;

/** Words that one language remembers at most: more than a folder of news has, and a bound for hostile text. Set by hand. */
const wordsKept = 50_000;

/** Makes something of a word once: news repeats its words. */
function remembered<T>(make: (word: string) => T): (word: string) => T {
  const made = new Map<string, T>();
  return (word) => {
    let found = made.get(word);
    if (found === undefined) {
      if (made.size >= wordsKept) made.clear();
      found = make(word);
      made.set(word, found);
    }
    return found;
  };
}

/** What a word stands for when claims are compared. */
export interface Term {
  readonly hash: number;
  /** A number, or NaN. */
  readonly value: number;
  /** Whether the word is a verb by its form; so are some adjectives. */
  readonly act: boolean;
}

/** A word in lower case, with all that is asked of it wherever it stands. What not every word needs is made when asked for. */
class Word {
  /** Of a word with hyphens. */
  readonly parts: readonly string[] | null;
  /** The number that it writes (*2,500*, *four*), or NaN. */
  readonly number: number;
  /** Whether it turns what is said into its contrary: it is a negation, a denial or the like. */
  readonly turns: boolean;
  private plain: Term | null | undefined;
  private capital: Term | null | undefined;
  private particles: ReadonlyMap<string, string> | null | undefined;

  constructor(
    readonly lower: string,
    readonly hash: number,
    private readonly terms: Terms,
  ) {
    this.parts = lower.includes('-') ? lower.split('-') : null;
    this.number = terms.numberOf(lower);
    this.turns = terms.turns(lower);
  }

  /** Its term (`capital`: written with one), or `null` for a word that says nothing by itself. */
  term(capital: boolean): Term | null {
    if (capital) {
      if (this.capital === undefined) this.capital = this.terms.make(this.lower, true);
      return this.capital;
    }
    if (this.plain === undefined) this.plain = this.terms.make(this.lower, false);
    return this.plain;
  }

  /** The one word that says the same as this one and the next (*took control*: *capture*), or `null`. */
  phrasal(next: string): string | null {
    if (this.particles === undefined) this.particles = this.terms.particlesOf(this.lower);
    return this.particles === null || next === '' ? null : (this.particles.get(this.terms.stemOf(next)) ?? null);
  }
}

/** In letters. Longer tokens are no words (digits, accents, hashes), and stemmers take time that grows with the square. */
const longestWord = 64;

/** The terms of one language: what its words stand for, whatever article they are in. */
class Terms {
  /** By their hashes, which articles know already. */
  private readonly words = new Map<number, Word>();
  private readonly stem: (word: string) => string;
  /** The word that stands for a family or for all spellings of a name: by stem, and by word. */
  private readonly canonical = new Map<string, string>();
  private readonly named = new Map<string, string>();
  private readonly phrases = new Map<string, Map<string, string>>();
  private readonly salt: number;

  constructor(private readonly language: Language) {
    const { families, aliases, phrasalVerbs, stem, background } = language.claims;
    this.salt = background.salt;
    this.stem = remembered((word) => (word.length > longestWord ? word : stem(word)));
    for (const family of families)
      for (const word of family)
        if (!this.canonical.has(this.stem(word))) this.canonical.set(this.stem(word), family[0]!);
    for (const alias of aliases) for (const word of alias) this.named.set(word, alias[0]!);
    for (const [phrase, word] of phrasalVerbs) {
      const [verb = '', particle = ''] = phrase.split(' ').map((part) => this.stemOf(part));
      this.phrases.set(verb, (this.phrases.get(verb) ?? new Map<string, string>()).set(particle, word));
    }
  }

  /** What is known of a word in lower case; `form`: its hash. */
  wordOf(lower: string, form = hash(lower)): Word {
    let word = this.words.get(form);
    if (word?.lower !== lower) {
      if (this.words.size >= wordsKept) this.words.clear();
      word = new Word(lower, form, this);
      this.words.set(form, word);
    }
    return word;
  }

  /** The term of a word in lower case (`capital`: written with one), or `null` for a word that says nothing by itself. */
  termOf(lower: string, capital: boolean): Term | null {
    return this.wordOf(lower).term(capital);
  }

  turns(lower: string): boolean {
    const { negations, denials, denialsOfTwo, contrary, withheld, truths, anything } = this.language.claims;
    return [negations, denials, denialsOfTwo, contrary, withheld, truths, anything].some((words) => words.has(lower));
  }

  /** The one word that says the same as a verb of two words (*took control*: *capture*), or `null`. Lower case. */
  phrasalOf(verb: string, next: string): string | null {
    return this.wordOf(verb).phrasal(next);
  }

  /** The number that a token writes (*2,500*, *12th*, *four*), or NaN. */
  numberOf(lower: string): number {
    const { numbers, numberSuffix } = this.language.claims;
    const first = lower.charCodeAt(0);
    if (first >= 48 && first <= 57) {
      const digits = lower.replace(numberSuffix, '');
      return /^\d+(?:,\d{3})*(?:\.\d+)?$/.test(digits) ? Number(digits.replace(/,/g, '')) : Number.NaN;
    }
    const small = numbers.get(lower);
    return small !== undefined && small > 1 ? small : Number.NaN;
  }

  stemOf(word: string): string {
    return this.stem(this.language.claims.plainForms.get(word) ?? word);
  }

  particlesOf(lower: string): ReadonlyMap<string, string> | null {
    return this.phrases.get(this.stemOf(lower)) ?? null;
  }

  make(lower: string, capital: boolean): Term | null {
    const { stopWords, nameParticles, demonym, pastForms, act } = this.language.claims;
    if (!/[\p{L}\p{N}]/u.test(lower)) return null;
    const value = this.numberOf(lower);
    if (!Number.isNaN(value)) return { hash: hash(`#${value}`), value, act: false };
    const alias = this.named.get(lower.replace(/\.$/, ''));
    if (alias !== undefined && (capital || !stopWords.has(lower))) {
      if (capital || lower.length > 3) return { hash: hash(alias) ^ this.salt, value: Number.NaN, act: false };
    }
    if (stopWords.has(lower) || nameParticles.has(lower)) return null;
    const base = this.stemOf(lower.replace(/[^\p{L}\p{N}]/gu, ''));
    if (base.length < 2) return null;
    const country = capital ? base.replace(demonym, '') : base;
    // a word that news writes in lower case too is no name: headlines set it with a capital
    const spelling = capital && !isFamiliar(hash(country) ^ this.salt) ? spellingOf(country) : country;
    return {
      hash: hash(this.canonical.get(base) ?? spelling) ^ this.salt,
      value: Number.NaN,
      act: pastForms.has(lower) || act.test(lower),
    };
  }
}

/** The terms of a language; made once. */
export const termsOf: (language: Language) => Terms = perLanguage((language: Language) => new Terms(language));

/** Whether a token in lower case holds no letter and no digit. */
export function isSign(text: string): boolean {
  const first = text.charCodeAt(0);
  return first < 48 || (first > 57 && first < 97) || (first > 122 && !/[\p{L}\p{N}]/u.test(text));
}

/** Long transliterated names lose the letters on which spellings disagree (*Hussein*, *Hossain*). */
function spellingOf(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/g/g, 'j').replace(/q/g, 'k');
  const skeleton = letters.replace(/[aeiouwyh]/g, '').replace(/(.)\1+/g, '$1');
  return skeleton.length >= 4 ? `~${letters[0]}${skeleton}` : name;
}
