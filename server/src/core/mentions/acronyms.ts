import type { Tokens } from '../article/article.js';

/** A name of several words and the acronym that the article introduces for it (*Karvel Peace Council (KPC)*). */
export interface Acronym {
  /** The words of the name, lower case. */
  readonly words: readonly string[];
  /** Lower case. */
  readonly short: string;
}

/** In words; set by hand. */
const longestName = 8;
/** Of names that begin with one word so many are known: each place of that word is compared with all of them. Chosen. */
const namesKept = 16;

/** The acronyms that an article introduces in brackets, by the first word of the name; they may skip `skips` (after Schwartz & Hearst 2003). */
export function acronymsOf({ count, word, lower }: Tokens, skips: ReadonlySet<string>): Map<string, Acronym[]> {
  const found = new Map<string, Acronym[]>();
  for (let i = 2; i + 1 < count; i++) {
    if (word[i - 1] !== '(' || word[i + 1] !== ')' || !/^\p{Lu}{2,6}$/u.test(word[i]!)) continue;
    const from = nameBefore(lower, i - 1, lower[i]!, skips);
    if (from < 0 || !/^\p{Lu}/u.test(word[from]!)) continue;
    const first = lower[from]!;
    const known = found.get(first) ?? [];
    if (known.length === namesKept) continue;
    found.set(first, [...known, { words: lower.slice(from, i - 1), short: lower[i]! }]);
  }
  return found;
}

/** The token from which the words before `end` have the letters of the acronym as initials, or -1. */
function nameBefore(lower: readonly string[], end: number, short: string, skips: ReadonlySet<string>): number {
  let letter = short.length - 1;
  for (let i = end - 1; i >= 0 && i >= end - longestName; i--) {
    const text = lower[i]!;
    if (text[0] === short[letter]) letter--;
    else if (!skips.has(text)) return -1;
    if (letter < 0) return i;
  }
  return -1;
}
