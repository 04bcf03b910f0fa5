import type { Claims } from '../core/claims/claims.js';
import { byPlace, type Claim, type CrossReference, comparePlaces, type Place } from './claim.js';
import { Groups } from './groups.js';
import { type Link, originsOf, type Told, verdictOf } from './origins.js';

/** A link this sure joins two mentions of one file in one claim (its headline and its lead). */
const joinsWithin = 0.85;

/**
 * Groups mentions into claims, likeliest links first. Two mentions of one file end up in one claim only by links that
 * leave no doubt: chains of weaker ones would lead from claim to claim.
 */
function groupsOf(files: readonly string[], links: readonly Link[]): Groups {
  const groups = new Groups(files.length);
  const filesOf = files.map((file) => new Set([file]));
  const order = [...links].sort((p, q) => q.relation.score - p.relation.score || p.x - q.x || p.y - q.y);
  for (const { x, y, relation } of order) {
    const a = groups.find(x);
    const b = groups.find(y);
    if (a === b) continue;
    const [own, others] = [filesOf[a] as Set<string>, filesOf[b] as Set<string>];
    const [small, large] = own.size < others.size ? [own, others] : [others, own];
    if (relation.score < joinsWithin && sharesAny(small, large)) continue;
    for (const file of small) large.add(file);
    groups.merge(a, b);
    filesOf[groups.find(a)] = large;
  }
  return groups;
}

function sharesAny(small: ReadonlySet<string>, large: ReadonlySet<string>): boolean {
  for (const file of small) if (large.has(file)) return true;
  return false;
}

/** Groups the mentions of cross references into claims, in order of their first mention. */
export function groupClaims(references: readonly CrossReference[], claimsOf: (file: string) => Claims): Claim[] {
  const places: Place[] = [];
  const indices = new Map<string, Map<number, number>>();
  const indexOf = (place: Place): number => {
    const own = indices.get(place.file) ?? new Map<number, number>();
    indices.set(place.file, own);
    const known = own.get(place.start);
    if (known !== undefined) return known;
    own.set(place.start, places.length);
    return places.push(place) - 1;
  };
  const links = references.map(({ a, b, relation }): Link => ({ x: indexOf(a), y: indexOf(b), relation }));
  const groups = groupsOf(
    places.map((place) => place.file),
    links,
  );
  const linksOf = new Map<number, Link[]>();
  for (const link of links) {
    const root = groups.find(link.x);
    if (root !== groups.find(link.y)) continue;
    const own = linksOf.get(root);
    if (own === undefined) linksOf.set(root, [link]);
    else own.push(link);
  }
  return groups
    .lists()
    .filter((members) => members.length > 1)
    .map((members) => claimOf(members, places, linksOf.get(groups.find(members[0] as number)) ?? [], claimsOf))
    .sort((x, y) => comparePlaces(x.mentions[0] as Place, y.mentions[0] as Place));
}

function claimOf(
  members: readonly number[],
  places: readonly Place[],
  links: readonly Link[],
  claimsOf: (file: string) => Claims,
): Claim {
  const order = [...members].sort((x, y) => comparePlaces(places[x] as Place, places[y] as Place));
  const at = new Map(order.map((member, index) => [member, index]));
  const own = links.map(({ x, y, relation }) => ({ x: at.get(x) as number, y: at.get(y) as number, relation }));
  const mentions = order.map((member) => places[member] as Place);
  const told = mentions.map(({ file, start }): Told => {
    const claims = claimsOf(file);
    return { file, claims, mention: claims.start.indexOf(start) };
  });
  const origins = originsOf(told, own);
  return { verdict: verdictOf(told, origins, own), origins, mentions };
}

/** All references that hang together with a mention of `file`, given the references of each file. */
export function reachableFrom(file: string, referencesOf: (file: string) => CrossReference[]): CrossReference[] {
  const byMention = new Map<string, Map<number, CrossReference[]>>();
  const at = ({ file: name, start }: Place): readonly CrossReference[] => {
    let mentions = byMention.get(name);
    if (mentions === undefined) {
      mentions = new Map();
      for (const reference of referencesOf(name)) {
        const own = (reference.a.file === name ? reference.a : reference.b).start;
        const list = mentions.get(own);
        if (list === undefined) mentions.set(own, [reference]);
        else list.push(reference);
      }
      byMention.set(name, mentions);
    }
    return mentions.get(start) ?? [];
  };
  const found = new Map<string, CrossReference>();
  const open = [...referencesOf(file)];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const key = `${one.a.file}\n${one.a.start}\n${one.b.file}\n${one.b.start}`;
    if (found.has(key)) continue;
    found.set(key, one);
    open.push(...at(one.a), ...at(one.b));
  }
  return [...found.values()].sort(byPlace);
}
