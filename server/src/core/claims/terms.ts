import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import {
  aliases,
  families,
  irregularNouns,
  irregularVerbs,
  multipliers,
  nameParticles,
  numberWords,
  phrasalVerbs,
  stopWords,
} from '../languages/en/claims.js';
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

/** 32-bit FNV-1a hash of a string: terms are kept and compared as numbers. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** Mixes an ordered pair of hashes into one. */
export const join = (a: number, b: number): number => Math.imul(Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) + b, 0x297a2d39);

/** Words remembered by each who remembers them. */
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

/** The Porter stem (Porter 1980). */
const stem = remembered((word) => stemmer.stem(word));

const plainForms = new Map<string, string>();
for (const forms of [...irregularVerbs, ...irregularNouns])
  for (const form of forms) plainForms.set(form, forms[0] as string);
const pastForms = new Set(irregularVerbs.flatMap((forms) => forms.slice(1)));

function plainStem(word: string): string {
  return stem(plainForms.get(word) ?? word);
}

const canonical = new Map<string, string>();
for (const family of families) {
  for (const word of family) if (!canonical.has(stem(word))) canonical.set(stem(word), family[0] as string);
}
const named = new Map<string, string>();
for (const alias of aliases) for (const word of alias) named.set(word, alias[0] as string);

/** What a word stands for when claims are compared. */
export interface Term {
  readonly hash: number;
  /** A number, or NaN. */
  readonly value: number;
  /** Whether the word is a verb by its form; so are some adjectives. */
  readonly act: boolean;
}

const phrases = new Map<string, Map<string, string>>();
for (const [phrase, word] of phrasalVerbs) {
  const [verb, particle] = phrase.split(' ').map(plainStem) as [string, string];
  phrases.set(verb, (phrases.get(verb) ?? new Map<string, string>()).set(particle, word));
}

/** A word in lower case, with all that is asked of it wherever it stands. What not every word needs is made when asked for. */
class Word {
  readonly hash: number;
  /** Whether it holds no letter and no digit. */
  readonly sign: boolean;
  /** Of a word with hyphens. */
  readonly parts: readonly string[] | null;
  private plain: Term | null | undefined;
  private capital: Term | null | undefined;
  private particles: ReadonlyMap<string, string> | null | undefined;

  constructor(private readonly lower: string) {
    this.hash = hash(lower);
    this.sign = isSign(lower);
    this.parts = lower.includes('-') ? lower.split('-') : null;
  }

  /** Its term (`capital`: written with one), or `null` for a word that says nothing by itself. */
  term(capital: boolean): Term | null {
    if (capital) {
      if (this.capital === undefined) this.capital = makeTerm(this.lower, true);
      return this.capital;
    }
    if (this.plain === undefined) this.plain = makeTerm(this.lower, false);
    return this.plain;
  }

  /** The one word that says the same as this one and the next (*took control*: *capture*), or `null`. */
  phrasal(next: string): string | null {
    if (this.particles === undefined) this.particles = phrases.get(plainStem(this.lower)) ?? null;
    return this.particles === null || next === '' ? null : (this.particles.get(plainStem(next)) ?? null);
  }
}

/** What is known of a word in lower case. */
export const wordOf = remembered((lower) => new Word(lower));

/** The term of a word in lower case (`capital`: written with one), or `null` for a word that says nothing by itself. */
export const termOf = (lower: string, capital: boolean): Term | null => wordOf(lower).term(capital);

/** The one word that says the same as a verb of two words (*took control*: *capture*), or `null`. Lower case. */
export const phrasalOf = (verb: string, next: string): string | null => wordOf(verb).phrasal(next);

function isSign(text: string): boolean {
  const first = text.charCodeAt(0);
  return first < 48 || (first > 57 && first < 97) || (first > 122 && !/[\p{L}\p{N}]/u.test(text));
}

function makeTerm(lower: string, capital: boolean): Term | null {
  if (!/[\p{L}\p{N}]/u.test(lower)) return null;
  const value = numberOf(lower);
  if (!Number.isNaN(value)) {
    return { hash: hash(`#${value}`), value, act: false };
  }
  const alias = named.get(lower.replace(/\.$/, ''));
  if (alias !== undefined && (capital || !stopWords.has(lower))) {
    if (capital || lower.length > 3) return { hash: hash(alias), value: Number.NaN, act: false };
  }
  if (stopWords.has(lower) || nameParticles.has(lower)) return null;
  const letters = lower.replace(/[^\p{L}\p{N}]/gu, '');
  const base = plainStem(letters);
  if (base.length < 2) return null;
  const demonym = capital ? base.replace(/(?<=[^aeiou][ie])(?:an|a)$|(?<=c)an?$/, '') : base;
  // a word that news writes in lower case too is no name: headlines set it with a capital
  const spelling = capital && !isFamiliar(hash(demonym)) ? spellingOf(demonym) : demonym;
  return {
    hash: hash(canonical.get(base) ?? spelling),
    value: Number.NaN,
    act: pastForms.has(lower) || /(?:ed|ing)$/.test(lower),
  };
}

/** Long transliterated names lose the letters on which spellings disagree (*Hussein*, *Hossain*). */
function spellingOf(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/g/g, 'j').replace(/q/g, 'k');
  const skeleton = letters.replace(/[aeiouwyh]/g, '').replace(/(.)\1+/g, '$1');
  return skeleton.length >= 4 ? `~${letters[0]}${skeleton}` : name;
}

/** The number that a token writes (*2,500*, *12th*, *four*), or NaN. */
export function numberOf(lower: string): number {
  const first = lower.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const digits = /^(\d+(?:,\d{3})*(?:\.\d+)?)(?:st|nd|rd|th|s|m|bn|k)?$/.exec(lower)?.[1];
    return digits === undefined ? Number.NaN : Number(digits.replace(/,/g, ''));
  }
  const small = numberWords.get(lower);
  return small !== undefined && small > 1 ? small : Number.NaN;
}

export const multiplierOf = (lower: string): number => multipliers.get(lower) ?? 1;
