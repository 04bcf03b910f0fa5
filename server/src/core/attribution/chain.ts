import { inOneLine } from '../article/characters.js';
import { speech } from '../languages/tokenClasses.js';
import { contains } from '../span.js';
import { is, isOneOf, spanOf, type TokenRange, type Words } from '../words.js';
import type { Attribution, Relay } from './attribution.js';
import { isCapital } from './phrase.js';

/** In words, an outlet's name; set by hand. */
const longestName = 6;

/**
 * The relays between the article and the innermost source: an outlet that the source told, that quotes or cites it, and
 * every attribution in whose content this one stands. From the outside in.
 */
export function withChains(
  words: Words,
  attributions: readonly Attribution[],
  cues: readonly TokenRange[],
): Attribution[] {
  const paragraphOf = ({ sentence }: Attribution): number => words.article.sentences[sentence]?.paragraph ?? -1;
  const paragraphs = new Map<number, Attribution[]>();
  for (const attribution of attributions) {
    const others = paragraphs.get(paragraphOf(attribution));
    if (others === undefined) paragraphs.set(paragraphOf(attribution), [attribution]);
    else others.push(attribution);
  }
  return attributions.map((attribution, i) => {
    const beside = paragraphs.get(paragraphOf(attribution)) ?? [];
    const outer = enclosing(beside, attribution);
    const own = relayAt(words, cues[i]!, beside, attribution);
    const chain = [...outer, ...(own === null ? [] : [own])];
    const unique = chain.filter(
      (relay, k) => relay.name !== attribution.name && chain.findIndex((other) => other.name === relay.name) === k,
    );
    return unique.length === 0 ? attribution : { ...attribution, chain: unique };
  });
}

function enclosing(attributions: readonly Attribution[], inner: Attribution): Relay[] {
  const at = inner.source ?? inner.cue;
  if (at === null) return [];
  return attributions
    .filter(
      ({ source, content, level, quoted }) =>
        source !== null &&
        level !== 'hearsay' &&
        !quoted &&
        !contains(source, at) &&
        content.some((piece) => contains(piece, at)),
    )
    .map(({ source, name }) => ({ name, span: source }));
}

/** *told CNN*, *quoted by CNN as saying*, *citing*: the outlet beside the cue. */
function relayAt(words: Words, cue: TokenRange, attributions: readonly Attribution[], own: Attribution): Relay | null {
  for (let i = cue.from; i < cue.to; i++) {
    if (isOneOf(words, i, words.says.told)) return outletAfter(words, i + 1);
    if (isOneOf(words, i, words.says.quoted) && isOneOf(words, i + 1, words.says.by)) return outletAfter(words, i + 2);
    if (isOneOf(words, i, words.says.quoting)) return subjectBefore(words, i, attributions, own);
  }
  if (isOneOf(words, cue.to, words.says.to) || isOneOf(words, cue.to, words.says.by))
    return outletAfter(words, cue.to + 1, true);
  return null;
}

/** A capitalised name at `i` that is an outlet by its words, or any name in capitals alone. */
function outletAfter(words: Words, i: number, strict = false): Relay | null {
  let from = i;
  while (is(words, from, speech.determiner) || isOneOf(words, from, words.says.beforeOutlet)) from++;
  let to = from;
  while (
    to < words.lower.length &&
    to - from < longestName &&
    ((isCapital(words, to) && !is(words, to, speech.time)) || (to > from && is(words, to, speech.media)))
  )
    to++;
  if (to === from) return null;
  for (let k = from; k < to; k++) if (isOneOf(words, k, words.says.outletWords)) return relay(words, { from, to });
  return strict || !/^\p{Lu}{2,}$/u.test(words.article.tokens.word[from]!) ? null : relay(words, { from, to });
}

/** *CNN, citing …*: the source of the same sentence whose verb this is not. */
function subjectBefore(words: Words, i: number, attributions: readonly Attribution[], own: Attribution): Relay | null {
  const at = words.article.tokens.start[i]!;
  const subject = attributions
    .filter(
      ({ sentence, source, level }) =>
        sentence === own.sentence && source !== null && level === 'named-body' && source !== own.source,
    )
    .map(({ source, name }) => ({ name, span: source }))
    .filter(({ span }) => span !== null && own.source !== null && span.start !== own.source.start)
    .sort((a, b) => Math.abs((a.span?.start ?? 0) - at) - Math.abs((b.span?.start ?? 0) - at))[0];
  if (subject !== undefined) return subject;
  let to = i;
  while (to > 0 && (words.lower[to - 1] === ',' || is(words, to - 1, speech.auxiliary | speech.adverb))) to--;
  let from = to;
  while (from > 0 && isCapital(words, from - 1)) from--;
  for (let k = from; k < to; k++) if (isOneOf(words, k, words.says.outletWords)) return relay(words, { from, to });
  return null;
}

function relay(words: Words, range: TokenRange): Relay {
  const span = spanOf(words, range);
  return { name: inOneLine(words.article.text.slice(span.start, span.end)), span };
}
