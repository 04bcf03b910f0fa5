import * as en from '../languages/en/casualtySources.js';
import type { Quantity } from './quantities.js';
import { is, Kind, lowerAt, type Words } from './vocabulary.js';

/** Tokens `from` up to, not including, `to`. */
export interface Speaker {
  readonly from: number;
  readonly to: number;
}

const split = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const speech = split(en.speechVerbs);
const unnamed = split(en.unnamedSpeakers);
const titles = split(en.titles);
const heads = split(en.anonymousHeads);
const tolls = split(en.tollVerbs);
const describing = split(en.describingSpeakers);

/**
 * Who reports the quantity in its own sentence, by the shape of the sentence alone: *…, a monitor said*, *said a monitor*,
 * *according to X*, *X said that …*, *…: monitor*. Serves scraped text that lost its commas, where attributions are hard
 * to see; it is asked only where no attribution covers the figure. `'pronoun'`: whoever spoke before.
 */
export function speakerOf(words: Words, quantity: Quantity): Speaker | 'pronoun' | null {
  return speakerAfter(words, quantity) ?? speakerBefore(words, quantity) ?? speakerOfHeadline(words, quantity);
}

function speakerAfter(words: Words, quantity: Quantity): Speaker | 'pronoun' | null {
  for (let i = quantity.end; i < words.to; i++) {
    // a capital says that a sentence began here and its full stop was lost
    if (words.word[i] === 'According') return null;
    if (accordingTo(words, i)) return nounFrom(words, i + 2);
    if (!isCue(words, i)) continue;
    if (opensContent(words, i + 1)) return null;
    if (is(words, i - 1, Kind.pronoun)) return 'pronoun';
    return nounBefore(words, i, quantity.end) ?? nounFrom(words, i + 1);
  }
  return null;
}

function speakerBefore(words: Words, quantity: Quantity): Speaker | null {
  for (let i = quantity.first - 1; i >= words.from; i--) {
    const lower = words.lower[i] as string;
    if (lower === ';' || (lower === '"' && i < quantity.first - 2)) return null;
    if (accordingTo(words, i)) return nounFrom(words, i + 2);
    if (lower === 'citing' || lower === 'quoting') return nounFrom(words, i + 1);
    if (lower === 'reports' && lowerAt(words, i + 1) === 'that') return { from: i, to: i + 1 };
    if (!isCue(words, i) && !(tolls.has(lower) && givesToll(words, i, quantity.end + 4))) continue;
    const speaker = nounBefore(words, i, words.from);
    if (speaker !== null || !tolls.has(lower)) return speaker;
  }
  return null;
}

/** *Toll rises to 76: monitor*, *40 killed in raid – reports*, *Opposition: 1,300 killed*. */
function speakerOfHeadline(words: Words, quantity: Quantity): Speaker | null {
  let to = words.to;
  while (to > words.from && is(words, to - 1, Kind.mark)) to--;
  for (let i = to - 1; i >= Math.max(quantity.end, to - 6); i--)
    if (/^[:–-]$/.test(words.lower[i] as string) && words.start[i + 1] !== words.end[i])
      return accept(words, i + 1, to);
  for (let i = words.from; i < Math.min(words.from + 6, quantity.first); i++)
    if (words.lower[i] === ':') return accept(words, words.from, i);
  return null;
}

const accordingTo = (words: Words, i: number): boolean =>
  lowerAt(words, i) === 'according' && lowerAt(words, i + 1) === 'to';

/** *Put the death toll at*, *gave a higher toll of*. */
function givesToll(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (is(words, i, Kind.toll) || /^(?:number|count)$/.test(lowerAt(words, i))) return true;
  return false;
}

/** A verb of speech in the active voice. */
const isCue = (words: Words, i: number): boolean =>
  speech.has(words.lower[i] as string) &&
  (!is(words, i - 1, Kind.auxiliary) || /^ha[sd]$|^have$/.test(lowerAt(words, i - 1))) &&
  !is(words, i + 1, Kind.state | Kind.verb);

/** *Said that …*, *said he …*: what follows is another content than the figure before. */
const opensContent = (words: Words, i: number): boolean =>
  lowerAt(words, i) === 'that' || is(words, i, Kind.pronoun) || is(words, i, Kind.number);

const isName = (words: Words, i: number): boolean => /^(?:\p{Lu}|al-)/u.test(words.word[i] as string);

