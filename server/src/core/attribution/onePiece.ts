import { speech } from '../languages/tokenClasses.js';
import { itemAt } from '../span.js';
import { is, isOneOf, shape, spanOf, type TokenRange, type Words } from '../words.js';
import { isPlainlyUnnamed, plain } from './level.js';
import { anyIn, isCapital, parsePhrase } from './phrase.js';
import type { Spotted } from './spotted.js';
import { isGlued } from './spotting.js';
import { couldSpeak, innerStart, isArticle, nounStart, phraseAfter, phraseBefore } from './subjects.js';

/** The source as one noun phrase beside its cue; scraped text has lost commas and spaces. */
export function inOnePiece(words: Words, spotted: Spotted): Spotted {
  const { source, cue } = spotted;
  if (source === null || is(words, source.from, speech.pronoun)) return unglued(words, spotted);
  const marked = anyIn(source.from, cue.from, (i) => words.shapes[i] === shape.mark);
  if (source.to <= cue.from - farthestSubject && !marked)
    return { ...spotted, source: subjectOf(words, cue) ?? source };
  if (source.from === cue.to) return { ...spotted, source: beforeNextPhrase(words, source) };
  if (source.to !== cue.from) return unglued(words, spotted);
  const speaker = invertedSpeaker(words, cue);
  if (speaker !== null) return { ...spotted, source: speaker };
  const hasComma = anyIn(source.from, source.to, (i) => words.lower[i] === ',');
  return hasComma ? unglued(words, spotted) : { ...spotted, source: lastPhrase(words, source) };
}

/** As many words between a subject and its verb, without a comma, hold another subject; set by hand. */
const farthestSubject = 8;

function subjectOf(words: Words, cue: TokenRange): TokenRange | null {
  const sentence = itemAt(words.article.sentences, spanOf(words, cue).start);
  const source = sentence === undefined ? null : phraseBefore(words, cue.from, sentence.firstToken);
  return source !== null && couldSpeak(words, source) ? source : null;
}

/** *south of the town | local sources*: what stands right before the verb speaks. */
function lastPhrase(words: Words, { from, to }: TokenRange): TokenRange {
  const start = innerStart(words, from, to);
  const { head } = parsePhrase(words, { from: start, to });
  const speaks = is(words, to - 1, speech.people | speech.bareSource) && !is(words, head, plain);
  const bound = is(words, nounStart(words, to, start) - 1, speech.preposition);
  return { from: speaks && !bound && words.shapes[head] === shape.lower ? nounStart(words, to, start) : start, to };
}

/** *according to residents | the bridge was closed*, where a comma was lost. */
function beforeNextPhrase(words: Words, { from, to }: TokenRange): TokenRange {
  const sentence = itemAt(words.article.sentences, words.start[from]!);
  const all = sentence !== undefined && to >= sentence.endToken - 1;
  for (let i = from + 1; i < to; i++)
    // *According to one of the officials, the mayor wept*, taken for a source to its end
    if (words.lower[i] === ',' && (all || opensMore(words, i + 1, to)) && isPlainlyUnnamed(words, { from, to: i }))
      return { from, to: i };
    else if (isArticle(words, i) && is(words, i - 1, plain) && words.shapes[i - 1] === shape.lower)
      return { from, to: i };
  return { from, to };
}

/** In words, behind a comma: as many are a sentence of their own; set by hand. */
const longestApposition = 8;

/** *According to the person, | the summonses, signed in Halden by the judge himself, …*: a sentence, no apposition. */
const opensMore = (words: Words, i: number, to: number): boolean =>
  isOneOf(words, i, words.says.the) && to - i > longestApposition;

/** *… in the hospitals said the Observatory.*: nothing but the speaker stands behind the verb, so nobody spoke before it. */
function invertedSpeaker(words: Words, cue: TokenRange): TokenRange | null {
  if (cue.to - cue.from !== 1 || !isOneOf(words, cue.from, words.says.said)) return null;
  const sentence = itemAt(words.article.sentences, spanOf(words, cue).start);
  if (sentence === undefined) return null;
  const speaker = is(words, cue.to, speech.subordinator) ? null : phraseAfter(words, cue.to, sentence.endToken);
  if (speaker === null || speaker.to < sentence.endToken - 1 || speaker.to - speaker.from > longestSpeaker) return null;
  const verbal = anyIn(
    speaker.from,
    speaker.to,
    (i) => is(words, i, speech.verb) || words.says.past.test(words.lower[i]!),
  );
  const speaks =
    is(words, speaker.to - 1, speech.body | speech.people | speech.role | speech.bareSource) ||
    isCapital(words, speaker.to - 1);
  return speaks && (!verbal || words.says.based.test(words.lower[speaker.to - 2]!)) ? speaker : null;
}

/** In words, between *said* and the full stop: more are what was said; set by hand. */
const longestSpeaker = 5;

/** Takes the hidden cue out of a source. */
function unglued(words: Words, spotted: Spotted): Spotted {
  const { source, content } = spotted;
  if (source === null) return spotted;
  for (let i = source.from; i < source.to - 1; i++)
    if (isGlued(words, i)) return { source: { from: i + 1, to: source.to }, cue: { from: i, to: i + 1 }, content };
  return spotted;
}
