export const relationKinds = ['copy', 'same', 'conflict'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** How certainty differs between the two mentions of one claim. */
export interface Drift {
  readonly kind: 'hedge' | 'floor' | 'range' | 'attribution' | 'speaker';
  /** The words that one side has and the other lost (*around*, *reportedly*, *Syrian media reports*). */
  readonly words: string;
  /** Which mention has the words. */
  readonly keptBy: 'a' | 'b';
  /** What the other side says instead (*the Syrian News Agency*), or ''. */
  readonly instead: string;
}

/** How two mentions of one claim are alike, without words. */
export interface Likeness {
  readonly kind: RelationKind;
  /** Calibrated probability, 0..1, that a careful reader calls it the same claim (or a conflict about one). */
  readonly score: number;
}

/** Two mentions of one claim, each in its own file. Depends on the two articles alone, so an update equals a rebuild. */
export interface Relation extends Likeness {
  /** Why, in words for a person (*12 words in a row are the same*). */
  readonly why: string;
  readonly drift: readonly Drift[];
}
