import { indexAt, inOrder } from '../../span.js';
import { isOneOf, type TokenRange, type Words } from '../../words.js';
import { isVoiced, type Spotted } from '../spotted.js';

/** A span that the tagger saw. */
export interface Tagged extends TokenRange {
  /** 0 source, 1 cue, 2 content. */
  readonly kind: number;
}

export const kind = { source: 0, cue: 1, content: 2 } as const;

/** Farther apart than this, in words, a source and a cue have nothing to do with each other. */
const farthestSource = 40;
/** A second source of one cue stands close to it (*the mayor, and later his deputy, said*). */
const farthestSecond = 12;
/** In words, between a content and its cue or source. These three are set by hand. */
const farthestContent = 60;

interface Draft {
  readonly cue: Tagged;
  source: Tagged | null;
  readonly content: Tagged[];
}

/**
 * Puts spans together: each cue takes the nearest source of its sentence, each content the cue it touches or the nearest
 * of its paragraph. A source that no cue took, beside a content, stands with the nearest cue as one more attribution.
 */
export function link(words: Words, spans: readonly Tagged[]): Spotted[] {
  const { paragraphs, tokens } = words.article;
  const linked: Spotted[] = [];
  let from = 0;
  for (let to = 1; to <= spans.length; to++) {
    const paragraph = paragraphs[indexAt(paragraphs, tokens.start[spans[from]!.from]!)];
    const next = spans[to];
    if (next !== undefined && paragraph !== undefined && tokens.start[next.from]! < paragraph.end) continue;
    linked.push(...linkParagraph(words, spans.slice(from, to)));
    from = to;
  }
  return linked;
}

function linkParagraph(words: Words, spans: readonly Tagged[]): readonly Spotted[] {
  const drafts: Draft[] = spans
    .filter((span) => span.kind === kind.cue)
    .map((cue) => ({ cue, source: null, content: [] }));
  const sources = spans.filter((span) => span.kind === kind.source);
  const more = linkSources(words, drafts, sources);
  linkContents(
    words,
    drafts,
    spans.filter((span) => span.kind === kind.content),
  );
  // *the Courier, citing residents, reported that …*: what the outlet reports is what the residents say
  drafts.forEach((draft, index) => {
    if (draft.content.length === 0 && isPreposed(words, draft.cue))
      draft.content.push(...(firstContent(words, drafts, index) ?? []));
  });
  return inOrder([...drafts, ...more], ({ cue }) => cue.from);
}

/** What the unusual side costs, as so many words of distance; set by hand: *said the mayor* is common, *the mayor according to* is not. */
const againstPreposition = 20;
const againstVerb = 2;

/** What a source on the unusual side of its cue costs: verbs have it before them, *citing* and *according to* behind. */
function wrongSide(words: Words, source: Tagged, cue: Tagged): number {
  const behind = source.from > cue.from;
  if (isPreposed(words, cue)) return behind ? 0 : againstPreposition;
  return behind ? againstVerb : 0;
}

const isPreposed = (words: Words, cue: TokenRange): boolean =>
  isVoiced(words, cue) || isOneOf(words, cue.to - 1, words.says.citing);

/** Nearest pairs first; returns the drafts of sources that share a cue with a nearer one. */
function linkSources(words: Words, drafts: readonly Draft[], sources: readonly Tagged[]): Draft[] {
  const pairs = pairsOf(words, drafts, sources);
  const taken = new Set<Tagged>();
  for (const { source, draft } of pairs)
    if (draft.source === null && !taken.has(source)) {
      draft.source = source;
      taken.add(source);
    }
  // one source with two verbs (*said … and added*): the second cue has none of its own
  const shared = new Map<Draft, Tagged>();
  for (const { source, draft } of pairs)
    if (source.to <= draft.cue.from && !shared.has(draft)) shared.set(draft, source);
  for (const draft of drafts) draft.source ??= shared.get(draft) ?? null;
  return pairs
    .filter(
      ({ source, draft, distance }) =>
        !taken.has(source) && draft.source !== null && distance <= farthestSecond && taken.add(source) !== undefined,
    )
    .map(({ source, draft }) => ({ cue: draft.cue, source, content: draft.content }));
}

