import type { Pair } from './judge.js';
import { special, type WordPieces } from './wordPieces.js';

/** Word pieces of a sentence that are read (`LONGEST` in training/judge/examples.py). */
const mostPieces = 96;

/** What a piece belongs to, and whether the other sentence has it as well (training/judge/encoder.py). */
const types = { a: 0, b: 1, sharedA: 2, sharedB: 3 } as const;

/** A pair as the model reads it: `[CLS] a [SEP] b [SEP]`. */
export interface Encoded {
  readonly words: readonly number[];
  readonly types: readonly number[];
}

/** The two sentences are put in one order, so that nobody is answered differently the other way round. */
export function encode({ a, b }: Pair, wordPieces: WordPieces): Encoded {
  const [first, second] = a < b ? [a, b] : [b, a];
  const one = wordPieces.pieces(first, mostPieces);
  const other = wordPieces.pieces(second, mostPieces);
  const inOne = new Set(one);
  const inOther = new Set(other);
  return {
    words: [special.start, ...one, special.separator, ...other, special.separator],
    types: [
      types.a,
      ...one.map((piece) => (inOther.has(piece) ? types.sharedA : types.a)),
      types.a,
      ...other.map((piece) => (inOne.has(piece) ? types.sharedB : types.b)),
      types.b,
    ],
  };
}
