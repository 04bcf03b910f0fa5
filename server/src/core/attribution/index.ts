import type { Article } from '../article/article.js';
import { word } from '../languages/en/attribution.js';
import { indexAt } from '../span.js';
import { type Attribution, isNamed } from './attribution.js';
import { withChains } from './chain.js';
import { findHearsay } from './hearsay.js';
import { levelOf } from './level.js';
import { parsePhrase } from './phrase.js';
import { Resolver } from './resolution.js';
import { type Spotted, spotByRules } from './spotting.js';
import type { Tagger } from './tagger/index.js';
import { is, spanOf, type TokenRange, type Words, wordsOf } from './words.js';

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
 * The tagger knows one layer; an attribution inside the content of another is left to the rules, where their source is
 * somebody nobody could identify and the tagger saw nothing at that place.
 */
function joined(words: Words, tagged: Spotted[], byRules: readonly Spotted[]): Spotted[] {
  const taken = new Uint8Array(words.lower.length);
  for (const { source, cue } of tagged) {
    taken.fill(1, cue.from, cue.to);
    if (source !== null) taken.fill(1, source.from, source.to);
  }
  const free = ({ from, to }: TokenRange): boolean => taken.indexOf(1, from) < 0 || taken.indexOf(1, from) >= to;
  const nested = byRules.filter(
    ({ source, cue }) => source !== null && free(source) && free(cue) && isPlainlyUnnamed(words, source),
  );
  return [...tagged, ...nested].sort((a, b) => a.cue.from - b.cue.from);
}

const longestNested = 8;

/** A short phrase around a word for sources, people or media, without a name. */
function isPlainlyUnnamed(words: Words, source: TokenRange): boolean {
  const phrase = parsePhrase(words, source);
  return source.to - source.from <= longestNested && is(words, phrase.head, plain) && !isNamed(levelOf(words, phrase));
}

const plain = word.bareSource | word.people | word.role | word.media | word.report | word.spokesperson | word.fighters;

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
    statement: isStatement(words, cue, content),
    quoted: words.quotation[(source ?? cue).from] !== 0,
    sentence: indexAt(words.article.sentences, cueSpan.start),
  };
}

const tells = word.reports | word.reporting | word.reported;

/** Whether the cue reports something that could be checked: a verb of saying, or any words before *that* or a quotation. */
function isStatement(words: Words, cue: TokenRange, content: readonly TokenRange[]): boolean {
  for (let i = cue.from; i < cue.to; i++)
    if (
      is(words, i, tells | word.report) ||
      words.lower[i] === 'according' ||
      words.lower[i] === ':' ||
      words.lower[i] === '-' ||
      words.lower[i] === 'by'
    )
      return true;
  return content.some(
    ({ from }) => words.lower[from] === 'that' || words.lower[from - 1] === 'that' || words.quotation[from] !== 0,
  );
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
