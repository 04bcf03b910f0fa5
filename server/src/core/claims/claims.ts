import type { Article } from '../article/article.js';
import { isUnknowable, type Level } from '../attribution/attribution.js';
import type { Outcome } from '../casualties/figure.js';
import { denials, hedges, multipliers, negations, phraseAliases, qualifiers } from '../languages/en/claims.js';
import type { Reading } from '../reading.js';
import { indexAt, overlap, type Span } from '../span.js';
import { idfOf } from './background.js';
import { hash, multiplierOf, numberOf, termOf } from './terms.js';

/** What kind of word a term is: bits. */
export const NAME = 1;
export const NUMBER = 2;
export const QUOTED = 4;
/** In the source or cue of an attribution: who speaks, not what is said. */
export const SPEAKER = 8;
/** Shortly after a word of negation or denial. */
export const DENIED = 16;

/** What a mention is as a whole: bits. */
export const HEADLINE = 1;
export const LEAD = 2;
export const NEGATED = 4;
export const DENIES = 8;

/** A casualty figure as far as two of them can be compared. */
export interface Count extends Span {
  readonly outcome: Outcome;
  readonly low: number | null;
  readonly high: number | null;
  readonly approx: boolean;
  readonly scope: 'incident' | 'cumulative' | 'historical';
  /** Day of what happened, as days since 1970, or NaN. */
  readonly day: number;
}

/** Who is made to answer for (a part of) a mention. */
export interface Voice {
  readonly level: Level;
  /** To compare by: normalised, '' for hearsay. */
  readonly name: string;
  /** In the article's words. */
  readonly words: string;
  readonly chain: readonly string[];
  /** What is said is (partly) between quotation marks. */
  readonly quotes: boolean;
}

/** A word of uncertainty in a mention: a hedge, or what qualifies a number. */
export interface Hedge {
  readonly kind: 'hedge' | 'floor' | 'range';
  readonly words: string;
  /** The number it qualifies; NaN for a hedge. */
  readonly value: number;
}

/**
 * What an article asserts, sentence by sentence, as numbers that two articles can be compared by: parallel arrays,
 * because a workspace holds hundreds of thousands of mentions. Strings are kept only where a person will read them.
 */
export interface Claims {
  readonly outlet: string | null;
  readonly agency: string | null;
  /** Days since 1970, or NaN. */
  readonly day: number;
  /** Number of mentions. */
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Bits HEADLINE, LEAD, NEGATED, DENIES. */
  readonly traits: Uint8Array;
  /** Terms of mention m: `firstTerm[m]` up to, not including, `firstTerm[m + 1]`; in order of the text. */
  readonly firstTerm: Int32Array;
  readonly term: Int32Array;
  readonly exact: Int32Array;
  readonly kind: Uint8Array;
  readonly value: Float64Array;
  /** All words of mention m as hashes: `firstWord[m]` up to `firstWord[m + 1]`. */
  readonly firstWord: Int32Array;
  readonly word: Int32Array;
  /**
   * The distinct terms of each mention: entries `firstBag[m]` up to `firstBag[m + 1]`, sorted by term. `bagAt` is where
   * the term first stands, counted from `firstTerm[m]`; `bagKind` joins the bits of all its places.
   */
  readonly firstBag: Int32Array;
  readonly bagTerm: Int32Array;
  readonly bagKind: Uint8Array;
  readonly bagAt: Uint16Array;
  readonly bagWeight: Float32Array;
  readonly bagMention: Uint16Array;
  /** Logarithm of the number of mentions that hold the term. */
  readonly bagSpread: Float32Array;
  /** Length of each mention's weight vector. */
  readonly norm: Float32Array;
  /**
   * What the article as a whole is about: its distinct terms, sorted, with weights of length one. The entries of the
   * bags that hold term t are `entry[first[t]]` up to `entry[first[t + 1]]`: two articles are joined in one pass.
   */
  readonly topic: {
    readonly term: Int32Array;
    readonly weight: Float32Array;
    readonly first: Int32Array;
    readonly entry: Int32Array;
  };
  readonly counts: ReadonlyMap<number, readonly Count[]>;
  readonly voices: ReadonlyMap<number, readonly Voice[]>;
  readonly hedges: ReadonlyMap<number, readonly Hedge[]>;
}

/** Of a text with more sentences (a book, a dump) only the first are compared. */
const mentionsKept = 1000;

/** Words that a negation reaches. */
const deniedReach = 4;
/** Words that a denial reaches (*denied that government forces had used chemical weapons*). */
const disputedReach = 10;

