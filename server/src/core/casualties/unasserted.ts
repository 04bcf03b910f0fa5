import { Form } from '../languages/harmWords.js';
import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, phraseEnd, type Words } from '../words.js';

/** What a sentence says without asserting it: conditions, drills and fiction, what is denied, what is only waited for. */

/** In words, from *until* to the verb that may still come; set by hand. */
const verbReach = 12;
/** In words, from *falsely* to what was said. */
const nearby = 4;

/** Of each token of the sentence (the first is 0): 0 asserted, 1 only supposed, 2 denied. One walk. */
export function unassertedTokens(words: Words): Uint8Array {
  const marks = new Uint8Array(words.to - words.from);
  let markedTo = words.from;
  let reported = -1;
  if (isOneOf(words, words.from, words.harms.claimLabels) && lowerAt(words, words.from + 1) === ':')
    return marks.fill(1);
  const mark = (from: number, to: number, how = 1): void => {
    marks.fill(how, Math.max(from, markedTo) - words.from, Math.max(to, markedTo) - words.from);
    markedTo = Math.max(markedTo, to);
  };
  for (let i = words.from; i < words.to; i++) {
    if (!isOneOf(words, i, words.harms.unassertedStarts)) continue;
    if (isOneOf(words, i, words.harms.pretending)) return marks.fill(1);
    if (isOneOf(words, i, words.harms.reportNouns) && opensContent(words, i + 1)) reported = i;
    if (i < markedTo) continue;
    if (isCondition(words, i)) mark(i, clauseEnd(words, i + 1));
    else if (isOneOf(words, i, words.harms.pending) && isStillToCome(words, i)) mark(i, clauseEnd(words, i + 1));
    else if (inFiction(words, i)) mark(i + 1, contentOfFictionEnd(words, i));
    else {
      const denied = deniedFrom(words, i);
      if (denied >= 0) mark(denied, statementEnd(words, denied), 2);
      else if (reported >= 0 && isUntrue(words, i)) marks.fill(2, reported - words.from, i - words.from);
    }
  }
  return marks;
}

/** *This is not true*: what the sentence before says is denied. */
export const retracts = (words: Words): boolean => phraseEnd(words, words.from, words.harms.retractions) > 0;

/** *If*, *unless*, *whether*; not *dozens, if not hundreds*. */
const isCondition = (words: Words, i: number): boolean =>
  (isOneOf(words, i, words.harms.conditions) && !is(words, i + 1, harm.negation)) ||
  phraseEnd(words, i, words.harms.conditionPhrases) > 0;

function clauseEnd(words: Words, from: number): number {
  for (let i = from; i < words.to; i++) if (/^[,;:"]$/.test(words.lower[i]!) || is(words, i, harm.reporting)) return i;
  return words.to;
}

/** *Until one of us dies*: the first verb of harm behind *until* stands in the present. */
function isStillToCome(words: Words, i: number): boolean {
  for (let k = i + 1; k < Math.min(i + verbReach, words.to); k++) {
    if (is(words, k, harm.mark)) return false;
    if (isOneOf(words, k, words.harms.presentBe)) return true;
    if (is(words, k, harm.auxiliary)) return false;
    if (is(words, k, harm.verb)) return isPresent(words, k);
  }
  return false;
}

/** *Kills*, *die*, *are killed*. */
function isPresent(words: Words, i: number): boolean {
  const forms = words.harms.verbs.get(words.lower[i]!)?.forms ?? 0;
  return (forms & Form.base) !== 0 || isOneOf(words, i - 1, words.harms.presentBe);
}

/** *The film, in which 40 are killed*; *in the novel a nurse kills 12*; *a drill in which 40 were killed*. */
function inFiction(words: Words, i: number): boolean {
  const fiction = isOneOf(words, i, words.harms.fiction);
  if (!fiction && !isOneOf(words, i, words.harms.rehearsals)) return false;
  const next = lowerAt(words, i + 1) === ',' ? i + 2 : i + 1;
  if (isOneOf(words, next, words.harms.where)) return true;
  if (isOneOf(words, next, words.harms.in) && is(words, next + 1, harm.relative)) return true;
  return fiction && isStoryInPresent(words, i);
}

/** The next verb of harm behind token i stands in the present. */
function isStoryInPresent(words: Words, i: number): boolean {
  for (let k = i + 1; k < Math.min(i + 2 * verbReach, words.to); k++)
    if (is(words, k, harm.verb)) return isPresent(words, k);
  return false;
}

/** A relative clause ends at the comma behind its verb; a story goes on to the end. */
function contentOfFictionEnd(words: Words, i: number): number {
  if (lowerAt(words, i + 1) !== ',') return words.to;
  return clauseEnd(words, i + 2);
}

/** Token from which on something is denied where a denial stands at token i, else -1. */
function deniedFrom(words: Words, i: number): number {
  const { harms } = words;
  if (isOneOf(words, i, harms.denying)) return deniesHarm(words, i + 1) ? i + 1 : -1;
  if (isOneOf(words, i, harms.dismissing)) return opensReport(words, i + 1) ? i + 1 : -1;
  const phrase = phraseEnd(words, i, harms.denialPhrases);
  if (phrase > 0) return phrase;
  if (!isOneOf(words, i, harms.untruths)) return -1;
  for (let k = i + 1; k <= i + nearby; k++)
    if (is(words, k, harm.reporting) || isOneOf(words, k, harms.reportNouns) || isOneOf(words, k, harms.that)) return k;
  return -1;
}

/** *That 60 had died*, *killing 12*, *reports of 40 dead*, *it had killed*; not *entry to 12 refugees*, nor *a part in it*. */
const deniesHarm = (words: Words, i: number): boolean =>
  isOneOf(words, i, words.harms.that) ||
  is(words, i, harm.pronoun | harm.number | harm.verb) ||
  isOneOf(words, i, words.harms.have) ||
  opensReport(words, i);

/** *The report that …*, *any suggestion that …*. */
function opensReport(words: Words, i: number): boolean {
  for (let k = i; k < i + nearby; k++) {
    if (isOneOf(words, k, words.harms.reportNouns)) return opensContent(words, k + 1);
    if (is(words, k, harm.mark | harm.preposition | harm.verb)) return false;
  }
  return false;
}

const opensContent = (words: Words, i: number): boolean =>
  isOneOf(words, i, words.harms.that) || isOneOf(words, i, words.harms.of) || is(words, i, harm.pronoun | harm.number);

/** *… were false*, *… is not true*. */
const isUntrue = (words: Words, i: number): boolean =>
  isOneOf(words, i, words.harms.untruths) || phraseEnd(words, i, words.harms.untruthPhrases) > 0;

/** What is denied ends where the same sentence says something else: *…, saying 12 were*, *…; but*. */
function statementEnd(words: Words, from: number): number {
  for (let i = from; i < words.to; i++) {
    if (words.lower[i] === ';') return i;
    const joint = is(words, i, harm.conjunction) || isOneOf(words, i, words.harms.but);
    if (joint && (is(words, i + 1, harm.reporting) || isOneOf(words, i + 1, words.harms.but))) return i;
  }
  return words.to;
}
