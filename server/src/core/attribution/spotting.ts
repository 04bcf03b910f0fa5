import type { Sentence } from '../article/article.js';
import { weakVerbs, word } from '../languages/en/attribution.js';
import { isCapital } from './phrase.js';
import { spotNominal } from './reports.js';
import { is, shape, type TokenRange, type Words } from './words.js';

/** An attribution before anybody asked who the source is: what the tagger or the rules below see. */
export interface Spotted {
  readonly source: TokenRange | null;
  readonly cue: TokenRange;
  readonly content: readonly TokenRange[];
}

const longestPhrase = 24;

/** Attributions by rules alone: a verb of reporting with its subject, *according to*, *citing*, *quoted as saying*. */
export function spotByRules(words: Words): Spotted[] {
  const found: Spotted[] = spotNominal(words);
  for (const sentence of words.article.sentences) {
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const spotted = spotAt(words, i, sentence);
      if (spotted === null) continue;
      found.push(spotted);
      i = Math.max(i, spotted.cue.to - 1);
    }
  }
  return found.sort((a, b) => a.cue.from - b.cue.from);
}

function spotAt(words: Words, i: number, sentence: Sentence): Spotted | null {
  const lower = words.lower[i] as string;
  // *the United States*: inside a sentence a verb has no capital
  if (
    words.shapes[i] !== shape.lower &&
    i > sentence.firstToken &&
    sentence.place !== 'headline' &&
    words.quotation[i] === words.quotation[i - 1]
  )
    return null;
  if (lower === 'according' && words.lower[i + 1] === 'to') {
    const source = phraseAfter(words, i + 2, sentence.endToken);
    return (
      source && { source, cue: { from: i, to: i + 2 }, content: contentAround(words, i, source.to, sentence, true) }
    );
  }
  if (is(words, i, word.reporting)) return byParticiple(words, i, sentence);
  if (is(words, i, word.reports)) return byVerb(words, i, sentence);
  return null;
}

/** *…, citing local sources* : the source follows, and the outlet that cites it is found by its own verb. */
function byParticiple(words: Words, i: number, sentence: Sentence): Spotted | null {
  const lower = words.lower[i] as string;
  if (lower === 'citing' || lower === 'quoting') {
    const source = phraseAfter(words, i + 1, sentence.endToken);
    return (
      source && { source, cue: { from: i, to: i + 1 }, content: contentAround(words, i, source.to, sentence, true) }
    );
  }
  return null;
}

function byVerb(words: Words, i: number, sentence: Sentence): Spotted | null {
  const to = i + 1;
  const passive = words.lower[i] === 'quoted' || words.lower[i] === 'cited';
  if (passive) return byQuoted(words, i, sentence);
  if (is(words, i, word.reported) && isParticiple(words, i)) return null;
  const inverted = isInverted(words, i, sentence);
  if (inverted) {
    const source = phraseAfter(words, i + 1, sentence.endToken);
    if (source !== null)
      return { source, cue: { from: i, to }, content: contentAround(words, i, source.to, sentence, true) };
  }
  const subjectEnd = skipVerbGroup(words, i, sentence.firstToken);
  if (isPassive(words, subjectEnd, i)) return null;
  const relative = words.lower[subjectEnd - 1] === 'who';
  const behind = subjectEnd - (relative ? (words.lower[subjectEnd - 2] === ',' ? 2 : 1) : 0);
  const source = phraseBefore(words, behind, sentence.firstToken);
  if (source === null || !couldSpeak(words, source)) return null;
  if (!agrees(words, source, i) || !reportsSomething(words, source, i)) return null;
  return { source, cue: { from: i, to }, content: contentAround(words, source.from, to, sentence, false) };
}

/** *found by the house*, *suspected of theft*, *a report published in*: no verb of this subject. */
const isParticiple = (words: Words, i: number): boolean => {
  const next = words.lower[i + 1];
  if (next === 'by') return true;
  if (next === 'of') return /^(?:suspected|accused|charged)$/.test(words.lower[i] as string);
  return (
    /^(?:in|on|at)$/.test(next ?? '') &&
    /^(?:published|released|broadcast|posted|recorded|documented)$/.test(words.lower[i] as string)
  );
};

/** *Reuters quoted a commander as saying*; *a commander was quoted as saying*. */
function byQuoted(words: Words, i: number, sentence: Sentence): Spotted | null {
  for (let as = i + 1; as < Math.min(i + longestPhrase, sentence.endToken); as++) {
    if (words.lower[as] !== 'as' || !is(words, as + 1, word.reporting)) continue;
    const content = [{ from: as + 2, to: trimEnd(words, as + 2, sentence.endToken) }];
    if (as > i + 1) return { source: { from: i + 1, to: as }, cue: { from: i, to: i + 1 }, content };
    const source = phraseBefore(words, skipVerbGroup(words, i, sentence.firstToken), sentence.firstToken);
    return source && { source, cue: { from: i, to: as + 2 }, content };
  }
  return null;
}

