import { isNationality, vagueAdjectives, word } from '../languages/en/attribution.js';
import { isCapital } from './phrase.js';
import { is, shape, type TokenRange, type Words } from './words.js';

/** A source longer than this, in words, is a sentence gone wrong. */
export const longestPhrase = 24;

/** *found by the house*, *suspected of theft*, *a report published in*: no verb of this subject. */
export const isParticiple = (words: Words, i: number): boolean => {
  const next = words.lower[i + 1];
  if (next === 'by') return true;
  if (next === 'of') return /^(?:suspected|accused|charged)$/.test(words.lower[i] as string);
  return (
    /^(?:in|on|at)$/.test(next ?? '') &&
    /^(?:published|released|broadcast|posted|recorded|documented)$/.test(words.lower[i] as string)
  );
};

const stopsPhrase = word.subordinator | word.relative;

/** The noun phrase that starts at `i`, to the first comma, quotation mark, clause or verb. */
export function phraseAfter(words: Words, i: number, end: number): TokenRange | null {
  let to = i;
  const limit = Math.min(end, i + longestPhrase);
  for (; to < limit; to++) {
    if (words.shapes[to] === shape.mark && !/^[-–%&.]$/.test(words.lower[to] as string)) {
      if (words.lower[to] === "'" || words.lower[to] === "'s") continue;
      break;
    }
    if (words.lower[to] === '.' || words.lower[to] === '–') break;
    if (to > i && is(words, to, stopsPhrase)) break;
    // *according to residents | the bridge was closed*, where a comma was lost
    if (
      to > i &&
      /^(?:a|an|the)$/.test(words.lower[to] as string) &&
      is(words, to - 1, crowd | word.report) &&
      words.shapes[to - 1] === shape.lower
    )
      break;
    if (to > i && is(words, to - 1, word.report | word.document) && isParticiple(words, to)) continue;
    if (to > i && is(words, to, word.auxiliary | word.reports) && !is(words, to, word.report | word.document)) break;
    if (to > i && words.lower[to] === 'on' && is(words, to + 1, word.time)) break;
    if (to > i && is(words, to, word.time) && words.shapes[to] === shape.capital) break;
    if (to > i && words.lower[to] === 'in' && /^(?:a|an)$/.test(words.lower[to + 1] ?? '')) break;
  }
  while (to > i && is(words, to - 1, word.adverb | word.preposition)) to--;
  return to > i ? { from: i, to } : null;
}

