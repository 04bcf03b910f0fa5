import type { Place as EditorPlace } from '../../../protocol/src/index.js';
import type { Article, Sentence } from '../core/article/article.js';
import type { CrossMention } from '../core/rules/rule.js';
import { indexAt, type Span } from '../core/span.js';
import type { Claim, Place, Workspace } from '../workspace/workspace.js';
import { positionsOf } from './positions.js';
import { outletOf } from './wording.js';

/** The claims that `file` shares with others, in order of place. */
export const sharedClaims = (workspace: Workspace, file: string): Claim[] =>
  workspace
    .claims(file)
    .filter(({ mentions }) => mentions.some((mention) => mention.file !== file))
    .map((claim) => ({ claim, here: mentionsIn(claim, file)[0] }))
    .flatMap(({ claim, here }) => (here === undefined ? [] : [{ claim, here }]))
    .sort((x, y) => byPlace(x.here, y.here))
    .map(({ claim }) => claim);

/** Where `file` makes the claim, in order of place. */
export const mentionsIn = ({ mentions }: Claim, file: string): Place[] =>
  mentions.filter((mention) => mention.file === file).sort(byPlace);

/** Where others make it: dated ones first, earliest first. */
export const mentionsElsewhere = (workspace: Workspace, { mentions }: Claim, file: string): Place[] =>
  byDate(
    workspace,
    mentions.filter((mention) => mention.file !== file),
  );

/** The shared claims whose mention covers `offset`; a position at the end of a mention still belongs to it. */
export const claimsAt = (workspace: Workspace, file: string, offset: number): Claim[] =>
  sharedClaims(workspace, file).filter((claim) => mentionsIn(claim, file).some((mention) => covers(mention, offset)));

/** An editor's cursor stands between characters: it touches what ends there. */
export const covers = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/**
 * What the mentions `here` of one claim are directly related to, by the place on the other side; `mentions` are those
 * that their file shares. A conflict goes before agreement, and the surer relation before the less sure.
 */
export function closestMentions(mentions: readonly CrossMention[], here: readonly Place[]): Map<string, CrossMention> {
  const wanted = new Set(here.map(placeKey));
  const closest = new Map<string, CrossMention>();
  for (const mention of mentions) {
    if (!wanted.has(placeKey(mention.here))) continue;
    const known = closest.get(placeKey(mention.there));
    if (known === undefined || weightOf(mention) > weightOf(known)) closest.set(placeKey(mention.there), mention);
  }
  return closest;
}

const weightOf = ({ relation }: CrossMention): number => (relation.kind === 'conflict' ? 1 : 0) + relation.score;

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
