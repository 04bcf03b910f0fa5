import type { Spotted } from '../spotting.js';
import type { TokenRange, Words } from '../words.js';
import { decode } from './decoding.js';
import { link, type Tagged } from './linking.js';
import { observe } from './observations.js';
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
  return { version: weightsVersion, spot: (words) => link(words, spansOf(words, weights, classes)) };
}

/** The spans of an article in order of place, before they are linked. */
export function spansOf(words: Words, weights: Weights, classes: WordClasses): Tagged[] {
  const observations = observe(words, classes);
  const best = decode(observations, weights);
  const found: Tagged[] = [];
  for (const { from, to } of observations.sequences)
    for (let i = from; i < to; i++) {
      const label = best[i] as number;
      if (label % 2 === 0) continue;
      let end = i + 1;
      while (end < to && best[end] === label + 1) end++;
      const range: TokenRange = {
        from: observations.token[i] as number,
        to: (observations.token[end - 1] as number) + 1,
      };
      found.push({ kind: (label - 1) >> 1, ...range });
      i = end - 1;
    }
  return found;
}
