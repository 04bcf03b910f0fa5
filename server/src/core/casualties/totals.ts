import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, type Words, wordsBetween } from '../words.js';
import type { Bound } from './bound.js';
import type { Quantity } from './quantity.js';

/** A running total beside the count of a day: *7 were killed, bringing the total since March to 4,112*. */

/** In words, from *bringing* to the total. */
const reach = 24;

/** The token of *bringing* where a quantity is the total that it brings, else -1. */
export function totalsBefore(words: Words, { first, head }: Quantity): number {
  if (!isOneOf(words, first - 1, words.harms.to) || head === 'thing') return -1;
  let total = is(words, first - 2, harm.toll);
  for (let i = first - 2; i >= Math.max(words.from, first - reach); i--) {
    if (is(words, i, harm.toll) || isOneOf(words, i, words.harms.totals)) total = true;
    if (is(words, i, harm.number)) return -1;
    if (isOneOf(words, i, words.harms.bringing)) return total ? i : -1;
  }
  return -1;
}

/** The words of the clause in which a figure stands, and whether that clause gives a total of more than one event. */
export interface CountingClause {
  readonly words: Words;
  readonly isTotal: boolean;
}

/** For each figure of a sentence its clause: *since March* behind *bringing* says nothing of the figure before. */
export function countingClauses(words: Words, bound: readonly Bound[]): CountingClause[] {
  const starts = bound.map((one, index) => (index === 0 ? words.from : startOf(words, bound[index - 1]!, one)));
  const clauses: CountingClause[] = [];
  let from = words.from;
  for (let index = 0; index < bound.length; index++) {
    const start = starts[index]!;
    if (start > from) from = start;
    let next = index + 1;
    while (next < bound.length && starts[next]! <= from) next++;
    const to = next < bound.length ? starts[next]! : words.to;
    clauses.push({
      words: wordsBetween(words, from, to),
      isTotal: from > words.from && isOneOf(words, from, words.harms.bringing),
    });
  }
  return clauses;
}

/** Where the clause of `one` begins if it is another than that of the figure before it, else the sentence's beginning. */
function startOf(words: Words, before: Bound, one: Bound): number {
  const { first } = one.quantity;
  const own = one.predicate !== null && one.predicate !== before.predicate && hasVerb(one);
  let start = words.from;
  for (let i = first - 1; i > before.quantity.end; i--) {
    if (isOneOf(words, i, words.harms.bringing) || words.lower[i] === ';') return i;
    if (own && words.lower[i] === ',' && !isLater(one, i)) start = i;
  }
  return start;
}

/** The verb has its auxiliary, or needs none: *have been killed*, *died*; not *and 30 wounded*. */
const hasVerb = ({ predicate }: Bound): boolean =>
  predicate !== null && (predicate.voice === 'active' || predicate.first < predicate.at);

/** Token i stands behind the verb of the figure. */
const isLater = ({ predicate }: Bound, i: number): boolean => predicate !== null && i > predicate.end;
