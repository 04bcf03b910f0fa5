import { byPlace, type Claim, comparePlaces } from '../claim.js';
import { fileCount, type Link, originsOf, type ShareText, type Told, verdictOf } from '../origins.js';
import type { RelationRow } from '../store/relationTable.js';
import { clusterMentions } from './clusterMentions.js';
import type { DisjointSets } from './disjointSets.js';

/** Mentions, and which of them are related. */
interface Linked {
  readonly mentions: readonly Told[];
  readonly links: readonly Link[];
}

/** What is asked about the files of a claim. */
interface AboutFiles {
  readonly shareText: ShareText;
  /** Whether archives have named all articles that may say what a file says. */
  isComplete(file: string): boolean;
}

/**
 * Claims out of relations, in order of their first mention: all, or those with a mention in `file`. A mention that hangs
 * on a group by too few links is a claim of its own with those it is linked to. `mentionAt` gives the same object for
 * the same mention.
 */
export function assembleClaims(
  rows: Iterable<RelationRow>,
  mentionAt: (article: number, mention: number) => Told,
  about: AboutFiles,
  file?: string,
): Claim[] {
  const { mentions, links } = linkedMentions(rows, mentionAt);
  const groups = clusterMentions(mentions, links);
  const concerns = ({ x, y }: Link): boolean =>
    file === undefined || mentions[x]?.file === file || mentions[y]?.file === file;
  return linksByClaim(groups, links)
    .filter((own) => own.some(concerns))
    .map((own) => claimOf(own, mentions, about))
    .sort((x, y) => comparePlaces(x.mentions[0]!, y.mentions[0]!));
}

/** In order of place, so that claims do not depend on the order of the rows. */
function linkedMentions(rows: Iterable<RelationRow>, mentionAt: (article: number, mention: number) => Told): Linked {
  const mentions: Told[] = [];
  const indices = new Map<Told, number>();
  const indexOf = (mention: Told): number => {
    const known = indices.get(mention);
    if (known !== undefined) return known;
    indices.set(mention, mentions.length);
    return mentions.push(mention) - 1;
  };
  const links = Array.from(rows, (row) => ({ a: mentionAt(row.a, row.i), b: mentionAt(row.b, row.j), row }))
    .sort(byPlace)
    .map(({ a, b, row }): Link => ({ x: indexOf(a), y: indexOf(b), kind: row.kind, score: row.score }));
  return { mentions, links };
}

/** The links inside each group, and those of each mention that is alone. */
function linksByClaim(groups: DisjointSets, links: readonly Link[]): Link[][] {
  const found = new Map<number, Link[]>();
  const hold = (root: number, link: Link): void => {
    const own = found.get(root);
    if (own === undefined) found.set(root, [link]);
    else own.push(link);
  };
  const alone = new Set(groups.lists().flatMap((members) => (members.length === 1 ? members : [])));
  for (const link of links) {
    const [one, other] = [groups.find(link.x), groups.find(link.y)];
    if (one === other || alone.has(one)) hold(one, link);
    else if (alone.has(other)) hold(other, link);
  }
  return [...found.values()];
}

/** The claim that links hold together. */
function claimOf(links: readonly Link[], all: readonly Told[], { shareText, isComplete }: AboutFiles): Claim {
  const members = new Set<number>();
  for (const { x, y } of links) members.add(x).add(y);
  const order = [...members].sort((x, y) => comparePlaces(all[x]!, all[y]!));
  const at = new Map(order.map((member, index) => [member, index]));
  const own = links.map((link): Link => ({ ...link, x: at.get(link.x)!, y: at.get(link.y)! }));
  const mentions = order.map((member) => all[member]!);
  const origins = originsOf(mentions, own);
  return {
    files: fileCount(mentions),
    isComplete: mentions.every(({ file }) => isComplete(file)),
    ...verdictOf(mentions, origins, own, shareText),
    origins,
    mentions: mentions.map(({ file, start, end }) => ({ file, start, end })),
    agreeing: own.flatMap(({ x, y, kind }) => (kind === 'conflict' ? [] : [[x, y] as const])),
  };
}
