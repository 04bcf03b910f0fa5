import { speech } from '../../languages/tokenClasses.js';
import { is, isOneOf, type TokenRange, type Words } from '../../words.js';
import type { Spotted } from '../spotted.js';
import { decode } from './decoding.js';
import { kind, link, type Tagged } from './linking.js';
import { observe } from './observations.js';
import { RecentLabels } from './recentLabels.js';
import { readWeights, type Weights, type WordClasses, weightsVersion, wordClassesOf } from './weights.js';

/** The learned tagger: a linear-chain conditional random field over hashed features; see docs/tagger.md. */
export interface Tagger {
  readonly version: number;
  /** Sources, cues and contents of an article, linked to attributions. */
  spot(words: Words): Spotted[];
}

/** Reads the bytes of a weights file; `error` says in a sentence why they cannot be used. */
export function loadTagger(file: Uint8Array): Tagger | { readonly error: string } {
  const weights = readWeights(file);
  if ('error' in weights) return weights;
  const classes = wordClassesOf(weights);
  const recent = new RecentLabels();
  return { version: weightsVersion, spot: (words) => link(words, spansOf(words, weights, classes, recent)) };
}

/** The spans of an article in order of place, before they are linked. */
function spansOf(words: Words, weights: Weights, classes: WordClasses, recent: RecentLabels): Tagged[] {
  const observations = observe(words, classes);
  const best = decode(observations, weights, recent);
  const found: Tagged[] = [];
  for (const { from, to } of observations.sequences)
    for (let i = from; i < to; i++) {
      const label = best[i]!;
      if (label % 2 === 0) continue;
      let end = i + 1;
      while (end < to && best[end] === label + 1) end++;
      const range: TokenRange = {
        from: observations.token[i]!,
        to: observations.token[end - 1]! + 1,
      };
      const spanKind = (label - 1) >> 1;
      if (spanKind !== kind.source || !isTangled(words, range)) found.push(trimmed(words, spanKind, range));
      i = end - 1;
    }
  return found;
}

/** *Citing local reports, both …*, *the reports that troops …*: a source run together with a cue or with what is said. */
function isTangled(words: Words, { from, to }: TokenRange): boolean {
  if (is(words, from, speech.reporting) || words.says.accordingTo.firsts.holds(words.numbers[from]!)) return true;
  for (let i = from + 1; i < to; i++)
    if (isOneOf(words, i, words.says.that) && is(words, i - 1, speech.report)) return true;
  return false;
}

/** Without a comma or a day (*… on Friday*) at its end. */
function trimmed(words: Words, kind: number, { from, to }: TokenRange): Tagged {
  let end = to;
  // *the Courier, citing residents,*: the residents are a source of their own
  for (let i = from + 1; i < end; i++) if (isOneOf(words, i, words.says.citing)) end = i;
  while (end > from + 1 && /^[,;]$/.test(words.lower[end - 1]!)) end--;
  if (end > from + 2 && is(words, end - 1, speech.time) && isOneOf(words, end - 2, words.says.on)) end -= 2;
  for (let i = end - 1; i > from && i > end - longestTail; i--)
    if (isOneOf(words, i, words.says.relativePronouns)) end = i;
  const start =
    end - from > 1 && is(words, from, speech.relative) && !isOneOf(words, from, words.says.that) ? from + 1 : from;
  return { kind, from: start, to: end };
}

/** In words: as much of a relative clause as the tagger may take for the source's end (*residents who for years (have complained)*). */
const longestTail = 5;
