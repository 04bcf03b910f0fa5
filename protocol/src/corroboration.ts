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
  /** Whether it is in the archive, and no file of the workspace. */
  readonly isArchived: boolean;
  /** On whose word the article says it, each in the article's words (*a medic*), or ''. */
  readonly source: Line;
  /** The kind of relation, for the style of the entry; `null`: related through another article, not to this one directly. */
  readonly relation: string | null;
  /** The relation in words (*Text reused*, *Related through Northwire*). */
  readonly relationWords: Line;
  /** Why we think so, in words, or ''. */
  readonly why: string;
  /** What became more or less certain, a sentence each. */
  readonly drift: readonly string[];
  /** The figures that decide how the two are related, or `null` where none do. */
  readonly counts: { readonly here: CountView; readonly there: CountView } | null;
  readonly passage: Passage;
}

/** A casualty figure of one of two articles that are compared. */
export interface CountView {
  /** In the article's words. */
  readonly words: Line;
  /** On whose word it stands there, or ''. */
  readonly source: Line;
}

export type VerdictName = 'unsourced' | 'single-origin' | 'repeated' | 'corroborated' | 'contested';

export interface ClaimView {
  /** Stable as long as the article does not change. */
  readonly id: string;
  readonly verdict: VerdictName;
  /** The verdict in words. */
  readonly verdictWords: string;
  /** Why it is not called corroborated, in a sentence, or ''. */
  readonly verdictWhy: string;
  /** *2 files, 1 origin*. */
  readonly count: string;
  /** Whether another file makes it more or less surely. */
  readonly drifts: boolean;
  readonly origins: readonly OriginView[];
  /** Where this article makes the claim, and in which words; at least one, and one at the cursor comes first. */
  readonly here: readonly Sentence[];
  readonly mentions: readonly MentionView[];
  /** *and 12 more*, where so many are left out, or ''. */
  readonly more: string;
}

/** Who stands behind mentions of a claim. */
export interface OriginView {
  readonly label: Line;
  /** *3 mentions*; where nobody identifiable answers for it, that too. */
  readonly words: Line;
}

/** A sentence of the article that the list is about, or, in a list of all, of the first article that makes the claim. */
export interface Sentence {
  readonly place: Place;
  readonly text: Line;
  readonly outlet: Line;
  /** ISO date, or `null`. */
  readonly date: string | null;
  /** On whose word, or ''. */
  readonly source: Line;
}

/** A sentence and what may be the same claim, but is too uncertain for a mark; likelier ones first. */
export interface PossibleView {
  readonly here: Sentence;
  readonly mentions: readonly MentionView[];
  /** *and 12 more*, where so many are left out, or ''. */
  readonly more: string;
}

/** What one article shares with others, or what any do; what needs attention first. */
export interface Corroboration {
  /** `null`: all articles. */
  readonly uri: string | null;
  readonly title: Line;
  readonly outlet: Line | null;
  readonly date: string | null;
  readonly claims: readonly ClaimView[];
  /** *and 12 more claims*, where so many are left out, or ''. */
  readonly more: string;
  /** That the archive may hold more that says the same, a sentence, or ''. */
  readonly archive: string;
  /** By sentence of this article; the sentence with the likeliest pair first. */
  readonly possible: readonly PossibleView[];
  /** The claim at the position that was asked about. */
  readonly focus: string | null;
}

/**
 * Of a file, or of all articles (`uri` is `null`). `null`: the file is not an article that the server knows; `fileStatus`
 * says why.
 */
export const corroboration: RequestName<
  { readonly uri: string | null; readonly position?: Position },
  Corroboration | null
> = { method: 'secondSource/corroboration' };

/** The claims with these `ids`, of the list that `corroboration` gives, as Markdown with citations. */
export const claimsAsMarkdown: RequestName<{ readonly uri: string | null; readonly ids: readonly string[] }, string> = {
  method: 'secondSource/claimsAsMarkdown',
};

/** The sentences of an article, a line each: two articles laid side by side meet at the sentences that they share. */
export const sentences: RequestName<{ readonly uri: string }, string | null> = { method: 'secondSource/sentences' };
