/** Two sentences of two articles, as they stand there. */
export interface Pair {
  readonly a: string;
  readonly b: string;
}

/**
 * What the judge thinks of a pair, as probabilities that add up to one. *Neither*: about something else, another
 * statement, a part beside its whole, a later state, a plan.
 */
export interface Opinion {
  readonly same: number;
  readonly conflict: number;
  readonly neither: number;
}

/** In the order in which the model answers (training/judge/export.py). */
export const opinionKinds = ['same', 'conflict', 'neither'] as const satisfies (keyof Opinion)[];

/**
 * The second look at two sentences: it reads both. The same pair gets the same opinion whichever sentence is called a.
 * Takes milliseconds a pair, so it runs where nothing waits for it, and callers keep what it said.
 */
export interface Judge {
  /** Names the weights: what one judge said is worth nothing to another. */
  readonly version: string;
  /** One opinion a pair, in order. */
  judge(pairs: readonly Pair[]): Promise<readonly Opinion[]>;
}

/** Why there is no judge, as a sentence for people. */
export interface NoJudge {
  readonly error: string;
}