/** Mentions with fewer terms assert nothing that could be recognised elsewhere. */
const termsNeeded = 3;

/** Reads the claims of an article. */
export function readClaims(reading: Reading): Claims {
  const { article } = reading;
  const speakers = speakerTokens(reading);
  const quoted = quotedTokens(article);
  const lists = emptyLists();
  for (const sentence of article.sentences) {
    if (lists.start.length === mentionsKept) break;
    addMention(article, sentence, speakers, quoted, lists);
  }
  const count = lists.start.length;
  const firstTerm = Int32Array.from([...lists.firstTerm, lists.term.length]);
  const term = Int32Array.from(lists.term);
  const spans = lists.start.map((start, i) => ({ start, end: lists.end[i] as number }));
  return {
    outlet: article.metadata.outlet,
    agency: article.metadata.agency,
    day: dayOf(article.metadata.date),
    count,
    start: Int32Array.from(lists.start),
    end: Int32Array.from(lists.end),
    traits: Uint8Array.from(lists.traits),
    firstTerm,
    term,
    exact: Int32Array.from(lists.exact),
    kind: Uint8Array.from(lists.kind),
    value: Float64Array.from(lists.value),
    firstWord: Int32Array.from([...lists.firstWord, lists.word.length]),
    word: Int32Array.from(lists.word),
    ...bagsOf(count, firstTerm, term, lists.kind),
    counts: countsOf(reading, spans),
    voices: voicesOf(reading, spans),
    hedges: hedgesOf(article, spans),
  };
}

/** An ISO date as days since 1970; NaN where unknown. */
const dayOf = (date: string | null): number => (date === null ? Number.NaN : Date.parse(date) / 86_400_000);

interface Lists {
  readonly start: number[];
  readonly end: number[];
  readonly traits: number[];
  readonly firstTerm: number[];
  readonly term: number[];
  readonly exact: number[];
  readonly kind: number[];
  readonly value: number[];
  readonly firstWord: number[];
  readonly word: number[];
}

const emptyLists = (): Lists => ({
  start: [],
  end: [],
  traits: [],
  firstTerm: [],
  term: [],
  exact: [],
  kind: [],
  value: [],
  firstWord: [],
  word: [],
});

const aliasesByFirst = new Map<string, (readonly [string[], string])[]>();
for (const [phrase, alias] of phraseAliases) {
  const parts = phrase.split(' ');
  const first = parts[0] as string;
  aliasesByFirst.set(first, [...(aliasesByFirst.get(first) ?? []), [parts, alias]]);
}

/** The alias of the phrase that begins at token `at`, with its length in tokens. */
function phraseAt(lower: readonly string[], at: number, end: number): readonly [number, string] | null {
  for (const [parts, alias] of aliasesByFirst.get(lower[at] as string) ?? []) {
    if (at + parts.length <= end && parts.every((part, i) => lower[at + i] === part)) return [parts.length, alias];
  }
  return null;
}

function addMention(
  article: Article,
  sentence: Article['sentences'][number],
  speakers: Uint8Array,
  quoted: Uint8Array,
  lists: Lists,
): void {
  const { lower, word } = article.tokens;
  const firstTerm = lists.term.length;
  const firstWord = lists.word.length;
  let traits = sentence.place === 'headline' ? HEADLINE : sentence.place === 'lead' ? LEAD : 0;
  let deniedUntil = -1;
  const push = (text: string, capital: boolean, token: number, value = Number.NaN): void => {
    const term = termOf(text, capital);
    if (term === null) return;
    const number = Number.isNaN(value) ? term.value : value;
    const isNumber = !Number.isNaN(number);
    const key = isNumber ? hash(`#${number}`) : term.hash;
    lists.term.push(key);
    lists.exact.push(isNumber ? key : term.exact);
    lists.value.push(number);
    lists.kind.push(
      (isNumber ? NUMBER : capital ? NAME : 0) |
        (quoted[token] ? QUOTED : 0) |
        (speakers[token] ? SPEAKER : 0) |
        (token <= deniedUntil ? DENIED : 0),
    );
  };
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const text = lower[i] as string;
    const first = text.charCodeAt(0);
    if (first < 48 || (first > 57 && first < 97)) continue;
    lists.word.push(hash(text));
    if (negations.has(text)) {
      traits |= NEGATED;
      deniedUntil = Math.max(deniedUntil, i + deniedReach);
    }
    if (denials.has(text)) {
      traits |= DENIES;
      deniedUntil = i + disputedReach;
    }
    const written = word[i] as string;
    const capital = written !== text && (text.length > 2 || written === written.toUpperCase());
    const phrase = capital ? phraseAt(lower, i, sentence.endToken) : null;
    if (phrase !== null) {
      for (let k = 1; k < phrase[0]; k++) lists.word.push(hash(lower[i + k] as string));
      push(phrase[1], true, i);
      i += phrase[0] - 1;
      continue;
    }
    const next = i + 1 < sentence.endToken ? (lower[i + 1] as string) : '';
    const number = numberOf(text === 'one' || text === 'a' ? '' : text);
    if (!Number.isNaN(number) && multipliers.has(next)) {
      push(text, false, i, number * multiplierOf(next));
      lists.word.push(hash(next));
      i++;
    } else if (text.includes('-')) {
      for (const part of text.split('-')) push(part, capital, i);
    } else push(text, capital, i);
  }
  if (lists.term.length - firstTerm < termsNeeded || asks(article, sentence)) {
    for (const list of [lists.term, lists.exact, lists.kind, lists.value]) list.length = firstTerm;
    lists.word.length = firstWord;
    return;
  }
  lists.start.push(sentence.start);
  lists.end.push(sentence.end);
  lists.traits.push(traits);
  lists.firstTerm.push(firstTerm);
  lists.firstWord.push(firstWord);
}

