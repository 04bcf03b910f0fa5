import { inOneLine } from '../article/characters.js';
import { indexAt, inOrder } from '../span.js';
import { shape, spanOf, type TokenRange, type Words } from '../words.js';
import { type Attribution, isNamed } from './attribution.js';
import { bounded } from './bounds.js';
import { withChains } from './chain.js';
import { combined } from './combining.js';
import { findHearsay } from './hearsay.js';
import { withinLink } from './links.js';
import { isNobody } from './misread.js';
import { anyIn } from './phrase.js';
import { Resolver } from './resolution.js';
import { isVoiced, type Spotted } from './spotted.js';
import { spotByRules } from './spotting.js';
import { isStatement } from './statement.js';
import type { Tagger } from './tagger/index.js';
import { spotUnspoken } from './unspoken.js';

export { loadTagger, type Tagger } from './tagger/index.js';

/** Every attribution of an article, named ones too, in order of cue. `null` for the tagger: rules alone. */
export function attribute(words: Words, tagger: Tagger | null): readonly Attribution[] {
  const byRules = spotByRules(words);
  const seen = tagger === null ? byRules : combined(words, tagger.spot(words), byRules);
  const found = [...seen, ...spotUnspoken(words, seen)]
    .flatMap((one) => bounded(words, withinLink(words, one)))
    .filter(({ source }) => source === null || !isNobody(words, source));
  const spotted = inOrder(found, ({ cue }) => cue.from).filter((one, i, all) => !isAgain(one, all[i - 1]));
  const resolver = new Resolver(words);
  const described = spotted.map((one) => describe(words, one, resolver));
  // *residents reportedly said* is one mark, for the residents
  const told = new Uint8Array(words.lower.length);
  spotted.forEach(({ source, cue, content }, i) => {
    const { level, statement } = described[i]!;
    if (statement && !isNamed(level)) told.fill(1, cue.from, cue.to);
    // *allegedly fled, according to an affidavit*: somebody answers for it
    // what begins with *According to* answers for no sentence before
    if (isNamed(level) && source !== null && isVoiced(words, cue) && words.shapes[cue.from] === shape.lower)
      for (const { from, to } of content) if (to <= cue.from && cue.from - from < longestClause) told.fill(1, from, to);
  });
  const hearsay = findHearsay(words)
    .filter(({ from, to }) => !anyIn(from, to, (i) => told[i] === 1))
    .map((range) => describeHearsay(words, range));
  const chained = withChains(
    words,
    described,
    spotted.map(({ cue }) => cue),
  );
  return inOrder([...chained, ...hearsay], at);
}

/** *An aide who said*: the tagger may see the aide and *who*, which is the aide. */
const isAgain = ({ source, cue }: Spotted, before: Spotted | undefined): boolean =>
  source !== null && before?.source?.from === source.from && before.cue.from === cue.from;

/** In words: a clause before *according to* that its source answers for; set by hand. */
const longestClause = 40;

const at = (attribution: Attribution): number => (attribution.cue ?? attribution.source ?? { start: 0 }).start;

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
    name: name === null ? '' : inOneLine(words.article.text.slice(name.start, name.end)),
    refersTo: referent?.refersTo ? spanOf(words, referent.refersTo) : null,
    pronoun: referent?.pronoun ?? false,
    statement: isStatement(words, { source, cue, content }),
    quoted: words.quotation[(source ?? cue).from] !== 0,
    sentence: indexAt(words.article.sentences, cueSpan.start),
  };
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
