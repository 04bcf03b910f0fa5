import type { Article } from '../article/article.js';
import { type Attribution, isUnknowable } from '../attribution/attribution.js';
import { issuerOf } from '../attribution/issuer.js';
import type { Reading } from '../reading.js';
import { indexAt, overlap, type Span } from '../span.js';
import type { Voice } from './mentionTable.js';

/**
 * The voices of each mention: attributions that cover a good part of it, those inside its quotations left out. A press
 * release is on the word of whoever issues it wherever nobody else speaks.
 */
export function voicesOf({ article, attributions }: Reading, spans: readonly Span[]): Map<number, Voice[]> {
  const found = new Map<number, Voice[]>();
  for (const attribution of attributions) {
    if (attribution.quoted || attribution.source === null) continue;
    // where no content was found, the sentence is what the source is named for
    const said = attribution.content.length > 0 ? attribution.content : [article.sentences[attribution.sentence]!];
    const content = said.map((span) => wholeQuotation(article, span));
    const voice = voiceOf(
      article,
      attribution,
      content.some((span) => quotationsIn(article, span).some((one) => overlap(one, span) > quotedLength)),
    );
    const first = indexAt(spans, Math.min(...content.map((span) => span.start)));
    const last = indexAt(spans, Math.max(...content.map((span) => span.end)) - 1);
    for (let m = Math.max(first, 0); m <= last; m++) {
      const mention = spans[m]!;
      const covered = content.reduce((sum, span) => sum + Math.max(0, overlap(span, mention)), 0);
      if (covered < coveredShare * (mention.end - mention.start)) continue;
      const voices = found.get(m);
      if (voices === undefined) found.set(m, [voice]);
      else if (voices.length < mostVoices) voices.push(voice);
    }
  }
  const issuer = attributions[issuerOf(article, attributions)];
  if (issuer !== undefined) {
    const voice = voiceOf(article, issuer, false);
    for (const m of spans.keys()) if (!found.has(m)) found.set(m, [voice]);
  }
  return new Map([...found].map(([mention, voices]) => [mention, voices.filter((voice) => !isRelay(voice, voices))]));
}

function voiceOf({ text }: Article, { level, name, source, refersTo, chain }: Attribution, quotes: boolean): Voice {
  const named = refersTo ?? source;
  return {
    level,
    name: isUnknowable(level) ? '' : name,
    words: named === null ? '' : text.slice(named.start, named.end).replace(/\s+/g, ' '),
    chain: chain.map((relay) => relay.name),
    quotes,
  };
}

/** *Reuters quoted the commander as saying*: the commander answers for it, and Reuters for having heard it. */
const isRelay = ({ name }: Voice, voices: readonly Voice[]): boolean =>
  name !== '' && voices.some(({ chain, name: innermost }) => innermost !== name && chain.includes(name));

/** An attribution of less than this share of a mention (*what Washington calls …*) does not answer for the mention. */
const coveredShare = 0.35;
/** A sentence that more speak in is no sentence; the first are heard. */
const mostVoices = 24;
/** Characters between quotation marks that are words said, not a term. */
const quotedLength = 12;

/** The quotations that begin before the end of `span` and end behind its start. */
function quotationsIn({ quotations }: Article, { start, end }: Span): readonly Span[] {
  const first = Math.max(0, indexAt(quotations, start));
  const last = indexAt(quotations, end - 1);
  return quotations.slice(first, last + 1);
}

/** A quotation has one speaker: what is attributed in one sentence of it goes for all. */
function wholeQuotation(article: Article, span: Span): Span {
  const around = quotationsIn(article, span).find((one) => overlap(one, span) > (span.end - span.start) / 2);
  return around === undefined
    ? span
    : { start: Math.min(around.start, span.start), end: Math.max(around.end, span.end) };
}
