import type { Span } from '../span.js';
import { dayOf } from './day.js';
import type { Figure } from './figure.js';

/** A casualty figure as far as two of them can be compared; the span is the figure's, or that of two added up. */
export interface Count
  extends Span,
    Pick<Figure, 'outcome' | 'low' | 'high' | 'approx' | 'scope' | 'partial' | 'people'> {
  /** Day of what happened where stated, as days since 1970, or NaN. */
  readonly day: number;
}

/** What a comparison needs of a figure. */
export const countOf = ({ start, end, outcome, low, high, approx, scope, partial, people, date }: Figure): Count => ({
  start,
  end,
  outcome,
  low,
  high,
  approx,
  scope,
  partial,
  people,
  day: dayOf(date),
});

/** The number that a count gives: *at least 43* is 43, *up to 40* is 40. */
export const sizeOf = ({ low, high }: Pick<Count, 'low' | 'high'>): number => low ?? high ?? 0;

/** From so many dead on, a count is one of a war, however it is put. Chosen. */
const deadOfWar = 20_000;

export const countsWar = (count: Count): boolean => count.outcome === 'killed' && sizeOf(count) >= deadOfWar;
