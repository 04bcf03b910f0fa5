import { isNamed } from '../core/attribution/attribution.js';
import type { Claims, Voice } from '../core/claims/claims.js';
import type { Relation } from '../core/claims/relation.js';
import type { Origin, Verdict } from './workspace.js';

/** A mention as far as origins are concerned. */
export interface Told {
  readonly file: string;
  readonly claims: Claims;
  readonly mention: number;
}

/** Two mentions of a claim, by their index, and how they are related. */
export interface Link {
  readonly x: number;
  readonly y: number;
  readonly relation: Relation;
}

/**
 * Counts origins, not hits (the two-source rule): mentions merge where they share reused text, an end of chain, a wire
 * credit or an outlet. Somebody whom nobody could name is never a known origin.
 */
export function originsOf(mentions: readonly Told[], links: readonly Link[]): Origin[] {
  const group = new Groups(mentions.length);
  for (const { x, y, relation } of links) if (relation.kind === 'copy') group.merge(x, y);
  const firstWith = new Map<string, number>();
  mentions.forEach((told, index) => {
    for (const key of keysOf(told)) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, index);
      else group.merge(first, index);
    }
  });
  return group.lists().map((indices) => ({
    label: labelOf(indices.map((index) => mentions[index] as Told)),
    known: indices.some((index) => isKnown(mentions[index] as Told)),
    mentions: indices,
  }));
}

/** What a person may say of a claim; it never says whether the claim is true. */
export function verdictOf(mentions: readonly Told[], origins: readonly Origin[], links: readonly Link[]): Verdict {
  if (links.some(({ relation }) => relation.kind === 'conflict')) return 'contested';
  const known = origins.filter((origin) => origin.known).length;
  if (known === 0) return 'unsourced';
  if (known > 1) return 'corroborated';
  return origins.length === 1 && new Set(mentions.map(({ file }) => file)).size > 1 ? 'repeated' : 'single-origin';
}

const end = ({ claims, mention }: Told): Voice | undefined =>
  (claims.voices.get(mention) ?? []).find((voice) => voice.name !== '' && voice.level !== 'hearsay');

function keysOf(told: Told): string[] {
  const keys = [`file ${told.file}`];
  const { outlet, agency } = told.claims;
  if (outlet !== null) keys.push(`says ${plain(outlet)}`);
  if (agency !== null) keys.push(`says ${plain(agency)}`);
  const voice = end(told);
  if (voice !== undefined) keys.push(`says ${plain(voice.name)}`);
  return keys;
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^the /, '')
    .trim();

/** Known: a named end of chain; without any attribution, the outlet that answers for its own words. */
function isKnown(told: Told): boolean {
  const voices = told.claims.voices.get(told.mention) ?? [];
  if (voices.length === 0) return told.claims.outlet !== null || told.claims.agency !== null;
  return voices.some((voice) => isNamed(voice.level) || voice.level === 'spokesperson');
}

function labelOf(mentions: readonly Told[]): string {
  const voice =
    mentions.map(end).find((one) => one !== undefined && isNamed(one.level)) ?? mentions.map(end).find(Boolean);
  if (voice !== undefined) {
    const relay = voice.chain.at(-1);
    return relay === undefined ? voice.words : `${relay} (${voice.words})`;
  }
  const first = mentions[0] as Told;
  const vague = (first.claims.voices.get(first.mention) ?? [])[0];
  const outlet = first.claims.agency ?? first.claims.outlet ?? 'outlet unknown';
  return vague === undefined || vague.words === '' ? outlet : `${vague.chain.at(-1) ?? outlet} (${vague.words})`;
}

/** Disjoint sets. */
export class Groups {
  private readonly parent: number[];

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, i) => i);
  }

  find(x: number): number {
    let root = x;
    while (this.parent[root] !== root) root = this.parent[root] as number;
    while (this.parent[x] !== root) {
      const next = this.parent[x] as number;
      this.parent[x] = root;
      x = next;
    }
    return root;
  }

  merge(x: number, y: number): void {
    const a = this.find(x);
    const b = this.find(y);
    this.parent[Math.max(a, b)] = Math.min(a, b);
  }

  /** Members of each set, in order, sets in order of their first member. */
  lists(): number[][] {
    const lists = new Map<number, number[]>();
    for (let i = 0; i < this.parent.length; i++) {
      const root = this.find(i);
      const list = lists.get(root);
      if (list === undefined) lists.set(root, [i]);
      else list.push(i);
    }
    return [...lists.values()];
  }
}
