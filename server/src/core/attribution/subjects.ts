import { anySpeech, speech } from '../languages/tokenClasses.js';
import { is, isOneOf, shape, type TokenRange, type Words } from '../words.js';
import { isCapital } from './phrase.js';

/** A source longer than this, in words, is a sentence gone wrong; set by hand. */
export const longestPhrase = 24;

/** *found by the house*, *suspected of theft*, *a report published in*: no verb of this subject. */
export const isParticiple = (words: Words, i: number): boolean => {
  if (isOneOf(words, i + 1, words.says.by)) return true;
  if (isOneOf(words, i + 1, words.says.of)) return isOneOf(words, i, words.says.chargedWith);
  return isOneOf(words, i + 1, words.says.publishedIn) && isOneOf(words, i, words.says.published);
};

/** *a*, *an*, *the*. */
export const isArticle = (words: Words, i: number): boolean =>
  isOneOf(words, i, words.says.the) || isOneOf(words, i, words.says.indefiniteArticles);

const stopsPhrase = speech.subordinator | speech.relative;

/** The noun phrase that starts at `i`, to the first comma, quotation mark, clause or verb. */
export function phraseAfter(words: Words, i: number, end: number): TokenRange | null {
  let to = i;
  const limit = Math.min(end, i + longestPhrase);
  for (; to < limit; to++) {
    if (words.shapes[to] === shape.mark && !/^[-–%&.]$/.test(words.lower[to]!)) {
      if (words.lower[to] === "'" || isOneOf(words, to, words.says.possessive)) continue;
      break;
    }
    if (words.lower[to] === '.' || words.lower[to] === '–') break;
    if (to > i && is(words, to, stopsPhrase)) break;
    // *according to residents | the bridge was closed*, where a comma was lost
    if (
      to > i &&
      isArticle(words, to) &&
      is(words, to - 1, crowd | speech.report) &&
      words.shapes[to - 1] === shape.lower
    )
      break;
    if (to > i && is(words, to - 1, speech.report | speech.document) && isParticiple(words, to)) continue;
    // *familiar with the remarks*: no verb behind an article
    const verb = is(words, to, speech.auxiliary | speech.reports) && !isArticle(words, to - 1);
    if (to > i && verb && !is(words, to, speech.report | speech.document)) break;
    if (to > i && isOneOf(words, to, words.says.on) && is(words, to + 1, speech.time)) break;
    if (to > i && is(words, to, speech.time) && words.shapes[to] === shape.capital && !isArticle(words, to - 1)) break;
    if (to > i && isOneOf(words, to, words.says.in) && isOneOf(words, to + 1, words.says.indefiniteArticles)) break;
  }
  while (to > i && is(words, to - 1, speech.adverb | speech.preposition)) to--;
  return to > i ? { from: i, to } : null;
}

