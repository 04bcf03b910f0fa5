import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, type Words } from '../words.js';
import { readRange } from './amounts.js';
import { Changes } from './changes.js';
import { withNoun } from './countedNoun.js';
import { agesEnd, agesOfNamedEnd, goesOnWithAges, isAge, isLabel } from './labels.js';
import { type Counted, withModifiers } from './modifiers.js';
import type { Quantity } from './quantity.js';
import { isShareOfAny } from './rates.js';
import { alternativeTo, isExcepted, partOfWhole } from './wholes.js';

/** No count of people is higher; there are about eight billion. */
const everybody = 10_000_000_000;

/** Every number of the sentence that can count something, in order. */
export function findQuantities(words: Words): Quantity[] {
  const found: Quantity[] = [];
  const changes = new Changes(words);
  let ages = -1;
  for (let i = words.from; i < words.to; i++) {
    changes.pass(i);
    if (!is(words, i, harm.number)) continue;
    const amount = readRange(words, i, changes.isNear(i));
    if (amount === null) continue;
    const counted = withModifiers(words, i, amount);
    const listed = Math.max(agesEnd(words, found.at(-1), i), agesOfNamedEnd(words, i));
    if (listed > i || isAge(words, counted.first) || goesOnWithAges(words, ages, i, amount))
      ages = Math.max(listed, amount.end);
    else if (amount.high <= everybody && !isLabel(words, i, amount, counted) && !changes.isOldCount(counted.first))
      take(words, found, counted);
    i = Math.max(amount.end, listed) - 1;
  }
  return found.filter(({ first }) => !isExcepted(words, first) && !isCorrected(words, first));
}

/** Adds a number with its noun: as another guess at the one before, as a part of a whole, or by itself. */
function take(words: Words, found: Quantity[], counted: Counted): void {
  const before = found.at(-1);
  const guess = before && alternativeTo(words, before, counted);
  if (guess !== undefined) {
    found[found.length - 1] = guess;
    return;
  }
  if (before !== undefined && isShareOfAny(words, before, withNoun(words, counted, counted.end))) {
    found.pop();
    return;
  }
  const { part, replaces } = partOfWhole(words, before, counted);
  if (replaces) found.pop();
  if (part !== null) found.push(part);
}

/** *Not 40 but 12*, *12 rather than 40*. */
const isCorrected = (words: Words, first: number): boolean =>
  isOneOf(words, first - 1, words.harms.not) ||
  (isOneOf(words, first - 1, words.harms.than) && isOneOf(words, first - 2, words.harms.rather));
