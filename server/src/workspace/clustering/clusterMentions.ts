import { sureFrom } from '../../core/relations/relation.js';
import type { Link, Told } from '../origins.js';
import { DisjointSets } from './disjointSets.js';

/** Share of the pairs of mentions, one of each group and in two files, that must be linked for two groups to be one claim. */
const linkedShare = 0.3;

/** A mention, and the file with which alone its article was compared. */
export type Clustered = Pick<Told, 'file' | 'leader'>;

/** Mentions that are one claim so far. */
interface Group {
  readonly size: number;
  /** Mentions by file. */
  readonly files: Map<string, number>;
  /** Those of articles that were compared with their leader alone, by its file. */
  readonly led: Map<string, number>;
  readonly ledSize: number;
  /** Number of links to other groups, by root. */
  readonly links: Map<number, number>;
}

/**
 * Groups mentions into claims, likeliest links first. Two groups become one where
 * a good part of their mentions are linked (as in average linkage, Sokal and Michener 1958): a sentence that says two
 * things is linked to both and would lead from claim to claim, until a dozen files seemed to corroborate what none of
 * them says alike. Two groups with mentions of one file (its headline, its lead) become one only by a link that leaves
 * no doubt; a single mention joins like any other.
 */
export function clusterMentions(mentions: readonly Clustered[], links: readonly Link[]): DisjointSets {
  const roots = new DisjointSets(mentions.length);
  const groups = mentions.map(({ file, leader }): Group => {
    const led = new Map(leader === null ? [] : [[leader, 1]]);
    return { size: 1, files: new Map([[file, 1]]), led, ledSize: led.size, links: new Map() };
  });
  const groupAt = (root: number): Group => groups[root]!;
  for (const { x, y } of links) {
    add(groupAt(x).links, y, 1);
    add(groupAt(y).links, x, 1);
  }
  const order = [...links].sort((p, q) => q.score - p.score || p.x - q.x || p.y - q.y);
  for (const { x, y, score } of order) {
    const a = roots.find(x);
    const b = roots.find(y);
    if (a === b) continue;
    const [one, other] = [groupAt(a), groupAt(b)];
    const within = pairsWithin(one.files, other.files);
    if (within > 0 && Math.min(one.size, other.size) > 1 && score < sureFrom) continue;
    if (one.links.get(b)! < linkedShare * (comparedPairs(one, other) - within)) continue;
    one.links.delete(b);
    other.links.delete(a);
    roots.merge(a, b);
    const root = roots.find(a);
    for (const next of one.links.keys()) move(groupAt(next).links, a, root);
    for (const next of other.links.keys()) move(groupAt(next).links, b, root);
    groups[root] = joined(one, other);
  }
  return roots;
}

/** Pairs of mentions that are counted under one file. */
function pairsWithin(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let pairs = 0;
  for (const [file, count] of small) pairs += count * (large.get(file) ?? 0);
  return pairs;
}

/** Pairs of mentions of two groups whose articles were compared, or are one. */
const comparedPairs = (one: Group, other: Group): number =>
  (one.size - one.ledSize) * (other.size - other.ledSize) +
  pairsWithin(one.led, other.files) +
  pairsWithin(other.led, one.files);

function joined(one: Group, other: Group): Group {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  for (const [file, count] of small.files) add(large.files, file, count);
  for (const [root, count] of small.links) add(large.links, root, count);
  for (const [file, count] of small.led) add(large.led, file, count);
  return { ...large, size: one.size + other.size, ledSize: one.ledSize + other.ledSize };
}

function add<K>(counts: Map<K, number>, key: K, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

/** Links to a group that is now part of another. */
function move(links: Map<number, number>, from: number, to: number): void {
  if (from === to) return;
  add(links, to, links.get(from)!);
  links.delete(from);
}
