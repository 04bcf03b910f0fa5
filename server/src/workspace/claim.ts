import type { Relation } from '../core/relations/relation.js';
import type { Place } from '../core/rules/rule.js';

export type { Place } from '../core/rules/rule.js';

/** Two places in two files. `a.file` sorts before `b.file`. */
interface Places {
  readonly a: Place;
  readonly b: Place;
}

/** Two mentions of one claim. */
export interface CrossReference extends Places {
  readonly relation: Relation;
  /** How many files each of the two stands for: of many copies of one text, the first by file speaks for all. */
  readonly files: readonly [a: number, b: number];
  /** Whether those that one of the two stands for do not have its very words, but others that are related alike. */
  readonly alike: boolean;
}

export type Verdict = 'unsourced' | 'single-origin' | 'repeated' | 'corroborated' | 'contested';

/** Who stands behind mentions: they share text, an end of chain, a wire credit or an outlet. */
export interface Origin {
  /** For a person: *The Telegraph (anonymous sources)*. */
  readonly label: string;
  /** Whether somebody identifiable answers for it. */
  readonly known: boolean;
  /** Indices into `Claim.mentions`. */
  readonly mentions: readonly number[];
}

/** Mentions of one claim across files. */
export interface Claim {
  /** How many files make it: more than its mentions stand in, where one of these speaks for its copies. */
  readonly files: number;
  readonly verdict: Verdict;
  readonly origins: readonly Origin[];
  readonly mentions: readonly Place[];
}

export const comparePlaces = (x: Place, y: Place): number =>
  x.file === y.file ? x.start - y.start || x.end - y.end : x.file < y.file ? -1 : 1;

export const byPlace = (x: Places, y: Places): number => comparePlaces(x.a, y.a) || comparePlaces(x.b, y.b);