const breaks = /^(?:[,;:"“”()[\]!?…‘«»]|\.|–|—)$/;

/** The noun phrase that ends before `end`: back to the clause's start, without its opening conjunctions and adverbials. */
export function phraseBefore(words: Words, end: number, first: number): TokenRange | null {
  let to = end;
  if (to > first && words.lower[to - 1] === ',') {
    const apposition = beforeApposition(words, to - 1, first);
    if (apposition !== null) return apposition;
    to--;
    return null;
  }
  let from = to;
  while (from > first && to - from < longestPhrase) {
    const before = from - 1;
    const lower = words.lower[before] as string;
    if (breaks.test(lower)) break;
    if (is(words, before, word.subordinator | word.relative | word.auxiliary)) break;
    if (is(words, before, word.reports | word.reporting) && !is(words, before, word.report | word.document)) break;
    if (lower === 'and' && !joinsSources(words, before, from)) break;
    from--;
  }
  while (from < to && (is(words, from, word.adverb) || words.lower[from] === 'and' || words.lower[from] === 'or'))
    from++;
  from = afterAdverbial(words, from, to);
  return from < to ? tighten(words, { from, to }) : null;
}

const plausibleLength = 6;

/**
 * Scraped text loses its commas (*… shelled the town on Thursday a monitor said*): of a run too long for a subject only
 * the last noun phrase is kept, with what hangs on it by *of*, *in*, *at*.
 */
function tighten(words: Words, { from, to }: TokenRange): TokenRange {
  if (to - from <= plausibleLength) return { from: innerStart(words, from, to), to };
  if (is(words, to - 1, word.pronoun)) return { from: to - 1, to };
  for (let i = to - 1; i > from; i--) {
    const before = words.lower[i - 1] as string;
    if (is(words, i - 1, word.time | word.verb)) return { from: i, to };
    if (!is(words, i, word.determiner) || binding.has(before)) continue;
    if (before === 'and' && is(words, i - 2, speakers)) continue;
    if (isCapital(words, i - 1) && isCapital(words, i - 2) && i - 2 >= from) continue;
    return { from: i, to };
  }
  if (!is(words, to - 1, crowd)) return { from, to };
  const start = nounStart(words, to, from);
  return start > from && binding.has(words.lower[start - 1] as string) ? { from, to } : { from: start, to };
}

const crowd = word.people | word.bareSource | word.media | word.fighters;

/** Behind the last article that nothing binds to what stands before it: *the area | an agency photographer*. */
export function innerStart(words: Words, from: number, to: number): number {
  for (let i = to - 1; i > from + 1; i--) {
    if (!/^(?:a|an|the)$/.test(words.lower[i] as string)) continue;
    const before = words.lower[i - 1] as string;
    const bound =
      is(words, i - 1, word.preposition | word.determiner | word.subordinator | word.relative) ||
      /^\W|^(?:and|or|'s)$/.test(before) ||
      /(?:ing|ed)$/.test(before);
    const apposed = i > from + 1 && isCapital(words, i - 1) && isCapital(words, i - 2);
    if (!bound && !apposed) return i;
  }
  return from;
}

const binding = new Set(['of', 'in', 'at', 'for', 'from', 'with', 'within', 'inside', 'to', 'near']);

/** *and* inside a source: both sides are people or names. */
function joinsSources(words: Words, and: number, right: number): boolean {
  const people = word.people | word.bareSource | word.role | word.report | word.media | word.bodies;
  const left = is(words, and - 1, people) || (words.shapes[and - 1] ?? 4) === shape.capital;
  return left && (is(words, right, word.determiner) ? is(words, and - 1, people) : true);
}

/** *On Saturday*, *In a statement*: an opening prepositional phrase before the subject proper. */
function afterAdverbial(words: Words, from: number, to: number): number {
  if (!is(words, from, word.preposition)) return from;
  for (let j = from + 1; j < to - 1; j++) {
    if (is(words, j, word.time) || words.shapes[j] === shape.number) {
      let k = j;
      while (k < to && (is(words, k, word.time) || words.shapes[k] === shape.number)) k++;
      return k;
    }
    if (is(words, j, word.determiner) && j > from + 1) return j;
  }
  // *In the upper town residents (said)*
  if (is(words, to - 1, word.people | word.bareSource | word.fighters)) return nounStart(words, to, from);
  return from;
}

/** Where the bare noun phrase that ends before `end` begins: the noun with its article and plain adjectives. */
export function nounStart(words: Words, end: number, first: number): number {
  let from = end - 1;
  const modifies = (i: number): boolean =>
    is(words, i, word.determiner | word.count) ||
    vagueAdjectives.has(words.lower[i] as string) ||
    (isCapital(words, i) && isNationality(words.lower[i] as string));
  while (from > first && modifies(from - 1)) from--;
  return from;
}

/** *Ada Lind, a lecturer at the college, said*: the name before the apposition, with it. */
function beforeApposition(words: Words, comma: number, first: number): TokenRange | null {
  let open = comma - 1;
  while (open > first && comma - open < longestPhrase && words.lower[open] !== ',') open--;
  if (words.lower[open] !== ',' || open - 1 < first) return null;
  // two commas in a row are damage, and no end of them must cost the stack
  if (words.lower[open - 1] === ',') return null;
  const name = phraseBefore(words, open, first);
  if (name === null) return null;
  return { from: name.from, to: is(words, open + 1, word.relative | word.reporting) ? open : comma };
}

const speakers =
  word.pronoun |
  word.spokesperson |
  word.bareSource |
  word.person |
  word.role |
  word.people |
  word.fighters |
  word.office |
  word.media |
  word.report |
  word.body |
  word.bodies |
  word.collective |
  word.document |
  word.count;

/** Whether a phrase holds anything that can say something: a name or a word for people, bodies, media or documents. */
export function couldSpeak(words: Words, range: TokenRange): boolean {
  if (
    /^(?:the|a|an|these|this|those|such|that|other|its|his|their|her|and|to|or|of)$/.test(
      words.lower[range.to - 1] as string,
    )
  )
    return false;
  for (let i = range.from; i < range.to; i++) {
    if (is(words, i, speakers)) return true;
    const written = words.shapes[i];
    if (written === shape.capital || written === shape.capitals) return true;
  }
  return false;
}
