import type { Article } from '../article/article.js';
import { weakVerbs, word } from '../languages/en/attribution.js';
import { indexAt, itemAt } from '../span.js';
import { type Attribution, isNamed } from './attribution.js';
import { withChains } from './chain.js';
import { findHearsay } from './hearsay.js';
import { levelOf } from './level.js';
import { anyIn, isCapital, parsePhrase } from './phrase.js';
import { Resolver } from './resolution.js';
import { innerStart, phraseAfter, phraseBefore, type Spotted, spotByRules } from './spotting.js';
import type { Tagger } from './tagger/index.js';
import { is, shape, spanOf, type TokenRange, type Words, wordsOf } from './words.js';

export { loadTagger, type Tagger } from './tagger/index.js';

/** Every attribution of the article, named ones too, in order of cue. `null` for the tagger: rules alone. */
export function attribute(article: Article, tagger: Tagger | null): Attribution[] {
  const words = wordsOf(article);
  const byRules = spotByRules(words);
  const spotted = tagger === null ? byRules : joined(words, tagger.spot(words), byRules);
  const resolver = new Resolver(words);
  const described = spotted.map((one) => describe(words, one, resolver));
  const hearsay = findHearsay(words)
    .filter(
      (range) =>
        !described.some(
          ({ cue, statement, level }) =>
            statement && !isNamed(level) && cue !== null && meets(spanOf(words, range), cue),
        ),
    )
    .map((range) => describeHearsay(words, range));
  const chained = withChains(
    words,
    described,
    spotted.map(({ cue }) => cue),
  );
  return [...chained, ...hearsay].sort((a, b) => at(a) - at(b));
}

const at = (attribution: Attribution): number => (attribution.cue ?? attribution.source ?? { start: 0 }).start;
const meets = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/**
 * The tagger knows one layer; an attribution inside the content of another is left to the rules, where its source is
 * somebody nobody could identify and the tagger saw no source at that place.
 */
function joined(words: Words, found: readonly Spotted[], byRules: readonly Spotted[]): Spotted[] {
  const tagged = found.map((one) => inOnePiece(words, withAntecedent(words, one)));
  const taken = new Uint8Array(words.lower.length);
  for (const { source, cue } of tagged) {
    if (source !== null) taken.fill(1, source.from, source.to);
    // a cue without a source of its own leaves room for one: *reported, citing residents*
    if (source !== null) taken.fill(1, cue.from, cue.to);
  }
  const free = ({ from, to }: TokenRange): boolean => !taken.subarray(from, to).includes(1);
  const nested = byRules.filter(
    ({ source, cue }) =>
      source !== null &&
      free(source) &&
      (isQuoting(words, cue) || ((free(cue) || preposed(words, cue)) && isPlainlyUnnamed(words, source))),
  );
  return [...tagged, ...nested].sort((a, b) => a.cue.from - b.cue.from);
}

/** *critics, who pointed out*; *a source who said*: the relative pronoun gives way to the unnamed source before it. */
function withAntecedent(words: Words, spotted: Spotted): Spotted {
  const { source } = spotted;
  if (source === null || source.to - source.from > 1 || words.lower[source.from] !== 'who') return spotted;
  const sentence = itemAt(words.article.sentences, spanOf(words, source).start);
  const end = words.lower[source.from - 1] === ',' ? source.from - 1 : source.from;
  const before = sentence && phraseBefore(words, end, sentence.firstToken);
  return before && isPlainlyUnnamed(words, before) ? { ...spotted, source: before } : spotted;
}

/** *Reuters quoted a commander as saying*: the tagger often stops at the outlet. */
const isQuoting = (words: Words, { from, to }: TokenRange): boolean =>
  to - from === 1 && (words.lower[from] === 'quoted' || words.lower[from] === 'cited');

/** The source as one noun phrase before its verb; scraped text has lost commas and spaces. */
function inOnePiece(words: Words, spotted: Spotted): Spotted {
  const { source, cue } = spotted;
  if (source === null || source.to !== cue.from || is(words, source.from, word.pronoun)) return unglued(words, spotted);
  const speaker = invertedSpeaker(words, cue);
  if (speaker !== null) return { ...spotted, source: speaker };
  const hasComma = anyIn(words, source.from, source.to, (i) => words.lower[i] === ',');
  return hasComma
    ? unglued(words, spotted)
    : { ...spotted, source: { from: innerStart(words, source.from, source.to), to: source.to } };
}

/** *… in the hospitals said the Observatory.*: nothing but the speaker stands behind the verb, so nobody spoke before it. */
function invertedSpeaker(words: Words, cue: TokenRange): TokenRange | null {
  if (cue.to - cue.from !== 1 || words.lower[cue.from] !== 'said') return null;
  const sentence = itemAt(words.article.sentences, spanOf(words, cue).start);
  if (sentence === undefined) return null;
  const speaker = is(words, cue.to, word.subordinator) ? null : phraseAfter(words, cue.to, sentence.endToken);
  if (speaker === null || speaker.to < sentence.endToken - 1 || speaker.to - speaker.from > longestSpeaker) return null;
  const verbal = anyIn(
    words,
    speaker.from,
    speaker.to,
    (i) => is(words, i, word.verb) || /ed$/.test(words.lower[i] as string),
  );
  const speaks =
    is(words, speaker.to - 1, word.body | word.people | word.role | word.bareSource) ||
    isCapital(words, speaker.to - 1);
  return speaks && (!verbal || /-based$/.test(words.lower[speaker.to - 2] as string)) ? speaker : null;
}

const longestSpeaker = 5;

