import type { Line } from './escaped.js';
import type { RequestName } from './names.js';
import type { Place, Position } from './places.js';

/** A sentence with its neighbours; the words it shares with the other side are told apart. */
export interface Passage {
  /** The sentence before, or ''. */
  readonly before: Line;
  readonly pieces: readonly { readonly text: Line; readonly shared: boolean }[];
  /** The sentence after, or ''. */
  readonly after: Line;
}

/** One article that makes the claim, as a person wants to see it. All strings are plain text. */
export interface MentionView {
  readonly place: Place;
  /** Outlet, or the file's name where the article does not say. */
  readonly outlet: Line;
  readonly outletKnown: boolean;
  /** ISO date, or `null` where the article does not say. */
  readonly date: string | null;
  readonly title: Line;
  readonly file: Line;
  /** The kind of relation, for the style of the entry; `null`: related through another article, not to this one directly. */
  readonly relation: string | null;
  /** The relation in words (*Text reused*). */
  readonly relationWords: string;
  /** Why we think so, in words, or ''. */
  readonly why: string;
  /** What became more or less certain, a sentence each. */
  readonly drift: readonly string[];
  readonly passage: Passage;
}

export type VerdictName = 'unsourced' | 'single-origin' | 'repeated' | 'corroborated' | 'contested';

export interface ClaimView {
  /** Stable as long as the article does not change. */
  readonly id: string;
  readonly verdict: VerdictName;
  /** The verdict in words. */
  readonly verdictWords: string;
  /** *2 files, 1 origin*. */
  readonly count: string;
  /** Who stands behind it, a line for each origin. */
  readonly origins: readonly Line[];
  /** Where this article makes the claim, and in which words; at least one, and one at the cursor comes first. */
  readonly here: readonly Sentence[];
  readonly mentions: readonly MentionView[];
  /** *and 12 more*, where so many are left out, or ''. */
  readonly more: string;
}

/** A sentence of the article that the list is about. */
export interface Sentence {
  readonly place: Place;
  readonly text: Line;
}

/** A sentence and what may be the same claim, but is too uncertain for a mark; likelier ones first. */
export interface PossibleView {
  readonly here: Sentence;
  readonly mentions: readonly MentionView[];
  /** *and 12 more*, where so many are left out, or ''. */
  readonly more: string;
}

/** What one article shares with others. */
export interface Corroboration {
  readonly uri: string;
  readonly title: Line;
  readonly outlet: Line | null;
  readonly date: string | null;
  readonly claims: readonly ClaimView[];
  /** By sentence of this article; the sentence with the likeliest pair first. */
  readonly possible: readonly PossibleView[];
  /** The claim at the position that was asked about. */
  readonly focus: string | null;
}

/** `null`: the file is not an article that the server knows; `fileStatus` says why. */
export const corroboration: RequestName<{ readonly uri: string; readonly position?: Position }, Corroboration | null> =
  { method: 'secondSource/corroboration' };
