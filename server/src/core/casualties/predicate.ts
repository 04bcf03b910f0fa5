import type { Outcome } from './figure.js';

/**
 * A word of harm in its clause: what it does to whom. `active` harms what follows (*killed 12*), `passive` what stands
 * before it (*12 were killed*, *12 died*); `bare` has no auxiliary and is one or the other (*12 killed in …*).
 */
export interface Predicate {
  readonly outcome: Outcome;
  readonly voice: 'active' | 'passive' | 'bare';
  /** Token of the verb (the last, where two are coordinated) and of the auxiliaries' beginning; `end` exclusive. */
  readonly at: number;
  readonly first: number;
  readonly end: number;
  readonly weak: boolean;
  /** Though weak, it is said of people alone, so that a bare number counts them: *22 were taken to hospital*. */
  readonly personal?: boolean;
}