/** The noun phrase that ends right before token `at`, not reaching back beyond `limit`. */
function nounBefore(words: Words, at: number, limit: number): Speaker | null {
  let end = at;
  while (end > limit && isAdverb(words, end - 1)) end--;
  let from = end;
  while (from > limit && end - from < 14) {
    const i = from - 1;
    if (is(words, i, Kind.determiner)) {
      from = i;
      if (i > limit && joinsNouns(words, i - 1)) from = i - 1;
      // an apposition that lost its comma: *the Center for Policy Research an NGO*
      else if (i > limit && isName(words, i - 1) && /^an?$/.test(words.lower[i] as string)) continue;
      else break;
    } else if (joinsNouns(words, i)) from = i;
    else if (isName(words, i) && !is(words, i, Kind.time | Kind.number)) from = i;
    else if (titles.has(words.lower[i] as string) || unnamed.has(words.lower[i] as string)) from = i;
    else if (describing.has(words.lower[i] as string) && from < end) from = i;
    else if (end - from < 6 && isPlainNoun(words, i) && hasDeterminer(words, i, limit)) from = i;
    else break;
  }
  while (from < end && joinsNouns(words, from)) from++;
  // *WHO said in a statement*: the paper speaks for somebody further left
  if (lowerAt(words, from - 1) === 'in' && /^(?:statement|report)$/.test(lowerAt(words, end - 1))) return null;
  return accept(words, withHead(words, from, limit), end);
}

/** *The center however has put*: between a speaker and the verb. */
const isAdverb = (words: Words, i: number): boolean =>
  (is(words, i, Kind.hedged | Kind.auxiliary) && !isName(words, i)) ||
  /^(?:however|meanwhile|too)$/.test(lowerAt(words, i));

/** *A source in the militia*, *sources close to the army*: back to the head that hides behind the institution. */
function withHead(words: Words, from: number, limit: number): number {
  let i = from - 1;
  if (i <= limit || !/^(?:in|at|from|with|within|inside|to|of)$/.test(lowerAt(words, i))) return from;
  if (lowerAt(words, i) === 'to' && lowerAt(words, i - 1) === 'close') i--;
  if (!heads.has(lowerAt(words, i - 1))) return from;
  let first = i - 1;
  while (first > limit && (describing.has(lowerAt(words, first - 1)) || is(words, first - 1, Kind.determiner))) first--;
  return first;
}

/** *of*, *for*, *at* inside a name or a description. */
const joinsNouns = (words: Words, i: number): boolean => /^(?:of|for|at)$/.test(lowerAt(words, i));

const isPlainNoun = (words: Words, i: number): boolean =>
  !is(words, i, Kind.auxiliary | Kind.verb | Kind.mark | Kind.time | Kind.number | Kind.preposition | Kind.conjunction);

/** A determiner stands shortly before token i, with nothing but nouns between. */
function hasDeterminer(words: Words, i: number, limit: number): boolean {
  for (let k = i - 1; k >= Math.max(limit, i - 5); k--) {
    if (is(words, k, Kind.determiner)) return true;
    if (!isPlainNoun(words, k)) return false;
  }
  return false;
}

/** The noun phrase that begins at token `from`. */
function nounFrom(words: Words, from: number): Speaker | null {
  let to = from;
  while (to < words.to && to - from < 12) {
    const opens = to === from && is(words, to, Kind.determiner);
    const named = isName(words, to) && !is(words, to, Kind.time | Kind.number);
    const inner = joinsNouns(words, to) && (isName(words, to + 1) || is(words, to + 1, Kind.determiner));
    const innerDeterminer = is(words, to, Kind.determiner) && joinsNouns(words, to - 1);
    const lower = lowerAt(words, to);
    const noun = unnamed.has(lower) || titles.has(lower) || describing.has(lower);
    if (!opens && !named && !inner && !innerDeterminer && !noun) break;
    to++;
  }
  return accept(words, from, to);
}

/** A phrase is a speaker where it holds a name or a noun for those who speak. */
function accept(words: Words, from: number, to: number): Speaker | null {
  if (to <= from || is(words, from, Kind.pronoun)) return null;
  for (let i = from; i < to; i++) {
    const lower = words.lower[i] as string;
    if (unnamed.has(lower) || titles.has(lower) || (isName(words, i) && i > words.from)) return { from, to };
  }
  return isName(words, from) && !is(words, from, Kind.determiner) ? { from, to } : null;
}
