import type { Claims } from './claims.js';
import { join } from './terms.js';

/** Hashes of the runs of `length` words of a mention. */
export function shingles(claims: Claims, mention: number, length: number): number[] {
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
export const wordsOf = (claims: Claims, mention: number): number =>
  (claims.firstWord[mention + 1] as number) - (claims.firstWord[mention] as number);

const runs = new Uint16Array(1024);

/** Number of words in the longest run that both mentions have. */
export function longestRun(a: Claims, i: number, b: Claims, j: number): number {
  const fromA = a.firstWord[i] as number;
  const toA = a.firstWord[i + 1] as number;
  const fromB = b.firstWord[j] as number;
  const length = Math.min(wordsOf(b, j), runs.length - 1);
  runs.fill(0, 0, length + 1);
  let best = 0;
  for (let x = fromA; x < toA; x++) {
    const word = a.word[x] as number;
    for (let y = length; y > 0; y--) {
      const run = b.word[fromB + y - 1] === word ? (runs[y - 1] as number) + 1 : 0;
      runs[y] = run;
      if (run > best) best = run;
    }
  }
  return best;
}

/** Share of the shorter mention's runs of five words that the other has too (after Clough et al. 2002, METER). */
export function containment(a: Claims, i: number, b: Claims, j: number): number {
  const inA = shingles(a, i, 5);
  const inB = shingles(b, j, 5);
  const [small, large] = inA.length < inB.length ? [inA, new Set(inB)] : [inB, new Set(inA)];
  return small.length === 0 ? 0 : small.filter((shingle) => large.has(shingle)).length / small.length;
}
