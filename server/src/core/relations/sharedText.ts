import type { MentionTable } from '../mentions/mentionTable.js';
import { shingles, wordCountOf } from '../mentions/shingles.js';
import type { ArticleSide } from './articlePair.js';

/** Words of the runs that are counted for containment. */
export const runLength = 5;

/** Share of the shorter mention's runs of five words that the other has too (after Clough et al. 2002, METER). */
export function containment(a: ArticleSide, i: number, b: ArticleSide, j: number): number {
  if (sameWords(a.mentions, i, b.mentions, j)) return wordCountOf(a.mentions, i) < runLength ? 0 : 1;
  const inA = fiveGramsOf(a, i);
  const inB = fiveGramsOf(b, j);
  if (inA.length < inB.length) return shareIn(inA, inB);
  if (inA.length > inB.length) return shareIn(inB, inA);
  // as long as one another: a run that one of them has twice must not make it matter which comes first
  return Math.min(shareIn(inA, inB), shareIn(inB, inA));
}

function fiveGramsOf(side: ArticleSide, m: number): Int32Array {
  side.fiveGrams[m] ??= Int32Array.from(shingles(side.mentions, m, runLength)).sort();
  return side.fiveGrams[m];
}

/** How many of some runs are among others, as a share; both in order. */
function shareIn(runs: Int32Array, others: Int32Array): number {
  if (runs.length === 0) return 0;
  let found = 0;
  let k = 0;
  for (const run of runs) {
    while (k < others.length && others[k]! < run) k++;
    if (others[k] === run) found++;
  }
  return found / runs.length;
}

function sameWords(a: MentionTable, i: number, b: MentionTable, j: number): boolean {
  const words = wordCountOf(a, i);
  if (words !== wordCountOf(b, j)) return false;
  const fromA = a.firstWord[i]!;
  const fromB = b.firstWord[j]!;
  for (let k = 0; k < words; k++) if (a.word[fromA + k] !== b.word[fromB + k]) return false;
  return true;
}
