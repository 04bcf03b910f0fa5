import type { Sentence } from '../article/article.js';
import { word } from '../languages/en/attribution.js';
import { isCapital } from './phrase.js';
import type { Spotted } from './spotting.js';
import { is, type TokenRange, type Words } from './words.js';

/**
 * Sources without a verb: a headline that ends in *– Reports* or *: monitor*, the noun in *after reports that …*, and
 * *by one report*. The cue is the dash, the colon, *that* or *by*.
 */
export function spotNominal(words: Words): Spotted[] {
  return words.article.sentences.flatMap((sentence) => {
    const found: Spotted[] = [];
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const spotted = creditAt(words, i, sentence) ?? unsignedAt(words, i, sentence) ?? reportAt(words, i, sentence);
      if (spotted !== null) found.push(spotted);
    }
    return found;
  });
}

const dashes = new Set(['-', '–', '—']);
const credits = word.bareSource | word.report | word.media | word.people | word.body | word.role | word.spokesperson;
const longestCredit = 4;

/** *Two Dead in Mill Fire – Reports*: a dash, spaced on both sides, and a source word that ends the headline. */
function creditAt(words: Words, i: number, sentence: Sentence): Spotted | null {
  const sign = words.lower[i] as string;
  if (!dashes.has(sign) && !(sign === ':' && sentence.place === 'headline')) return null;
  const { start, end } = words.article.tokens;
  if (i === sentence.firstToken || i + 1 >= sentence.endToken) return null;
  const spaced = (start[i] as number) > (end[i - 1] as number) && (start[i + 1] as number) > (end[i] as number);
  if (!spaced && words.lower[i] !== ':') return null;
  let to = i + 1;
  while (to < sentence.endToken && to - i <= longestCredit && isCapital(words, to) && !is(words, to - 1, credits)) to++;
  if (to === i + 1 && words.lower[i] === ':')
    while (to < sentence.endToken && to - i <= longestCredit && !is(words, to - 1, credits)) to++;
  if (to === i + 1 || !is(words, to - 1, credits)) return null;
  const ends = to === sentence.endToken || (words.lower[i] !== ':' && isCapital(words, to));
  if (!ends) return null;
  return { source: { from: i + 1, to }, cue: { from: i, to: i + 1 }, content: [{ from: sentence.firstToken, to: i }] };
}

/** *In an anonymously sourced report, the Courier claimed …*: the outlet relays whoever that was. */
function unsignedAt(words: Words, i: number, sentence: Sentence): Spotted | null {
  const joined = words.lower[i] === 'anonymously-sourced';
  if (!joined && !(words.lower[i] === 'anonymously' && words.lower[i + 1] === 'sourced')) return null;
  const noun = i + (joined ? 1 : 2);
  const from = is(words, i - 1, word.determiner) ? i - 1 : i;
  return { source: { from, to: noun + 1 }, cue: { from: i, to: noun }, content: rest(noun + 1, sentence) };
}

const refused =
  /^(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|call(?:s|ed|ing)?|false|read|confirm(?:s|ed|ing)?)$/;

/** *after unconfirmed reports that …*, *by one report*: reports that nobody signs. */
function reportAt(words: Words, i: number, sentence: Sentence): Spotted | null {
  if (words.lower[i] === 'reports' && words.lower[i + 1] === 'that') {
    const from = phraseStart(words, i, sentence);
    if (refused.test(words.lower[from - 1] ?? '') || is(words, from, word.pronoun | word.body)) return null;
    if (words.lower[from - 1] === "'s" || /^(?:his|her|its|their|the)$/.test(words.lower[from] as string)) return null;
    return { source: { from, to: i + 1 }, cue: { from: i + 1, to: i + 2 }, content: rest(i + 1, sentence) };
  }
  if (words.lower[i - 2] !== 'by' || !/^(?:reports?|accounts?)$/.test(words.lower[i] as string)) return null;
  if (/^(?:one|some|all|most|several)$/.test(words.lower[i - 1] as string))
    return { source: { from: i - 1, to: i + 1 }, cue: { from: i - 2, to: i - 1 }, content: rest(i + 1, sentence) };
  return null;
}

const modifiers =
  /^(?:unconfirmed|initial|early|recent|media|news|local|press|conflicting|unverified|foreign|western|previous|earlier|several|some|various|many|multiple|other|new|intelligence)$/;

function phraseStart(words: Words, i: number, sentence: Sentence): number {
  let from = i;
  while (from > sentence.firstToken && modifiers.test(words.lower[from - 1] as string)) from--;
  if (from > sentence.firstToken && is(words, from - 1, word.determiner)) from--;
  return from;
}

const rest = (from: number, sentence: Sentence): TokenRange[] =>
  from < sentence.endToken - 1 ? [{ from, to: sentence.endToken - 1 }] : [];