/** *The Courierciting sources close to the talks*: scraping lost a space and hid the cue in the outlet's name. */
function unglued(words: Words, spotted: Spotted): Spotted {
  const { source, content } = spotted;
  if (source === null) return spotted;
  for (let i = source.from; i < source.to - 1; i++) {
    const lower = words.lower[i] as string;
    if (lower.length > 'citing'.length && lower.endsWith('citing') && words.shapes[i] !== shape.lower)
      return { source: { from: i + 1, to: source.to }, cue: { from: i, to: i + 1 }, content };
  }
  return spotted;
}

/** *according to*, *citing*: whatever follows is a source. */
const preposed = (words: Words, { from }: TokenRange): boolean =>
  words.lower[from] === 'according' || words.lower[from] === 'citing' || words.lower[from] === 'quoting';

const longestNested = 12;

/** A short phrase around a word for sources, people or media, without a name, that nobody owns (*his allies*). */
function isPlainlyUnnamed(words: Words, source: TokenRange): boolean {
  const phrase = parsePhrase(words, source);
  if (
    source.to - source.from > longestNested ||
    /^(?:his|her|its|their|our|my|your)$/.test(words.lower[source.from] as string)
  )
    return false;
  return is(words, phrase.head, plain) && !isNamed(levelOf(words, phrase));
}

const plain =
  word.bareSource |
  word.people |
  word.role |
  word.media |
  word.report |
  word.spokesperson |
  word.fighters |
  word.bodies |
  word.person;

function describe(words: Words, { source, cue, content }: Spotted, resolver: Resolver): Attribution {
  const referent = source && resolver.resolve(source);
  const cueSpan = spanOf(words, cue);
  const name = referent && spanOf(words, referent.name);
  return {
    level: referent?.level ?? 'named-body',
    source: source && spanOf(words, source),
    cue: cueSpan,
    content: content.filter((range) => range.to > range.from).map((range) => spanOf(words, range)),
    chain: [],
    name: name === null ? '' : words.article.text.slice(name.start, name.end).replace(/\s+/g, ' '),
    refersTo: referent?.refersTo ? spanOf(words, referent.refersTo) : null,
    pronoun: referent?.pronoun ?? false,
    statement: isStatement(words, { source, cue, content }),
    quoted: words.quotation[(source ?? cue).from] !== 0,
    sentence: indexAt(words.article.sentences, cueSpan.start),
  };
}

const tells = word.reports | word.reporting | word.reported;

/**
 * Whether somebody tells something that could be checked: a verb of saying, or any words before *that* or a quotation;
 * not a refusal to speak, a wish, or a passive (*two were reported dead*).
 */
function isStatement(words: Words, { source, cue, content }: Spotted): boolean {
  if (isNegated(words, source, cue) || isPassive(words, source, cue) || asks(words, cue)) return false;
  // *if the officer finds that*, *to demand that*: nobody has said it
  if (
    words.lower[cue.from] === 'to' ||
    (source !== null && /^(?:if|whether|unless)$/.test(words.lower[source.from - 1] ?? ''))
  )
    return false;
  const quotes = content.some(
    ({ from }) => words.lower[from] === 'that' || words.lower[from - 1] === 'that' || words.quotation[from] !== 0,
  );
  if (quotes) return true;
  const head = source === null ? -1 : parsePhrase(words, source).head;
  const report = head >= 0 && is(words, head, word.report | word.media | word.bareSource);
  for (let i = cue.from; i < cue.to; i++) {
    const lower = words.lower[i] as string;
    if (
      lower === 'according' ||
      lower.startsWith('anonymous') ||
      lower === ':' ||
      /^[-–—]$/.test(lower) ||
      (lower === 'by' && report)
    )
      return true;
    if (!is(words, i, tells | word.report)) continue;
    if (!weakVerbs.has(lower) || report || (lower === 'saw' && head >= 0 && is(words, head, word.role))) return true;
    if (lower.startsWith('point') && words.lower[i + 1] === 'out') return true;
  }
  return false;
}

const be = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being']);

/** *were reported*, but not *was quoted as saying*. */
function isPassive(words: Words, source: TokenRange | null, cue: TokenRange): boolean {
  if (source === null || source.to > cue.from) return false;
  for (let i = Math.max(source.to, cue.from - 3); i < cue.to - 1 || i === cue.from - 1; i++) {
    if (!be.has(words.lower[i] as string)) continue;
    for (let k = i + 1; k < Math.max(cue.to, cue.from + 1); k++)
      if (is(words, k, word.reported) && !is(words, k, word.reporting))
        return words.lower[k + 1] !== 'as' && words.lower[k + 3] !== 'as';
  }
  return false;
}

const asks = (words: Words, { from, to }: TokenRange): boolean =>
  anyIn(words, from, to, (i) => /^(?:ask|question|wonder)(?:s|ed|ing)?$/.test(words.lower[i] as string));

/** *did not say*, *never told*: nothing was said. */
function isNegated(words: Words, source: TokenRange | null, cue: TokenRange): boolean {
  const from = source !== null && source.to <= cue.from && cue.from - source.to < 5 ? source.to : cue.from;
  for (let i = from; i < cue.to; i++) {
    const lower = words.lower[i] as string;
    if (lower === 'not' || lower === 'never' || lower.endsWith("n't")) return true;
  }
  return false;
}

function describeHearsay(words: Words, range: TokenRange): Attribution {
  const cue = spanOf(words, range);
  const sentence = indexAt(words.article.sentences, cue.start);
  const within = words.article.sentences[sentence] ?? cue;
  return {
    level: 'hearsay',
    source: null,
    cue,
    content: [{ start: within.start, end: within.end }],
    chain: [],
    name: '',
    refersTo: null,
    pronoun: false,
    statement: true,
    quoted: words.quotation[range.from] !== 0,
    sentence,
  };
}
