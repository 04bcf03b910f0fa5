import type { MentionTable } from '../mentions/mentionTable.js';
import { join } from '../mentions/terms.js';

/** Hashes of the runs of `length` words of a mention. */
export function shingles(claims: MentionTable, mention: number, length: number): number[] {
  const from = claims.firstWord[mention] as number;
  const to = claims.firstWord[mention + 1] as number;
  const found: number[] = [];
  for (let i = from; i + length <= to; i++) {
    let h = 17;
    for (let k = 0; k < length; k++) h = join(h, claims.word[i + k] as number);
    found.push(h);
  }
  return found;
}

/** Number of words of a mention. */
export const wordsOf = (claims: MentionTable, mention: number): number =>
  (claims.firstWord[mention + 1] as number) - (claims.firstWord[mention] as number);

/** In which call a word with these last bits was last seen: most words of one sentence are not in the other at all. */
const seen = new Int32Array(1024);
let call = 0;

/** Of a sentence with more words (a text without full stops) only the first are compared. */
const wordsCompared = 1023;

/** Number of words in the longest run that both mentions have. */
export function longestRun(a: MentionTable, i: number, b: MentionTable, j: number): number {
  const wordsA = a.word;
  const wordsB = b.word;
  const fromA = a.firstWord[i] as number;
  const toA = a.firstWord[i + 1] as number;
  const fromB = b.firstWord[j] as number;
  const toB = fromB + Math.min(wordsOf(b, j), wordsCompared);
  call = (call + 1) | 0;
  for (let y = fromB; y < toB; y++) seen[(wordsB[y] as number) & 1023] = call;
  let best = 0;
  // each run is walked once, from where it begins, and only while a longer one may follow
  for (let x = fromA; x + best < toA; x++) {
    const word = wordsA[x] as number;
    if (seen[word & 1023] !== call) continue;
    for (let y = fromB; y + best < toB; y++) {
      if (wordsB[y] !== word || (x > fromA && y > fromB && wordsA[x - 1] === wordsB[y - 1])) continue;
      let run = 1;
      while (x + run < toA && y + run < toB && wordsA[x + run] === wordsB[y + run]) run++;
      if (run > best) best = run;
    }
  }
  return best;
}

const runLength = 5;

/** Share of the shorter mention's runs of five words that the other has too (after Clough et al. 2002, METER). */
export function containment(a: MentionTable, i: number, b: MentionTable, j: number): number {
  if (sameWords(a, i, b, j)) return wordsOf(a, i) < runLength ? 0 : 1;
  const inA = shingles(a, i, runLength);
  const inB = shingles(b, j, runLength);
  const [small, large] = inA.length < inB.length ? [inA, new Set(inB)] : [inB, new Set(inA)];
  return small.length === 0 ? 0 : small.filter((shingle) => large.has(shingle)).length / small.length;
}

function sameWords(a: MentionTable, i: number, b: MentionTable, j: number): boolean {
  const words = wordsOf(a, i);
  if (words !== wordsOf(b, j)) return false;
  const fromA = a.firstWord[i] as number;
  const fromB = b.firstWord[j] as number;
  for (let k = 0; k < words; k++) if (a.word[fromA + k] !== b.word[fromB + k]) return false;
  return true;
}
