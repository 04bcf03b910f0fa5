import { DIGIT, kindOf, LETTER } from '../article/characters.js';
import { english } from './en/index.js';
import type { Language } from './language.js';

/** The languages that are read. A new one is a folder beside `en`, and a line here. */
export const languages: readonly Language[] = [english];

/** The language with a code. */
export function languageOf(code: string, among: readonly Language[] = languages): Language {
  const found = among.find((language) => language.code === code);
  if (found === undefined) throw new Error(`No language has the code ${code}.`);
  return found;
}

/** A text shows its language in so many characters. */
const enough = 4000;

/**
 * The language of `among` that most of the text's words are function words of, the first where none is ahead. Whether the
 * text is in it at all is for the gate (`article/gate.ts`) to say.
 */
export function chooseLanguage(text: string, among: readonly Language[]): Language {
  const [first, ...others] = among;
  if (first === undefined) throw new Error('Nothing can be read without a language.');
  if (others.length === 0) return first;
  const words = wordsIn(text.slice(0, enough).toLowerCase());
  const counted = among.map((language) => ({
    language,
    count: words.filter((word) => language.article.sets.functionWords.has(word)).length,
  }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).language;
}

function wordsIn(text: string): string[] {
  const words: string[] = [];
  let from = -1;
  for (let at = 0; at <= text.length; at++) {
    const kind = at < text.length ? kindOf(text.charCodeAt(at)) : 0;
    if (kind === LETTER || kind === DIGIT) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      words.push(text.slice(from, at));
      from = -1;
    }
  }
  return words;
}
