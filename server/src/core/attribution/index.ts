import type { Article } from '../article/article.js';
import { word } from '../languages/en/attribution.js';
import { indexAt, type Span } from '../span.js';
import type { Attribution, Relay } from './attribution.js';
import { findHearsay } from './hearsay.js';
import { headOf, levelOf } from './level.js';
import { type Spotted, spotByRules } from './spotting.js';
import { is, spanOf, type TokenRange, type Words, wordsOf } from './words.js';

/** The learned tagger, loaded once by whoever has the weights file; core itself never reads a disk. */
export interface Tagger {
  readonly version: number;
}

/** Every attribution of the article, named ones too, in order of cue. `null` for the tagger: rules alone. */
export function attribute(article: Article, _tagger: Tagger | null): Attribution[] {
  const words = wordsOf(article);
  const spotted = spotByRules(words).map((one) => describe(words, one));
  const hearsay = findHearsay(words).map((cue) => describeHearsay(words, cue));
  return [...spotted, ...hearsay].sort((a, b) => at(a) - at(b));
}

const at = (attribution: Attribution): number => (attribution.cue ?? attribution.source ?? { start: 0 }).start;

function describe(words: Words, spotted: Spotted): Attribution {
  const { source, cue, content } = spotted;
  const sourceSpan = source && spanOf(words, source);
  const cueSpan = spanOf(words, cue);
  const pronoun = source !== null && source.to - source.from === 1 && is(words, source.from, word.pronoun);
  return {
    level: source === null || pronoun ? 'named-body' : levelOf(words, source),
    source: sourceSpan,
    cue: cueSpan,
    content: content.filter((range) => range.to > range.from).map((range) => spanOf(words, range)),
    chain: [],
    name: source === null ? '' : words.article.text.slice(...ends(spanOf(words, nameRange(words, source)))),
    refersTo: null,
    pronoun,
    quoted: words.quotation[(source ?? cue).from] !== 0,
    sentence: indexAt(words.article.sentences, cueSpan.start),
  };
}

const ends = (span: Span): [number, number] => [span.start, span.end];

const nameRange = (words: Words, source: TokenRange): TokenRange => ({
  from: source.from,
  to: headOf(words, source) + 1,
});

function describeHearsay(words: Words, range: TokenRange): Attribution {
  const cue = spanOf(words, range);
  const sentence = indexAt(words.article.sentences, cue.start);
  const chain: readonly Relay[] = [];
  const within = words.article.sentences[sentence] ?? cue;
  return {
    level: 'hearsay',
    source: null,
    cue,
    content: [{ start: within.start, end: within.end }],
    chain,
    name: '',
    refersTo: null,
    pronoun: false,
    quoted: words.quotation[range.from] !== 0,
    sentence,
  };
}
