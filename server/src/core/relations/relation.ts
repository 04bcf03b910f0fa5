import { phrase } from '../../../../l10n/say.js';

/** How two mentions of two articles can be related. Each kind has words for a person in `features/wording.ts`. */
export const relationKinds = [
  /** A run of words stands in both. */
  'copy',
  /** Both assert the same in other words. */
  'same',
  /** They speak of one thing, and cannot both be right. */
  'conflict',
  /** One tells a later state of what the other tells: neither the same nor against it. */
  'update',
] as const;
export type RelationKind = (typeof relationKinds)[number];

/**
 * Why two mentions are related, each reason with its sentence for a person; `null`: the sentence quotes numbers, and
 * `relationInWords.ts` makes it.
 */
export const reasonSentences = {
  sharedRun: null,
  figuresApart: null,
  figuresGrew: null,
  denied: phrase`One denies what the other says.`,
  negated: phrase`One says that it is not so, the other that it is.`,
  figuresAgree: phrase`The same event, compatible figures.`,
  mostWords: phrase`Nearly the same words.`,
  severalWords: phrase`Similar wording.`,
  judgedSame: phrase`The same is said in other words.`,
  judgedApart: null,
  turned: phrase`One may deny what the other says.`,
  perhapsApart: phrase`One may contradict the other.`,
} satisfies Readonly<Record<string, string | null>>;
export type Reason = keyof typeof reasonSentences;
export const reasons = Object.keys(reasonSentences) as readonly Reason[];

/** How two mentions are related, whoever found out: no words of the articles, no places. */
export interface Likeness {
  readonly kind: RelationKind;
  /** Calibrated probability, 0..1 in thousandths, that a careful reader calls it the same claim (or a conflict about one). */
  readonly score: number;
  /** What the kind was judged by, at least one; in the order of `reasons`. */
  readonly reasons: readonly Reason[];
}

/**
 * Mention i of article a and j of article b are related: what a workspace keeps, because it holds hundreds of thousands.
 * Depends on the two articles alone, so an update equals a rebuild. `relationInWords` says it to a person.
 */
export interface Related extends Likeness {
  readonly i: number;
  readonly j: number;
  /** Words in the run that is the reason for a copy; else 0. */
  readonly run: number;
  /** Whether one of the two says it with less certainty: then there is drift. */
  readonly drifts: boolean;
}

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

/** A relation as a person is told of it. */
export interface Relation extends Pick<Likeness, 'kind' | 'score'> {
  /** Why, in a sentence (*12 words in a row are the same.*). */
  readonly why: string;
  readonly drift: readonly Drift[];
}

/** From this score on a relation is marked: precision comes first in a text. What is not marked is kept below. Tuned. */
export const markedFrom = 0.6;
/** From this score on a panel may show it. Chosen. */
export const possibleFrom = 0.2;
/** From this score on two mentions say the same throughout, beyond doubt. Tuned. */
export const sureFrom = 0.85;