/** A question asserts nothing; one inside a longer quotation may. */
const asks = ({ text }: Article, { end }: Span): boolean => text[end - 1] === '?';

type Bags = Pick<
  Claims,
  'firstBag' | 'bagTerm' | 'bagKind' | 'bagAt' | 'bagWeight' | 'bagMention' | 'bagSpread' | 'norm' | 'topic'
>;

interface Entry {
  readonly term: number;
  kind: number;
  readonly at: number;
  readonly mention: number;
}

function bagsOf(count: number, firstTerm: Int32Array, term: Int32Array, kind: readonly number[]): Bags {
  const firstBag = new Int32Array(count + 1);
  const entries: Entry[] = [];
  const norm = new Float32Array(count);
  for (let m = 0; m < count; m++) {
    const bag = bagOf(m, firstTerm, term, kind);
    let squares = 0;
    for (const entry of bag) {
      squares += idfOf(entry.term) ** 2;
      entries.push(entry);
    }
    norm[m] = Math.sqrt(squares);
    firstBag[m + 1] = entries.length;
  }
  const bagTerm = Int32Array.from(entries, (entry) => entry.term);
  const bagWeight = Float32Array.from(bagTerm, idfOf);
  const bagSpread = new Float32Array(entries.length);
  return {
    firstBag,
    bagTerm,
    bagKind: Uint8Array.from(entries, (entry) => entry.kind),
    bagAt: Uint16Array.from(entries, (entry) => entry.at),
    bagWeight,
    bagMention: Uint16Array.from(entries, (entry) => entry.mention),
    bagSpread,
    norm,
    topic: topicOf(bagTerm, bagWeight, bagSpread),
  };
}

/** The distinct terms of a mention, sorted. */
function bagOf(m: number, firstTerm: Int32Array, term: Int32Array, kind: readonly number[]): Entry[] {
  const from = firstTerm[m] as number;
  const seen = new Map<number, Entry>();
  for (let t = from; t < (firstTerm[m + 1] as number); t++) {
    const key = term[t] as number;
    const entry = seen.get(key);
    if (entry) entry.kind |= kind[t] as number;
    else seen.set(key, { term: key, kind: kind[t] as number, at: t - from, mention: m });
  }
  return [...seen.values()].sort((a, b) => a.term - b.term);
}

/** What the article as a whole is about: terms that return weigh more. Fills in `spread`. */
function topicOf(terms: Int32Array, weights: Float32Array, spread: Float32Array): Claims['topic'] {
  const entry = new Int32Array(terms.length).map((_, i) => i);
  entry.sort((a, b) => (terms[a] as number) - (terms[b] as number) || a - b);
  const term: number[] = [];
  const weight: number[] = [];
  const first: number[] = [];
  for (let i = 0; i < entry.length; ) {
    const key = terms[entry[i] as number] as number;
    let end = i + 1;
    while (end < entry.length && terms[entry[end] as number] === key) end++;
    const log = Math.log(end - i);
    for (let k = i; k < end; k++) spread[entry[k] as number] = log;
    term.push(key);
    weight.push((weights[entry[i] as number] as number) * (1 + log));
    first.push(i);
    i = end;
  }
  first.push(entry.length);
  const length = Math.sqrt(weight.reduce((sum, one) => sum + one * one, 0)) || 1;
  return {
    term: Int32Array.from(term),
    weight: Float32Array.from(weight, (one) => one / length),
    first: Int32Array.from(first),
    entry,
  };
}

