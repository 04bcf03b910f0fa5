import { anySpeech, speech } from '../languages/tokenClasses.js';
import { is, shape, type Words } from '../words.js';
import { isCapital } from './phrase.js';
import { couldSpeak, isBreak } from './subjects.js';

/** In words, back from a verb to the comma behind its subject; set by hand. */
const longestBetween = 24;
/** In words: that subject itself; set by hand. */
const longestOwn = 10;

/**
 * *Officials, who asked not to be named, | said nine people …*, *The mayor, Ida Holm, | said*: the verb behind a comma has
 * its subject before an apposition or a relative clause, so that nobody behind it speaks.
 */
export function hasOwnSubject(words: Words, verb: number, first: number): boolean {
  if (words.lower[verb - 1] !== ',') return false;
  let comma = verb - 2;
  while (comma > first && verb - comma < longestBetween && words.lower[comma] !== ',') {
    if (/^["“”]$/.test(words.lower[comma]!)) return false;
    comma--;
  }
  if (comma <= first || words.lower[comma] !== ',') return false;
  // *Tarik Benali Jr.*
  const last = words.lower[comma - 1] === '.' ? comma - 2 : comma - 1;
  let from = last;
  while (from > first && comma - from < longestOwn && !isBreak(words, from - 1)) from--;
  const own = { from, to: comma };
  const opens = from === first || words.shapes[from - 1] === shape.mark;
  if (!opens || is(words, from, speech.preposition) || !couldSpeak(words, own)) return false;
  for (let i = from; i < comma; i++) {
    const acts = is(words, i, speech.auxiliary | speech.verb | speech.reports | speech.reported);
    if (acts || (words.shapes[i] === shape.lower && words.says.past.test(words.lower[i]!) && i + 1 < comma))
      return false;
  }
  return is(words, last, anySpeech) || isCapital(words, last);
}