const breaks = /^(?:[,;:"“”()[\]!?…‘«»]|\.|–|—)$/;

/** A mark that ends a phrase; the stop in *Mr. Lind* and *Ada M. Lind* does not. */
export const isBreak = (words: Words, i: number): boolean =>
  breaks.test(words.lower[i]!) &&
  !(
    words.lower[i] === '.' &&
    (is(words, i - 1, speech.title) || (words.lower[i - 1]?.length === 1 && isCapital(words, i - 1)))
  );

/** The noun phrase that ends before `end`: back to the clause's start, without its opening conjunctions and adverbials. */
export function phraseBefore(words: Words, to: number, first: number): TokenRange | null {
  if (to > first && words.lower[to - 1] === ',') {
    return beforeApposition(words, to - 1, first);
  }
  const nicknamed = beforeNickname(words, to, first);
  if (nicknamed > first) return phraseBefore(words, nicknamed, first);
  const described = withRelative(words, to, first);
  if (described !== null) return described;
  let from = to;
  while (from > first && to - from < longestPhrase) {
    const before = from - 1;
    if (isBreak(words, before)) break;
    // *scientists not involved in the study*
    const not = isOneOf(words, before, words.says.postposed) && is(words, before - 1, speech.people);
    if (!not && is(words, before, speech.subordinator | speech.relative | speech.auxiliary)) break;
    // *rescue workers responding to the attack*
    const modifies = isOneOf(words, before, words.says.weakVerbs) && is(words, before - 1, speech.people);
    const ofState =
      before === first && isOneOf(words, before, words.says.nounVerbs) && is(words, before + 1, speech.media);
    const says = (is(words, before, speech.reports) && !ofState) || (is(words, before, speech.reporting) && !modifies);
    if (says && !is(words, before, speech.report | speech.document)) break;
    if (isOneOf(words, before, words.says.and) && !joinsSources(words, before, from)) break;
    from--;
  }
  while (
    from < to &&
    (is(words, from, speech.adverb) || isOneOf(words, from, words.says.and) || isOneOf(words, from, words.says.or))
  )
    from++;
  from = afterAdverbial(words, from, to);
  return from < to ? tighten(words, { from, to }) : null;
}

/** In words, between quotation marks; set by hand. */
const longestNickname = 6;
/** In words, from *who* to a nickname (*who goes by the name of*); set by hand. */
const longestIntroduction = 8;

/** *a porter | who goes by “Tin Cup” (said)*: where the words about a nickname in quotation marks begin; 0 for none. */
function beforeNickname(words: Words, end: number, first: number): number {
  const quotation = words.quotation[end - 1]!;
  if (quotation === 0 || words.quotation[end] === quotation) return 0;
  let open = end - 1;
  while (open > first && end - open < longestNickname && words.quotation[open - 1] === quotation) open--;
  let named = false;
  for (let i = open - 1; i > first && open - i < longestIntroduction; i--) {
    if (words.shapes[i] === shape.mark) return 0;
    named ||= isOneOf(words, i, words.says.withheld);
    if (named && (isOneOf(words, i, words.says.relativePronouns) || isOneOf(words, i, words.says.aside)))
      return words.lower[i - 1] === ',' ? i - 1 : i;
  }
  return 0;
}

/** In words, from *who* to the verb of saying; set by hand. */
const longestRelative = 24;

/** *A man who runs the kiosk on the corner (said)*: a clause opens with its subject, and a relative clause hangs on that. */
function withRelative(words: Words, end: number, first: number): TokenRange | null {
  for (let who = end - 2; who > first && end - who < longestRelative; who--) {
    // *who is not allowed to comment (said)*
    const says =
      is(words, who, speech.reports) &&
      !isOneOf(words, who - 1, words.says.to) &&
      !isOneOf(words, who, words.says.withheld);
    if (words.shapes[who] === shape.mark || says) return null;
    if (!isOneOf(words, who, words.says.who)) continue;
    let verb = who + 1;
    while (is(words, verb, speech.adverb)) verb++;
    const acts =
      is(words, verb, speech.auxiliary | speech.verb) ||
      isOneOf(words, verb, words.says.speaking) ||
      isOneOf(words, verb, words.says.whoLives) ||
      words.says.finite.test(words.lower[verb]!) ||
      (is(words, who - 1, speech.people) && words.shapes[verb] === shape.lower && !is(words, verb, anySpeech));
    if (!acts || is(words, verb, speech.people) || !is(words, who - 1, speakers)) return null;
    let from = who - 1;
    while (from > first && who - from < longestPhrase && !isBreak(words, from - 1)) from--;
    return is(words, from, speech.determiner | speech.count | speech.people | speech.bareSource) ||
      isOneOf(words, from, words.says.impersonal)
      ? { from, to: end }
      : null;
  }
  return null;
}

/** In words: a subject that is longer may have another sentence run into it; set by hand. */
const plausibleLength = 6;

/**
 * Scraped text loses its commas (*… shelled the town on Thursday a monitor said*): of a run too long for a subject only
 * the last noun phrase is kept, with what hangs on it by *of*, *in*, *at*.
 */
function tighten(words: Words, { from, to }: TokenRange): TokenRange {
  if (to - from <= plausibleLength) return { from: innerStart(words, from, to), to };
  if (is(words, to - 1, speech.pronoun)) return { from: to - 1, to };
  for (let i = to - 1; i > from; i--) {
    if (is(words, i - 1, speech.time | speech.verb)) return { from: i, to };
    if (!is(words, i, speech.determiner) || isOneOf(words, i - 1, words.says.binding)) continue;
    if (isOneOf(words, i - 1, words.says.and) && is(words, i - 2, speakers)) continue;
    if (isCapital(words, i - 1) && isCapital(words, i - 2) && i - 2 >= from) continue;
    return { from: i, to };
  }
  if (!is(words, to - 1, crowd)) return { from, to };
  const start = nounStart(words, to, from);
  return start > from && isOneOf(words, start - 1, words.says.binding) ? { from, to } : { from: start, to };
}

const crowd = speech.people | speech.bareSource | speech.media | speech.fighters;

/** Behind the last article that nothing binds to what stands before it: *the area | an agency photographer*. */
export function innerStart(words: Words, from: number, to: number): number {
  for (let i = to - 1; i > from + 1; i--) {
    if (!isArticle(words, i)) continue;
    const before = words.lower[i - 1]!;
    const bound =
      is(words, i - 1, speech.preposition | speech.determiner | speech.subordinator | speech.relative) ||
      /^\W/.test(before) ||
      isOneOf(words, i - 1, words.says.and) ||
      isOneOf(words, i - 1, words.says.or) ||
      words.says.participle.test(before);
    const apposed = i > from + 1 && isCapital(words, i - 1) && isCapital(words, i - 2);
    if (!bound && !apposed) return i;
  }
  return from;
}

/** *and* inside a source: both sides are people or names. */
function joinsSources(words: Words, and: number, right: number): boolean {
  const people = speech.people | speech.bareSource | speech.role | speech.report | speech.media | speech.bodies;
  const left = is(words, and - 1, people) || (words.shapes[and - 1] ?? 4) === shape.capital;
  return left && (is(words, right, speech.determiner) ? is(words, and - 1, people) : true);
}

/** *On Saturday*, *In a statement*: an opening prepositional phrase before the subject proper. */
function afterAdverbial(words: Words, from: number, to: number): number {
  if (!is(words, from, speech.preposition)) return from;
  for (let j = from + 1; j < to - 1; j++) {
    if (is(words, j, speech.time) || words.shapes[j] === shape.number) {
      let k = j;
      while (k < to && (is(words, k, speech.time) || words.shapes[k] === shape.number)) k++;
      return k;
    }
    if (is(words, j, speech.determiner) && j > from + 1) return j;
  }
  // *In the upper town residents (said)*
  if (is(words, to - 1, speech.people | speech.bareSource | speech.fighters)) return nounStart(words, to, from);
  return from;
}

/** In words: *the harbour master's*; set by hand. */
const longestOwner = 5;

/** *the harbour master's | brother*: where the owner of what begins at `from` begins. */
function owned(words: Words, from: number, first: number): number | null {
  if (!isOneOf(words, from - 1, words.says.possessive)) return null;
  const opens = (i: number): boolean => is(words, i, speech.determiner) || isCapital(words, i);
  let owner = from - 2;
  while (owner > first && from - owner < longestOwner && !opens(owner)) owner--;
  return owner >= first && opens(owner) ? owner : null;
}

/** Where the bare noun phrase that ends before `end` begins: the noun with its article and plain adjectives. */
export function nounStart(words: Words, end: number, first: number): number {
  let from = end - 1;
  const modifies = (i: number): boolean =>
    is(words, i, speech.determiner | speech.count) ||
    isOneOf(words, i, words.says.vagueAdjectives) ||
    (is(words, end - 1, speech.role) && words.says.past.test(words.lower[i]!) && is(words, i - 1, speech.determiner)) ||
    (isCapital(words, i) && words.says.isNationality(words.lower[i]!));
  while (from > first && modifies(from - 1)) from--;
  return owned(words, from, first) ?? from;
}

/** *Ada Lind, a lecturer at the college, said*: the name before the apposition, with it. */
function beforeApposition(words: Words, comma: number, first: number): TokenRange | null {
  let open = comma - 1;
  while (open > first && comma - open < longestPhrase && words.lower[open] !== ',') open--;
  if (words.lower[open] !== ',' || open - 1 < first) return null;
  // two commas in a row are damage, and no end of them must cost the stack
  if (words.lower[open - 1] === ',') return null;
  // *the talks, which involved both sides, will prove useful, said*
  if (is(words, open + 1, speech.auxiliary)) return null;
  const name = phraseBefore(words, open, first);
  if (name === null) return null;
  return { from: name.from, to: is(words, open + 1, speech.relative | speech.reporting) ? open : comma };
}

const speakers =
  speech.pronoun |
  speech.spokesperson |
  speech.bareSource |
  speech.person |
  speech.role |
  speech.people |
  speech.fighters |
  speech.office |
  speech.media |
  speech.report |
  speech.body |
  speech.bodies |
  speech.collective |
  speech.document |
  speech.count;

/** Whether a phrase holds anything that can say something: a name or a word for people, bodies, media or documents. */
export function couldSpeak(words: Words, range: TokenRange): boolean {
  if (isOneOf(words, range.to - 1, words.says.neverLast)) return false;
  for (let i = range.from; i < range.to; i++) {
    if (is(words, i, speakers)) return true;
    const written = words.shapes[i];
    if (written === shape.capital || written === shape.capitals) return true;
  }
  return false;
}
