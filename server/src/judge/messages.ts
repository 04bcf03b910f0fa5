import type { Opinion, Pair } from './judge.js';

/** What is said to a judge in a thread of its own. */
export interface Asked {
  readonly ask: number;
  readonly pairs: readonly Pair[];
}

/** What it answers: first, once, whether it could be loaded; then one answer to each question. */
export type Answered =
  | { readonly version: string }
  | { readonly error: string }
  | { readonly ask: number; readonly opinions: readonly Opinion[] }
  | { readonly ask: number; readonly failed: string };
