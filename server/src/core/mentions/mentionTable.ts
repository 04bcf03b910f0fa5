import type { Level } from '../attribution/attribution.js';
import type { Count } from '../casualties/count.js';

/** Who is made to answer for (a part of) a mention. */
export interface Voice {
  readonly level: Level;
  /** To compare by: normalised, '' for hearsay. */
  readonly name: string;
  /** In the article's words. */
  readonly words: string;
  readonly chain: readonly string[];
  /** What is said is (partly) between quotation marks. */
  readonly quotes: boolean;
}

/** A word of uncertainty in a mention: a hedge, or what qualifies a number. */
export interface Hedge {
  readonly kind: 'hedge' | 'floor' | 'range';
  readonly words: string;
  /** The number it qualifies; NaN for a hedge. */
  readonly value: number;
}

/**
 * What an article asserts, sentence by sentence, as numbers that two articles can be compared by: parallel arrays,
 * because a workspace holds hundreds of thousands of mentions. Strings are kept only where a person will read them.
 */
export interface MentionTable {
  /** Code of the language (`Article.language`): articles of two languages are not compared. */
  readonly language: string;
  readonly outlet: string | null;
  readonly agency: string | null;
  /** Days since 1970, or NaN. */
  readonly day: number;
  /** Number of mentions. */
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Whether a negation stands in mention m: 0 or 1. */
  readonly negated: Uint8Array;
  /** Whether it negates, denies or contradicts anything: 0 or 1. */
  readonly contrary: Uint8Array;
  /** All words of mention m as hashes: `firstWord[m]` up to `firstWord[m + 1]`. */
  readonly firstWord: Int32Array;
  readonly word: Int32Array;
  /**
   * The distinct terms of each mention: entries `firstBag[m]` up to `firstBag[m + 1]`, sorted by term. `bagPlace` is the
   * term's place in the lists of `topic`; `bagKind` joins the bits of all that the term is in the mention.
   */
  readonly firstBag: Int32Array;
  readonly bagPlace: Uint16Array | Int32Array;
  readonly bagKind: Uint8Array;
  /** Length of each mention's weight vector. */
  readonly norm: Float32Array;
  /**
   * What the article as a whole is about: its distinct terms, sorted, with weights of length one. The mentions that hold
   * term t are `mention[first[t]]` up to `mention[first[t + 1]]`: two articles are joined in one pass.
   */
  readonly topic: {
    readonly term: Int32Array;
    readonly weight: Float32Array;
    /** How telling the term is (`idfOf`). */
    readonly telling: Float32Array;
    /** Logarithm of the number of mentions that hold it. */
    readonly spread: Float32Array;
    readonly first: Int32Array;
    readonly mention: Uint16Array;
  };
  /** Numbers written in a mention. */
  readonly numbers: ReadonlyMap<number, readonly number[]>;
  readonly counts: ReadonlyMap<number, readonly Count[]>;
  readonly voices: ReadonlyMap<number, readonly Voice[]>;
  readonly hedges: ReadonlyMap<number, readonly Hedge[]>;
}
