import type { Claims } from '../core/claims/claims.js';
import { byPlace, type Claim, comparePlaces, type Pair, type Place } from './claim.js';
import type { Groups } from './groups.js';
import { groupsOf } from './linkage.js';
import { type Link, originsOf, type ShareText, type Told, verdictOf } from './origins.js';

/**
 * Groups the mentions of pairs into claims, in order of their first mention: all, or those with a mention in `file`. A
 * mention that hangs on a group by too few links is a claim of its own with those it is linked to.
 */
export function groupClaims(
  pairs: readonly Pair[],
  claimsOf: (file: string) => Claims,
  shareText: ShareText,
  file?: string,
): Claim[] {
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
  const links = [...pairs]
    .sort(byPlace)
    .map(({ a, b, kind, score }): Link => ({ x: indexOf(a), y: indexOf(b), kind, score }));
  const groups = groupsOf(
    places.map((place) => place.file),
    links,
  );
  const concerns = ({ x, y }: Link): boolean =>
    file === undefined || places[x]?.file === file || places[y]?.file === file;
  return linksByClaim(groups, links)
    .filter((own) => own.some(concerns))
    .map((own) => claimOf(own, places, claimsOf, shareText))
    .sort((x, y) => comparePlaces(x.mentions[0] as Place, y.mentions[0] as Place));
}

/** The links inside each group, and those of each mention that is alone. */
function linksByClaim(groups: Groups, links: readonly Link[]): Link[][] {
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
function claimOf(
  links: readonly Link[],
  places: readonly Place[],
  claimsOf: (file: string) => Claims,
  shareText: ShareText,
): Claim {
  const members = new Set<number>();
  for (const { x, y } of links) members.add(x).add(y);
  const order = [...members].sort((x, y) => comparePlaces(places[x] as Place, places[y] as Place));
  const at = new Map(order.map((member, index) => [member, index]));
  const own = links.map(
    ({ x, y, kind, score }): Link => ({ x: at.get(x) as number, y: at.get(y) as number, kind, score }),
  );
  const mentions = order.map((member) => places[member] as Place);
  const told = mentions.map(({ file, start }): Told => {
    const claims = claimsOf(file);
    return { file, claims, mention: claims.start.indexOf(start) };
  });
  const origins = originsOf(told, own);
  return { verdict: verdictOf(told, origins, own, shareText), origins, mentions };
}
