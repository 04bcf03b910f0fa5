import type { Span } from '../span.js';

export const outcomes = ['killed', 'injured', 'missing', 'captured', 'displaced', 'casualties'] as const;
export type Outcome = (typeof outcomes)[number];

export const grades = ['unattributed', 'hedged', 'anonymous', 'party', 'interested', 'media', 'independent'] as const;
/** On whose word a figure stands; see docs/grades.md. */
export type Grade = (typeof grades)[number];

/** A number of people bound to a casualty word. The span is the quantity with its modifiers, without the counted noun. */
export interface Figure extends Span {
  readonly text: string;
  readonly outcome: Outcome;
  /** Bounds as stated, in people; `null` is open. */
  readonly low: number | null;
  readonly high: number | null;
  /** Worded as an approximation (*around*, *dozens*). */
  readonly approx: boolean;
  /** Who, in the article's words (*civilians*); '' where not said. */
  readonly victims: string;
  /** The kind of people that these words name (*children*, *combatants*), or `null` for people in general. */
  readonly people: string | null;
  /** Part of another count or added to it: *six children among them*, *three of the wounded*, *another five*. */
  readonly partial: boolean;
  /** An arrest where the article tells of no conflict: read, but no toll. */
  readonly isArrest: boolean;
  /** historical: the toll of an earlier event that the article only recalls. */
  readonly scope: 'incident' | 'cumulative' | 'historical';
  readonly grade: Grade;
  /** A hedge on top of a source: the words (*reportedly*), or `null`. */
  readonly hedge: Span | null;
  /** The expression on whose word the figure stands, or `null`. */
  readonly source: Span | null;
  /** Index into `Reading.attributions` of what covers the figure or carries over to it, or `null`. */
  readonly attribution: number | null;
  /** Where it happened, in the article's words, where stated. */
  readonly place: string | null;
  /** ISO date of what happened where stated or resolvable against the article's date. */
  readonly date: string | null;
  readonly perpetrator: string | null;
  /** Index into `Article.sentences`. */
  readonly sentence: number;
}
