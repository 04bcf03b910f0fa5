import type { Pair } from './judge.js';
import { special, type WordPieces } from './wordPieces.js';

/** Word pieces of a sentence that are read (`LONGEST` in training/judge/examples.py). */
const mostPieces = 96;

/** What a piece belongs to, and whether the other sentence has it as well (training/judge/encoder.py). */
const types = { a: 0, b: 1, sharedA: 2, sharedB: 3, padding: 4 } as const;

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

/** Pairs of about one length, to be read in one go. */
export interface Batch {
  /** Places of the pairs in what was asked. */
  readonly places: readonly number[];
  readonly length: number;
  readonly words: BigInt64Array;
  readonly types: BigInt64Array;
}

/** So many word pieces are read in one go: more is no faster, and takes memory. */
const piecesAtOnce = 1024;

export function* batches(pairs: readonly Encoded[]): Generator<Batch> {
  const order = pairs.map((_, place) => place).sort((x, y) => lengthAt(pairs, x) - lengthAt(pairs, y) || x - y);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && (to + 1 - from) * lengthAt(pairs, order[to] as number) <= piecesAtOnce) to++;
    yield batchOf(pairs, order.slice(from, to));
    from = to;
  }
}

const lengthAt = (pairs: readonly Encoded[], place: number): number => (pairs[place] as Encoded).words.length;

function batchOf(pairs: readonly Encoded[], places: readonly number[]): Batch {
  const length = Math.max(...places.map((place) => lengthAt(pairs, place)));
  const words = new BigInt64Array(places.length * length).fill(BigInt(special.padding));
  const kinds = new BigInt64Array(places.length * length).fill(BigInt(types.padding));
  for (const [row, place] of places.entries()) {
    const pair = pairs[place] as Encoded;
    words.set(pair.words.map(BigInt), row * length);
    kinds.set(pair.types.map(BigInt), row * length);
  }
  return { places, length, words, types: kinds };
}
