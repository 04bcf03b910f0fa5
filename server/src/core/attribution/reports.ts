import type { Sentence } from '../article/article.js';
import { perLanguage, WordSet } from '../languages/material.js';
import type { SpeechWords } from '../languages/speechWords.js';
import { speech } from '../languages/tokenClasses.js';
import { is, isOneOf, shape, type TokenRange, type Words } from '../words.js';
import { isCapital } from './phrase.js';
import type { Spotted } from './spotted.js';

/**
 * Sources without a verb: a headline that ends in *– Reports* or *: monitor*, the noun in *after reports that …*, and
 * *by one report*. The cue is the dash, the colon, *that* or *by*.
 */
export function spotNominal(words: Words): Spotted[] {
  const begins = beginnings(words.says);
  return words.article.sentences.flatMap((sentence) => {
    const found: Spotted[] = [];
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const spotted =
        words.shapes[i] === shape.mark
          ? creditAt(words, i, sentence)
          : isOneOf(words, i, begins)
            ? (unsignedAt(words, i, sentence) ?? reportAt(words, i, sentence))
            : null;
      if (spotted !== null) found.push(spotted);
    }
    return found;
  });
}

/** The words of which one stands in every such source but a headline's: most words are none. */
const beginnings = perLanguage(
  ({ anonymously, anonymouslySourced, reports, accounts }: SpeechWords) =>
    new WordSet([...anonymously, ...anonymouslySourced, ...reports, ...accounts]),
);

const dashes = new WordSet(['-', '–', '—']);
const credits =
  speech.bareSource | speech.report | speech.media | speech.people | speech.body | speech.role | speech.spokesperson;
/** In words: whom a headline names behind its dash (*– Harbour Board Officials*); set by hand. */
const longestCredit = 4;

/** *Two Dead in Mill Fire – Reports*: a dash, spaced on both sides, and a source word that ends the headline. */
function creditAt(words: Words, i: number, sentence: Sentence): Spotted | null {
  if (!isOneOf(words, i, dashes) && !(words.lower[i] === ':' && sentence.place === 'headline')) return null;
  const { start, end } = words.article.tokens;
  if (i === sentence.firstToken || i + 1 >= sentence.endToken) return null;
  const spaced = start[i]! > end[i - 1]! && start[i + 1]! > end[i]!;
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
  const joined = isOneOf(words, i, words.says.anonymouslySourced);
  if (!joined && !(isOneOf(words, i, words.says.anonymously) && isOneOf(words, i + 1, words.says.sourced))) return null;
  const noun = i + (joined ? 1 : 2);
  const from = is(words, i - 1, speech.determiner) ? i - 1 : i;
  return { source: { from, to: noun + 1 }, cue: { from: i, to: noun }, content: rest(noun + 1, sentence) };
}

/** *after unconfirmed reports that …*, *by one report*: reports that nobody signs. */
function reportAt(words: Words, i: number, sentence: Sentence): Spotted | null {
  if (isOneOf(words, i, words.says.reports) && isOneOf(words, i + 1, words.says.that)) {
    const from = phraseStart(words, i, sentence);
    if (is(words, from, speech.pronoun | speech.body)) return null;
    if (isOneOf(words, from - 1, words.says.possessive) || isOneOf(words, from, words.says.ownReports)) return null;
    return { source: { from, to: i + 1 }, cue: { from: i + 1, to: i + 2 }, content: rest(i + 1, sentence) };
  }
  const modified = phraseStart(words, i, sentence);
  if (isOneOf(words, i, words.says.reports) && modified < i) {
    // *earlier reports of a fire*, *there are unconfirmed reports the boats have left*
    const exist = isOneOf(words, modified - 1, words.says.be) && isOneOf(words, modified - 2, words.says.occasions);
    const contrary = isOneOf(words, i + 1, words.says.to) && isOneOf(words, i + 3, words.says.contrary);
    const told = isOneOf(words, i + 1, words.says.of) && isOneOf(words, i - 1, words.says.reportModifiers);
    // *called media reports to the contrary false*: somebody has reported it
    if (contrary || ((exist || told) && !isOneOf(words, modified - 1, words.says.refusals)))
      return { source: { from: modified, to: i + 1 }, cue: { from: i, to: i + 1 }, content: rest(i + 1, sentence) };
  }
  if (!isOneOf(words, i, words.says.accounts) || !isOneOf(words, i - 2, words.says.by)) return null;
  if (isOneOf(words, i - 1, words.says.someOf))
    return { source: { from: i - 1, to: i + 1 }, cue: { from: i - 2, to: i - 1 }, content: rest(i + 1, sentence) };
  return null;
}

function phraseStart(words: Words, i: number, sentence: Sentence): number {
  let from = i;
  while (from > sentence.firstToken && isOneOf(words, from - 1, words.says.reportModifiers)) from--;
  if (from > sentence.firstToken && is(words, from - 1, speech.determiner)) from--;
  return from;
}

const rest = (from: number, sentence: Sentence): TokenRange[] =>
  from < sentence.endToken - 1 ? [{ from, to: sentence.endToken - 1 }] : [];
