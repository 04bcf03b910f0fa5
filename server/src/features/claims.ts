import type { Place as EditorPlace } from '../../../protocol/src/index.js';
import type { Article, Sentence } from '../core/article/article.js';
import type { Relation } from '../core/claims/relation.js';
import { indexAt, type Span } from '../core/span.js';
import type { Claim, CrossReference, Place, Workspace } from '../workspace/workspace.js';
import { positionsOf } from './positions.js';
import { outletOf } from './wording.js';

/** A claim as one article sees it. */
export interface SeenClaim {
  readonly claim: Claim;
  /** Where this article makes it, in order of place. */
  readonly here: readonly Place[];
  /** Where others make it: dated ones first, earliest first. */
  readonly elsewhere: readonly Place[];
}

/** The claims that `file` shares with others, in order of place. */
export function claimsSeenFrom(workspace: Workspace, file: string): SeenClaim[] {
  return workspace
    .claims(file)
    .map((claim) => ({
      claim,
      here: claim.mentions.filter((mention) => mention.file === file).sort(byPlace),
      elsewhere: byDate(
        workspace,
        claim.mentions.filter((mention) => mention.file !== file),
      ),
    }))
    .filter(({ here, elsewhere }) => here.length > 0 && elsewhere.length > 0)
    .sort((a, b) => byPlace(a.here[0] as Place, b.here[0] as Place));
}

/** The shared claims whose mention covers `offset`; a position at the end of a mention still belongs to it. */
export const claimsAt = (workspace: Workspace, file: string, offset: number): SeenClaim[] =>
  claimsSeenFrom(workspace, file).filter(({ here }) => here.some((mention) => covers(mention, offset)));

/** An editor's cursor stands between characters: it touches what ends there. */
export const covers = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** The relation between a place of `file` and the other place, and which side of it `file` is. */
export interface Linked {
  readonly relation: Relation;
  readonly here: 'a' | 'b';
  readonly place: Place;
}

/**
 * What the mentions of one claim in one file are directly related to, by the place on the other side, given the cross
 * references of that file. A conflict goes before agreement, and the surer relation before the less sure.
 */
export function linksOf(references: readonly CrossReference[], mentions: readonly Place[]): Map<string, Linked> {
  const wanted = new Set(mentions.map(placeKey));
  const links = new Map<string, Linked>();
  for (const reference of references) {
    const { here, there } = seenFrom(reference, mentions[0]?.file ?? '');
    const linked = { relation: reference.relation, here, place: reference[here] };
    if (!wanted.has(placeKey(linked.place))) continue;
    const known = links.get(placeKey(there));
    if (known === undefined || weightOf(linked) > weightOf(known)) links.set(placeKey(there), linked);
  }
  return links;
}

const weightOf = ({ relation }: Linked): number => (relation.kind === 'conflict' ? 1 : 0) + relation.score;

/** Which side of a cross reference is `file`, and the other side. */
export const seenFrom = ({ a, b }: CrossReference, file: string): { here: 'a' | 'b'; there: Place } =>
  a.file === file ? { here: 'a', there: b } : { here: 'b', there: a };

export const placeKey = ({ file, start, end }: Place): string => `${file}#${start}-${end}`;

/** The sentence a place starts in; claims lie within sentences. */
export const sentenceIndexOf = (article: Article, place: Span): number =>
  Math.max(0, indexAt(article.sentences, place.start));

export const sentenceOf = (article: Article, place: Span): Sentence | undefined =>
  article.sentences[sentenceIndexOf(article, place)];

/** For LSP: a place of a file that the workspace holds. */
export function toEditorPlace(workspace: Workspace, place: Place): EditorPlace | undefined {
  const facts = workspace.factsOf(place.file);
  return facts && { uri: place.file, range: positionsOf(facts).range(place) };
}

/** Dated articles first, earliest first; then by outlet, file and place, so that the order never jumps. */
export function byDate(workspace: Workspace, places: readonly Place[]): Place[] {
  const keyed = places.map((place) => {
    const facts = workspace.factsOf(place.file);
    const key = `${facts?.metadata.date ?? '9999'} ${facts ? outletOf(facts) : ''} ${place.file}`;
    return { place, key };
  });
  return keyed
    .sort((x, y) => (x.key < y.key ? -1 : x.key > y.key ? 1 : byPlace(x.place, y.place)))
    .map(({ place }) => place);
}

const byPlace = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;
