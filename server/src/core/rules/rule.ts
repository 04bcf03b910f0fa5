import type { Compared } from '../casualties/comparison.js';
import type { KnownFigures } from '../casualties/known.js';
import type { Reading } from '../reading.js';
import type { Relation } from '../relations/relation.js';
import type { Span } from '../span.js';
import type { Essential, Severity } from './attention.js';

/** Every rule, with what it marks in the words of the settings. Ids never change. */
export const ruleWords = {
  'anonymous-source': 'Attributions to somebody a reader could not identify.',
  'casualty-figure': 'Casualty figures, with whoever stands behind them.',
  'repeated-claim': 'Claims that other files make, too.',
  'conflicting-report': 'Claims that another file contradicts.',
  'certainty-drift': 'Claims that another file makes more, or less, surely.',
} as const;
export type RuleId = keyof typeof ruleWords;
export const ruleIds = Object.keys(ruleWords) as RuleId[];

export type { Severity } from './attention.js';

/** A place in a file, named by the key under which the workspace knows that file (a path or URI). */
export interface Place extends Span {
  readonly file: string;
}

/** A place in another file, and what is said there. */
export interface Elsewhere extends Place {
  readonly message: string;
}

/** What an editor shows as a diagnostic. */
export interface Finding extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** One sentence for a squiggle: which words, and why. */
  readonly message: string;
  /** What would settle it, for the hover. */
  readonly settle: string;
  /** The guide or method behind the rule (*AP*, *NPR*), or ''. */
  readonly guide: string;
  readonly related: readonly Elsewhere[];
  /** Why a desk would stop for it, where it would; attention.ts says what follows. */
  readonly essential?: Essential;
  /** The article puts the same question elsewhere: *the source* again, a side’s second figure, a toll of the headline. */
  readonly isRepeated?: true;
  /** Words whose own warning says the same: where they have one that is shown, this one is not. */
  readonly saidWith?: Span;
}

/** The other side of a relation, as a rule about one article needs it. */
export interface Mention extends Place {
  /** Outlet, else credited agency; `null` where the article does not say. */
  readonly outlet: string | null;
  /** How many files it stands for: more than one where it speaks for copies of its text. */
  readonly files: number;
  /** Whether the others do not have its very words, but others that are related alike. */
  readonly alike: boolean;
  /** The figures of its whole article. */
  readonly known: KnownFigures;
}

/** A claim of this article that another file also makes, seen from this article. */
export interface CrossMention {
  readonly here: Place;
  readonly there: Mention;
  /** `a` is this article's side. */
  readonly relation: Relation;
  /** The figures of the two mentions as far as they were compared; `a` are those of this article. */
  readonly tolls: readonly Compared[];
}

/** A rule: pure, from one reading (and what other files say) to findings. One rule a file. */
export interface Rule {
  readonly id: RuleId;
  check(reading: Reading, elsewhere: readonly CrossMention[]): Finding[];
}
