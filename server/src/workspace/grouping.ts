import type { Claims } from '../core/claims/claims.js';
import { byPlace, type Claim, type CrossReference, comparePlaces, type Place } from './claim.js';
import { groupsOf } from './linkage.js';
import { type Link, originsOf, type ShareText, type Told, verdictOf } from './origins.js';

/**
 * Groups the mentions of cross references into claims, in order of their first mention. A mention that hangs on a group by
 * too few links is a claim of its own with those it is linked to.
 */
export function groupClaims(
  references: readonly CrossReference[],
  claimsOf: (file: string) => Claims,
  shareText: ShareText,
): Claim[] {
  const places: Place[] = [];
  const indices = new Map<string, number>();
  const indexOf = (place: Place): number => {
    const key = `${place.file}\n${place.start}`;
    let index = indices.get(key);
    if (index === undefined) {
      index = places.length;
      indices.set(key, index);
      places.push(place);
    }
    return index;
  };
  const links = references.map(({ a, b, relation }): Link => ({ x: indexOf(a), y: indexOf(b), relation }));
  const groups = groupsOf(
    places.map((place) => place.file),
    links,
  );
  const linksOf = new Map<number, Link[]>();
  const hold = (root: number, link: Link): void => {
    const own = linksOf.get(root);
    if (own === undefined) linksOf.set(root, [link]);
    else own.push(link);
  };
  const alone = new Set(groups.lists().flatMap((members) => (members.length === 1 ? members : [])));
  for (const link of links) {
    const [one, other] = [groups.find(link.x), groups.find(link.y)];
    if (one === other || alone.has(one)) hold(one, link);
    else if (alone.has(other)) hold(other, link);
  }
  return [...linksOf.values()]
    .map((own) => claimOf(own, places, claimsOf, shareText))
    .sort((x, y) => comparePlaces(x.mentions[0] as Place, y.mentions[0] as Place));
}

/** The claim that links hold together. */
function claimOf(
  links: readonly Link[],
  places: readonly Place[],
  claimsOf: (file: string) => Claims,
  shareText: ShareText,
): Claim {
  const members = new Set(links.flatMap(({ x, y }) => [x, y]));
  const order = [...members].sort((x, y) => comparePlaces(places[x] as Place, places[y] as Place));
  const at = new Map(order.map((member, index) => [member, index]));
  const own = links.map(({ x, y, relation }) => ({ x: at.get(x) as number, y: at.get(y) as number, relation }));
  const mentions = order.map((member) => places[member] as Place);
  const told = mentions.map(({ file, start }): Told => {
    const claims = claimsOf(file);
    return { file, claims, mention: claims.start.indexOf(start) };
  });
  const origins = originsOf(told, own);
  return { verdict: verdictOf(told, origins, own, shareText), origins, mentions };
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
