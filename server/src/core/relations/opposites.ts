import type { Language } from '../languages/language.js';
import { perLanguage } from '../languages/material.js';
import { type Term, termsOf } from '../mentions/terms.js';

/** On which side of which pair of opposites a term stands. */
interface Side {
  readonly pair: number;
  readonly right: boolean;
}

const sidesOf = perLanguage((language: Language): ReadonlyMap<number, readonly Side[]> => {
  const sides = new Map<number, Side[]>();
  for (const [pair, opposed] of language.claims.opposites.entries())
    for (const [right, words] of opposed.entries())
      for (const word of words) {
        const term = termsOf(language).termOf(word, false);
        if (term !== null) sides.set(term.hash, [...(sides.get(term.hash) ?? []), { pair, right: right === 1 }]);
      }
  return sides;
});

/** Words in their order, verbs of two words (*gave way*) as one. */
export function withPhrasalVerbs(words: readonly string[], language: Language): readonly string[] {
  const terms = termsOf(language);
  const found: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const next = words[i + 1]?.toLowerCase() ?? '';
    const isTwo = terms.phrasalOf(words[i]!.toLowerCase(), next) !== null;
    found.push(isTwo ? `${words[i]} ${words[++i]}` : words[i]!);
  }
  return found;
}

/** The term of a word, or of a verb of two. */
export function termOfWords(words: string, language: Language): Term | null {
  const terms = termsOf(language);
  const [word = '', next = ''] = words.toLowerCase().split(' ');
  return terms.termOf(terms.phrasalOf(word, next) ?? word, false);
}

/** The words of two sentences that say the opposite (*acquitted*, *convicted*), each of one sentence alone, or `null`. */
export function oppositesIn(
  one: readonly string[],
  other: readonly string[],
  language: Language,
): readonly [string, string] | null {
  const [a, b] = [foundIn(one, language), foundIn(other, language)];
  for (const [key, word] of a) {
    const opposed = b.get(-key);
    if (opposed !== undefined && !a.has(-key) && !b.has(key)) return [word, opposed];
  }
  return null;
}

/** The words of a sentence that have an opposite, by pair: above zero on its left, below on its right. */
function foundIn(words: readonly string[], language: Language): Map<number, string> {
  const found = new Map<number, string>();
  for (const word of words) {
    const term = language.claims.lookalikes.has(word.toLowerCase()) ? null : termOfWords(word, language);
    for (const { pair, right } of (term === null ? undefined : sidesOf(language).get(term.hash)) ?? [])
      found.set(right ? -1 - pair : pair + 1, word);
  }
  return found;
}
