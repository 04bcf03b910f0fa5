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

/** Why a claim with a known origin is not called corroborated. */
export type Hindrance =
  /** Of nobody else is it known who answers for it. */
  | 'oneKnown'
  /** They do not surely say the same. */
  | 'unsure'
  /** One denies or negates something, the other does not. */
  | 'contrary'
  /** The articles share text elsewhere: two versions of one story. */
  | 'sharedText'
  /** One speaks of whom the other rests on. */
  | 'speaksOfSource';

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
  /** Whether archives have named all articles that may make it: else its verdict is that of those known so far. */
  readonly isComplete: boolean;
  /** `null` but for `single-origin`. */
  readonly hindrance: Hindrance | null;
  readonly origins: readonly Origin[];
  readonly mentions: readonly Place[];
  /** Which of its mentions go together directly, and do not contradict each other: pairs of indices into `mentions`. */
  readonly agreeing: readonly (readonly [number, number])[];
}

export const comparePlaces = (x: Place, y: Place): number =>
  x.file === y.file ? x.start - y.start || x.end - y.end : x.file < y.file ? -1 : 1;

export const byPlace = (x: Places, y: Places): number => comparePlaces(x.a, y.a) || comparePlaces(x.b, y.b);
