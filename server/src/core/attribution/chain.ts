import { inOneLine } from '../article/characters.js';
import { speech } from '../languages/tokenClasses.js';
import { Covering, contains, inOrder } from '../span.js';
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
  const outer = enclosing(words, attributions);
  const beside = new Map<number, Attribution[]>();
  for (const attribution of attributions) {
    const others = beside.get(attribution.sentence);
    if (others === undefined) beside.set(attribution.sentence, [attribution]);
    else others.push(attribution);
  }
  return attributions.map((attribution, i) => {
    const own = relayAt(words, cues[i]!, beside.get(attribution.sentence) ?? [], attribution);
    const byName = new Map<string, Relay>();
    for (const relay of [...(outer.get(attribution) ?? []), ...(own === null ? [] : [own])])
      if (relay.name !== attribution.name && !byName.has(relay.name)) byName.set(relay.name, relay);
    return byName.size === 0 ? attribution : { ...attribution, chain: [...byName.values()].slice(-longestChain) };
  });
}

/** Nobody hears a thing at so many removes: of more relays, only the innermost are told. */
const longestChain = 12;

/** The attributions of its paragraph in whose content each one stands, from the outside in. */
function enclosing(words: Words, attributions: readonly Attribution[]): Map<Attribution, Relay[]> {
  const paragraphOf = ({ sentence }: Attribution): number => words.article.sentences[sentence]?.paragraph ?? -1;
  const pieces = attributions.flatMap(({ source, content, level, quoted, name }, index) =>
    source === null || level === 'hearsay' || quoted
      ? []
      : content.map(({ start, end }) => ({ start, end, index, relay: { name, span: source } })),
  );
  const covering = new Covering(pieces);
  const places = attributions.flatMap((inner) => {
    const at = inner.source ?? inner.cue;
    return at === null ? [] : [{ inner, at }];
  });
  const found = new Map<Attribution, Relay[]>();
  for (const { inner, at } of inOrder(places, ({ at }) => at.start)) {
    const around = covering
      .around(at)
      .filter(
        ({ index, relay }) => !contains(relay.span, at) && paragraphOf(attributions[index]!) === paragraphOf(inner),
      )
      .sort((a, b) => a.index - b.index);
    if (around.length > 0)
      found.set(
        inner,
        around.map(({ relay }) => relay),
      );
  }
  return found;
}

/** *told CNN*, *quoted by CNN as saying*, *citing*: the outlet beside the cue. */
function relayAt(words: Words, cue: TokenRange, beside: readonly Attribution[], own: Attribution): Relay | null {
  for (let i = cue.from; i < cue.to; i++) {
    if (isOneOf(words, i, words.says.told)) return outletAfter(words, i + 1);
    if (isOneOf(words, i, words.says.quoted) && isOneOf(words, i + 1, words.says.by)) return outletAfter(words, i + 2);
    if (isOneOf(words, i, words.says.quoting)) return subjectBefore(words, i, beside, own);
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

/** *CNN, citing …*: the nearest source of the same sentence whose verb this is not. */
function subjectBefore(words: Words, i: number, beside: readonly Attribution[], own: Attribution): Relay | null {
  const at = words.article.tokens.start[i]!;
  let subject: Relay | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { source, level, name } of own.source === null ? [] : beside) {
    if (source === null || level !== 'named-body' || source.start === own.source?.start) continue;
    const distance = Math.abs(source.start - at);
    if (distance >= least) continue;
    least = distance;
    subject = { name, span: source };
  }
  if (subject !== null) return subject;
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
