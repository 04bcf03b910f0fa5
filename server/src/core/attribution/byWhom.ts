import type { Sentence } from '../article/article.js';
import { speech } from '../languages/tokenClasses.js';
import { is, isOneOf, shape, type Words } from '../words.js';
import { contentAround, trimEnd } from './contentAround.js';
import { isPlainlyUnnamed } from './level.js';
import { anyIn } from './phrase.js';
import type { Spotted } from './spotted.js';
import { couldSpeak, longestPhrase, phraseAfter } from './subjects.js';

/** Attributions whose source is no subject: *told by*, *learned from*, *a claim by*, *by the count of*. */

/**
 * *was told by doctors*, *confirmed by two officials*: who did it, where that is nobody by name; *has learned from aides*,
 * *confirmed with sources*: where the paper has it from.
 */
export function byAgent(words: Words, i: number, sentence: Sentence): Spotted | null {
  const { says } = words;
  // *has learned on Friday from aides*
  let from = i + 1;
  while (isOneOf(words, from, says.on) || is(words, from, speech.time)) from++;
  const gathered =
    (isOneOf(words, i, says.learning) && isOneOf(words, from, says.from)) ||
    (isOneOf(words, i, says.checking) && isOneOf(words, i + 1, says.with));
  const by = toldBy(words, i);
  if (!gathered && (!isOneOf(words, by, words.says.by) || isOneOf(words, i, words.says.weakVerbs))) return null;
  if (!gathered && !is(words, i, speech.reported) && !isOneOf(words, i, words.says.told)) return null;
  const source = phraseAfter(words, gathered ? from + 1 : by + 1, sentence.endToken);
  if (source === null || !isPlainlyUnnamed(words, source)) return null;
  const content = by > i + 1 ? [{ from: i + 1, to: by }] : contentAround(words, i, source.to, sentence, false);
  return { source, cue: { from: i, to: by > i + 1 ? i + 1 : i + 2 }, content };
}

/** In words, from *told* to *by*; set by hand. */
const longestTold = 6;

/** *been told | by*, *been told about the deaths | by*: where the agent's *by* may stand. */
function toldBy(words: Words, i: number): number {
  if (!isOneOf(words, i, words.says.told) || !isOneOf(words, i - 1, words.says.be)) return i + 1;
  if (!isOneOf(words, i + 1, words.says.about)) return i + 1;
  for (let by = i + 2; by <= i + longestTold && words.shapes[by] !== shape.mark; by++)
    if (isOneOf(words, by, words.says.by)) return by;
  return i + 1;
}

/** In words, from *claim* to *by*: no more than *was made* stands between; set by hand. */
const farthestBy = 3;

/** *the claim was made by a staff member*, *accusations from former aides*: a noun for a saying, and whose it is. */
export function byClaim(words: Words, i: number, sentence: Sentence): Spotted | null {
  if (!isOneOf(words, i, words.says.claims)) return null;
  let by = i + 1;
  while (by < i + farthestBy && (is(words, by, speech.auxiliary) || isOneOf(words, by, words.says.made))) by++;
  if (!isOneOf(words, by, words.says.by) && !(by === i + 1 && isOneOf(words, by, words.says.from))) return null;
  const source = phraseAfter(words, by + 1, sentence.endToken);
  if (source === null || !isPlainlyUnnamed(words, source)) return null;
  const content = { from: source.to, to: trimEnd(words, source.to, sentence.endToken) };
  return { source, cue: { from: i, to: by + 1 }, content: content.to > content.from ? [content] : [] };
}

/** *by the ministry’s own count, 40 died*. */
export function byCount(words: Words, i: number, sentence: Sentence): Spotted | null {
  if (!isOneOf(words, i, words.says.counts)) return null;
  let to = i;
  while (to > i - farthestBy && !isOneOf(words, to, words.says.possessive)) to--;
  let by = to;
  while (by > sentence.firstToken && to - by < longestPhrase && !isOneOf(words, by, words.says.by)) by--;
  const source = { from: by + 1, to };
  if (source.to <= source.from || !isOneOf(words, by, words.says.by) || !couldSpeak(words, source)) return null;
  if (anyIn(source.from, source.to, (k) => words.shapes[k] === shape.mark)) return null;
  return { source, cue: { from: i, to: i + 1 }, content: contentAround(words, by, i + 1, sentence, true) };
}
