import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, type Words } from '../words.js';
import { type Counted, takeTrailing } from './modifiers.js';
import type { Head, Quantity } from './quantity.js';

/** The noun that a number counts. */

/** In words, a counted noun phrase; set by hand. */
const longestNoun = 7;
/** A word of these ends a noun phrase. */
const nounEnds =
  harm.auxiliary |
  harm.modal |
  harm.preposition |
  harm.conjunction |
  harm.subordinator |
  harm.relative |
  harm.inclusion |
  harm.determiner |
  harm.pronoun |
  harm.reporting |
  harm.finite |
  harm.time |
  harm.mark |
  harm.number |
  harm.losing |
  harm.circumstantial;

/** Reads the noun phrase at token `from` after the number, through *of*. */
export function withNoun(words: Words, counted: Counted, from: number): Quantity {
  // *“all three” of her hens*
  let i = lowerAt(words, from) === '"' && isOneOf(words, from + 1, words.harms.of) ? from + 1 : from;
  const of = isOneOf(words, i, words.harms.of);
  if (of) i++;
  if (of && isOneOf(words, i, words.harms.partitivePronouns) && !is(words, i + 1, harm.state))
    return quantityOf(counted, i, i + 1, 'people', 'pronoun', -1);
  // behind the whole of which it is a part: *twenty of the 53* wounded
  let definite = from > counted.end && is(words, from - 1, harm.number);
  while (of && is(words, i, harm.determiner)) {
    definite = true;
    i++;
  }
  // *twenty of the 53 wounded*
  if (of && definite && is(words, i, harm.number) && is(words, i + 1, harm.state)) i++;
  if (definite && is(words, i, harm.state) && !is(words, i + 1, harm.people))
    return quantityOf(counted, i - 1, i + 1, 'people', 'harmed', i);
  return withTrailing(words, scanNoun(words, counted, i));
}

/** With *or more*, *at least* behind the noun. */
function withTrailing(words: Words, quantity: Quantity): Quantity {
  if (quantity.nounEnd <= quantity.nounFirst) return quantity;
  const counted: Counted = { ...quantity };
  return takeTrailing(words, counted, quantity.nounEnd) === quantity.nounEnd ? quantity : { ...quantity, ...counted };
}

function scanNoun(words: Words, counted: Counted, from: number): Quantity {
  let head: Head = 'none';
  let state = -1;
  let end = from;
  let i = from;
  if (is(words, i, harm.unit)) return quantityOf(counted, from, i + 1, 'thing', null, -1);
  while (i < words.to && i - from < longestNoun) {
    if (is(words, i, harm.state)) {
      if (head !== 'none' || state >= 0) break;
      state = i;
      end = ++i;
      if (!is(words, i, harm.people) && !startsNoun(words, i)) break;
      continue;
    }
    const aside = asideEnd(words, i);
    if (aside > i && head !== 'none') {
      i = aside;
      continue;
    }
    if (is(words, i, nounEnds) && !(is(words, i, harm.hedged) && is(words, i + 1, harm.state))) break;
    if (is(words, i, harm.verb) && !is(words, i, harm.people | harm.counted)) break;
    if (head === 'people' && !is(words, i, harm.people) && !modifiesThing(words, i)) break;
    if (
      head === 'thing' &&
      words.harms.plural.test(words.lower[i - 1] ?? '') &&
      !is(words, i, harm.people | harm.thing | harm.counted)
    )
      break;
    head = headOf(words, i);
    end = ++i;
    if (head === 'harm') break;
  }
  return quantityOf(counted, from, end, head, null, state);
}

const quantityOf = (
  { first, end, low, high, approx }: Counted,
  nounFirst: number,
  nounEnd: number,
  head: Head,
  partOf: Quantity['partOf'],
  state: number,
): Quantity => ({ first, end, low, high, approx, nounFirst, nounEnd, head, partOf, state });

function headOf(words: Words, i: number): Head {
  if (is(words, i, harm.people)) return 'people';
  if (is(words, i, harm.counted)) return 'harm';
  if (is(words, i, harm.thing | harm.unit)) return 'thing';
  return is(words, i, harm.hedged) ? 'none' : 'unknown';
}

/** The end of a short bracket inside a noun phrase, *20 Islamic State (IS) fighters*, or `i`. */
function asideEnd(words: Words, i: number): number {
  if (lowerAt(words, i) !== '(') return i;
  for (let k = i + 1; k < i + 5; k++) if (lowerAt(words, k) === ')') return k + 1;
  return i;
}

/** *Police vehicles*, *civilian deaths*: a singular for people before a thing only describes it. */
const modifiesThing = (words: Words, i: number): boolean =>
  (is(words, i, harm.thing | harm.counted) || isOneOf(words, i, words.harms.lives)) &&
  !words.harms.pluralPeople.test(words.lower[i - 1]!);

/** A state word describes a noun that follows, known or (in the plural) not: *six injured climbers*. */
const startsNoun = (words: Words, i: number): boolean => {
  if (i >= words.to || is(words, i, nounEnds | harm.verb | harm.state)) return false;
  return is(words, i + 1, harm.people) || (words.harm[i] === 0 && words.harms.plainPlural.test(words.word[i]!));
};
