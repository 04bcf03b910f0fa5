import type { MentionTable } from '../mentions/mentionTable.js';
import { shingles, wordCountOf } from '../mentions/shingles.js';

/** Of a sentence with more words (a text without full stops) only the first are compared. */
const wordsCompared = 1023;
/** Last bits of a word's hash by which words are told apart at a glance. */
const glanceBits = 10;
const glanceMask = 2 ** glanceBits - 1;

/** Finds runs of words that two mentions have in common; looks for millions of them. */
export class WordRuns {
  /** By the last bits of a word, the search in which such a word was last seen: most words of one sentence are not in the other at all. */
  private readonly seenIn = new Int32Array(2 ** glanceBits);
  private search = 0;

  /** Number of words in the longest run that both mentions have. */
  longest(a: MentionTable, i: number, b: MentionTable, j: number): number {
    const { seenIn } = this;
    const wordsA = a.word;
    const wordsB = b.word;
    const fromA = a.firstWord[i]!;
    const toA = a.firstWord[i + 1]!;
    const fromB = b.firstWord[j]!;
    const toB = fromB + Math.min(wordCountOf(b, j), wordsCompared);
    this.search = (this.search + 1) | 0;
    const search = this.search;
    for (let y = fromB; y < toB; y++) seenIn[wordsB[y]! & glanceMask] = search;
    let best = 0;
    // each run is walked once, from where it begins, and only while a longer one may follow
    for (let x = fromA; x + best < toA; x++) {
      const word = wordsA[x]!;
      if (seenIn[word & glanceMask] !== search) continue;
      for (let y = fromB; y + best < toB; y++) {
        if (wordsB[y] !== word || (x > fromA && y > fromB && wordsA[x - 1] === wordsB[y - 1])) continue;
        let run = 1;
        while (x + run < toA && y + run < toB && wordsA[x + run] === wordsB[y + run]) run++;
        if (run > best) best = run;
      }
    }
    return best;
  }
}

/** Words of the runs that are counted for containment. */
export const runLength = 5;

/** Share of the shorter mention's runs of five words that the other has too (after Clough et al. 2002, METER). */
export function containment(a: MentionTable, i: number, b: MentionTable, j: number): number {
  if (sameWords(a, i, b, j)) return wordCountOf(a, i) < runLength ? 0 : 1;
  const inA = shingles(a, i, runLength);
  const inB = shingles(b, j, runLength);
  if (inA.length < inB.length) return shareIn(inA, inB);
  if (inA.length > inB.length) return shareIn(inB, inA);
  // as long as one another: a run that one of them has twice must not make it matter which comes first
  return Math.min(shareIn(inA, inB), shareIn(inB, inA));
}

function shareIn(runs: readonly number[], others: readonly number[]): number {
  if (runs.length === 0) return 0;
  const known = new Set(others);
  return runs.filter((run) => known.has(run)).length / runs.length;
}

function sameWords(a: MentionTable, i: number, b: MentionTable, j: number): boolean {
  const words = wordCountOf(a, i);
  if (words !== wordCountOf(b, j)) return false;
  const fromA = a.firstWord[i]!;
  const fromB = b.firstWord[j]!;
  for (let k = 0; k < words; k++) if (a.word[fromA + k] !== b.word[fromB + k]) return false;
  return true;
}