function speakerTokens({ article, attributions }: Reading): Uint8Array {
  const marked = new Uint8Array(article.tokens.count);
  for (const { source, cue } of attributions) {
    for (const span of [source, cue]) if (span !== null) mark(article, span, marked);
  }
  return marked;
}

function quotedTokens(article: Article): Uint8Array {
  const marked = new Uint8Array(article.tokens.count);
  for (const quotation of article.quotations) mark(article, quotation, marked);
  return marked;
}

function mark({ tokens }: Article, span: Span, marked: Uint8Array): void {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens.start[middle] as number) < span.start) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < tokens.count && (tokens.start[i] as number) < span.end; i++) marked[i] = 1;
}

function countsOf({ figures }: Reading, spans: readonly Span[]): Map<number, Count[]> {
  const found = new Map<number, Count[]>();
  for (const { start, end, outcome, low, high, approx, scope, date } of figures) {
    const m = indexAt(spans, start);
    if (m < 0 || start >= (spans[m] as Span).end) continue;
    found.set(m, [...(found.get(m) ?? []), { start, end, outcome, low, high, approx, scope, day: dayOf(date) }]);
  }
  return found;
}

/** The voices of each mention: attributions that cover a good part of it, those inside its quotations left out. */
function voicesOf({ article, attributions }: Reading, spans: readonly Span[]): Map<number, Voice[]> {
  const found = new Map<number, Voice[]>();
  for (const attribution of attributions) {
    if (attribution.quoted || attribution.source === null || attribution.content.length === 0) continue;
    const content = attribution.content.map((span) => wholeQuotation(article, span));
    const said = attribution.refersTo ?? attribution.source;
    const voice: Voice = {
      level: attribution.level,
      name: isUnknowable(attribution.level) ? '' : attribution.name,
      words: article.text.slice(said.start, said.end).replace(/\s+/g, ' '),
      chain: attribution.chain.map((relay) => relay.name),
      quotes: content.some((span) => article.quotations.some((one) => overlap(one, span) > quotedLength)),
    };
    const first = indexAt(spans, Math.min(...content.map((span) => span.start)));
    const last = indexAt(spans, Math.max(...content.map((span) => span.end)) - 1);
    for (let m = Math.max(first, 0); m <= last; m++) {
      const mention = spans[m] as Span;
      const covered = content.reduce((sum, span) => sum + Math.max(0, overlap(span, mention)), 0);
      if (covered >= coveredShare * (mention.end - mention.start)) found.set(m, [...(found.get(m) ?? []), voice]);
    }
  }
  return found;
}

/** An attribution of less than this share of a mention (*what Washington calls …*) does not answer for the mention. */
const coveredShare = 0.35;
/** Characters between quotation marks that are words said, not a term. */
const quotedLength = 12;

/** A quotation has one speaker: what is attributed in one sentence of it goes for all. */
function wholeQuotation(article: Article, span: Span): Span {
  const around = article.quotations.find((quotation) => overlap(quotation, span) > (span.end - span.start) / 2);
  return around === undefined
    ? span
    : { start: Math.min(around.start, span.start), end: Math.max(around.end, span.end) };
}

const hedgeWords = new Set(hedges);
const qualifierPattern = new RegExp(`\\b(${qualifiers.join('|')})\\s+([\\w,]+)`, 'gi');
const floors = new Set(['at least', 'more than', 'no fewer than', 'over']);

function hedgesOf(article: Article, spans: readonly Span[]): Map<number, Hedge[]> {
  const found = new Map<number, Hedge[]>();
  const add = (offset: number, hedge: Hedge): void => {
    const m = indexAt(spans, offset);
    if (m >= 0 && offset < (spans[m] as Span).end) found.set(m, [...(found.get(m) ?? []), hedge]);
  };
  const { tokens, text } = article;
  for (let i = 0; i < tokens.count; i++) {
    const lower = tokens.lower[i] as string;
    if (hedgeWords.has(lower))
      add(tokens.start[i] as number, { kind: 'hedge', words: tokens.word[i] as string, value: Number.NaN });
  }
  for (const match of text.matchAll(qualifierPattern)) {
    const [, qualifier = '', number = ''] = match;
    const value = numberOf(number.toLowerCase());
    if (Number.isNaN(value)) continue;
    add(match.index, { kind: floors.has(qualifier.toLowerCase()) ? 'floor' : 'range', words: qualifier, value });
  }
  return found;
}