const auxiliaryOrAdverb = word.auxiliary | word.adverb | word.time;

/** The end of the subject of the verb at `i`: to the left of its auxiliaries and adverbs. */
function skipVerbGroup(words: Words, i: number, from: number): number {
  let j = i;
  while (j > from && is(words, j - 1, auxiliaryOrAdverb) && !is(words, j - 1, word.reports)) j--;
  if (j > from && words.lower[j - 1] === 'on' && j < i) j--;
  return j;
}

function isPassive(words: Words, from: number, verb: number): boolean {
  if (!is(words, verb, word.reported)) return false;
  for (let j = from; j < verb; j++)
    if (/^(?:is|are|was|were|be|been|being)$/.test(words.lower[j] as string)) return true;
  return false;
}

/** A verb right after a quotation or a comma and before a capital, determiner or source word: *“…”, said Ms Oyelaran*. */
function isInverted(words: Words, i: number, sentence: Sentence): boolean {
  const next = i + 1;
  if (next >= sentence.endToken) return false;
  const before = i === sentence.firstToken ? '' : (words.lower[i - 1] as string);
  const opens = before === '' || before === ',' || before === '"' || before === '”' || before === "'";
  if (!opens) return false;
  if (before === '' && i > 0 && words.quotation[i - 1] === 0) return false;
  return (
    words.shapes[next] === shape.capital ||
    words.shapes[next] === shape.capitals ||
    is(words, next, word.determiner | word.people | word.role | word.title | word.bareSource)
  );
}

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
    return { from: i, to };
  }
  return { from, to };
}

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
  return from;
}

/** *Ada Lind, a lecturer at the college, said*: the name before the apposition, with it. */
function beforeApposition(words: Words, comma: number, first: number): TokenRange | null {
  let open = comma - 1;
  while (open > first && comma - open < longestPhrase && words.lower[open] !== ',') open--;
  if (words.lower[open] !== ',' || open - 1 < first) return null;
  const name = phraseBefore(words, open, first);
  if (name === null) return null;
  return { from: name.from, to: is(words, open + 1, word.relative) ? open : comma };
}

const plural = word.people | word.bareSource | word.report | word.media | word.fighters | word.bodies | word.person;

const acts = /^(?:put|place)(?:s|d)?$/;

/** *residents put the toll at*, *reports show*, but not *rebels placed bombs*, *officials found the boat*. */
const reportsSomething = (words: Words, source: TokenRange, verb: number): boolean =>
  !(weakVerbs.has(words.lower[verb] as string) || acts.test(words.lower[verb] as string)) ||
  words.lower[verb + 1] === 'that' ||
  words.lower[verb] === 'saw' ||
  is(words, source.to - 1, word.report | word.media) ||
  (acts.test(words.lower[verb] as string) &&
    words.lower[verb + 2] !== undefined &&
    /^(?:toll|number|figure|death|dead)$/.test(words.lower[verb + 2] as string));

/** A bare form (*state*, *document*) is a verb only behind a plural or an auxiliary; else it is a noun. */
function agrees(words: Words, source: TokenRange, verb: number): boolean {
  const lower = words.lower[verb] as string;
  if (lower === 'state' || lower === 'states') return words.lower[verb + 1] === 'that';
  if (/(?:ed|s)$/.test(lower) || irregularPasts.has(lower) || source.to < verb) return true;
  for (let i = source.from; i < source.to; i++)
    if (is(words, i, plural | word.pronoun | word.count) || words.lower[i] === 'and') return true;
  return false;
}

const irregularPasts = new Set(['said', 'told', 'wrote', 'thought', 'knew', 'found', 'put', 'saw']);

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
function couldSpeak(words: Words, range: TokenRange): boolean {
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

function trimEnd(words: Words, from: number, to: number): number {
  let end = to;
  while (end > from && /^[.,;:!?]$/.test(words.lower[end - 1] as string)) end--;
  return end;
}

/**
 * What is said: after the cue to the end of the sentence, or, where the attribution closes the sentence, all before it;
 * a quotation on the other side goes with it.
 */
function contentAround(words: Words, from: number, to: number, sentence: Sentence, follows: boolean): TokenRange[] {
  const content: TokenRange[] = [];
  const beforeEnd = trimEnd(words, sentence.firstToken, from);
  const before = { from: sentence.firstToken, to: beforeEnd };
  let start = to;
  while (start < sentence.endToken && /^(?:that|,|:)$/.test(words.lower[start] as string)) start++;
  const after = { from: start, to: trimEnd(words, start, sentence.endToken) };
  const closed = /^[,"”']$/.test(words.lower[from - 1] ?? '');
  if (before.to > before.from && (closed || (follows && after.to - after.from < 3))) content.push(before);
  if (after.to - after.from >= 3 && (content.length === 0 || words.quotation[after.from] !== 0)) content.push(after);
  return content;
}
