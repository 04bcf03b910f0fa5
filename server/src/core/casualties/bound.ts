import type { Outcome } from './figure.js';
import type { Predicate } from './predicate.js';
import type { Quantity } from './quantity.js';

/** A quantity bound to harm. `predicate` is the verb that binds it, or `null` for a nominal frame. */
export interface Bound {
  readonly quantity: Quantity;
  readonly outcome: Outcome;
  readonly predicate: Predicate | null;
}