/** A source and a cue that may be its own. */
interface SourcePair {
  readonly source: Tagged;
  readonly draft: Draft;
  /** In words, with what the side costs. */
  readonly distance: number;
}

/** The pairs of a sentence, nearest first, then in order of the source. */
function pairsOf(words: Words, drafts: readonly Draft[], sources: readonly Tagged[]): readonly SourcePair[] {
  const cues = drafts.map(({ cue }) => cue);
  const pairs: SourcePair[] = [];
  for (const source of sources)
    for (const index of indicesNear(cues, source, farthestSource)) {
      const draft = drafts[index]!;
      if (!sameSentence(words, source, draft.cue)) continue;
      const distance = gap(source, draft.cue) + wrongSide(words, source, draft.cue);
      pairs.push({ source, draft, distance });
    }
  return inOrder(pairs, ({ distance }) => distance);
}

/** Gives each content to the nearest cue of the paragraph, or the cue of the nearest source. */
function linkContents(words: Words, drafts: readonly Draft[], contents: readonly Tagged[]): void {
  const cues = drafts.map(({ cue }) => cue);
  const bySource = inOrder(
    drafts.flatMap(({ source }, index) => (source === null ? [] : [{ from: source.from, to: source.to, index }])),
    ({ from }) => from,
  );
  for (const content of contents) {
    const near = new Set(indicesNear(cues, content, farthestContent));
    for (const at of indicesNear(bySource, content, farthestContent)) near.add(bySource[at]!.index);
    const candidates = inOrder([...near], (index) => index).map((index) => drafts[index]!);
    nearest(words, candidates, content)?.content.push(content);
  }
}

/** What the first cue in the sentence of a draft is followed by that is followed by anything. */
function firstContent(words: Words, drafts: readonly Draft[], index: number): readonly Tagged[] | undefined {
  const { cue } = drafts[index]!;
  let first = index;
  while (first > 0 && sameSentence(words, drafts[first - 1]!.cue, cue)) first--;
  for (let k = first; k < drafts.length && sameSentence(words, drafts[k]!.cue, cue); k++)
    if (drafts[k]!.content.length > 0) return drafts[k]!.content;
  return undefined;
}

/** The indices of those ranges, in order and none in another, that lie within so many words of `range`. */
function indicesNear(ranges: readonly TokenRange[], range: TokenRange, farthest: number): number[] {
  let low = 0;
  for (let high = ranges.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (ranges[middle]!.to < range.from - farthest) low = middle + 1;
    else high = middle;
  }
  const near: number[] = [];
  for (let k = low; k < ranges.length && ranges[k]!.from <= range.to + farthest; k++) near.push(k);
  return near;
}

const gap = (a: TokenRange, b: TokenRange): number => (a.from < b.from ? b.from - a.to : a.from - b.to);

/** The cue that a content belongs to: nearest in its paragraph, with little between, its own sentence preferred. */
function nearest(words: Words, drafts: readonly Draft[], content: Tagged): Draft | undefined {
  let best: Draft | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const draft of drafts) {
    const apart = Math.min(
      gap(draft.cue, content),
      draft.source === null ? Number.POSITIVE_INFINITY : gap(draft.source, content),
    );
    if (apart > farthestContent) continue;
    const distance = apart + (sameSentence(words, draft.cue, content) ? 0 : 20) + (draft.content.length > 0 ? 3 : 0);
    if (distance < least) {
      least = distance;
      best = draft;
    }
  }
  return best;
}

const sentenceOf = (words: Words, range: TokenRange): number =>
  indexAt(words.article.sentences, words.article.tokens.start[range.from]!);

function sameSentence(words: Words, a: TokenRange, b: TokenRange): boolean {
  const { sentences, tokens } = words.article;
  const sentence = sentences[sentenceOf(words, a)];
  const at = tokens.start[b.from]!;
  return sentence !== undefined && ((sentence.start <= at && at < sentence.end) || contains(words, a, b));
}

/** A content of several sentences touches the sentence of its last word too. */
const contains = (words: Words, a: TokenRange, b: TokenRange): boolean =>
  sentenceOf(words, { from: a.to - 1, to: a.to }) === sentenceOf(words, b) ||
  sentenceOf(words, { from: b.to - 1, to: b.to }) === sentenceOf(words, a);
