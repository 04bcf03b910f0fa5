import type { Span } from '../span.js';

/** From an identified person to nobody at all; see docs/levels.md. */
export const levels = [
  'named-person',
  'named-body',
  'spokesperson',
  'unnamed-role',
  'vague-collective',
  'anonymous-person',
  'vague-media',
  'hearsay',
] as const;
export type Level = (typeof levels)[number];

/** The levels that name somebody who answers for the statement. */
export const isNamed = (level: Level): boolean => level === 'named-person' || level === 'named-body';

/** The levels whose end of chain can never count as a known origin. */
export const isUnknowable = (level: Level): boolean =>
  level === 'anonymous-person' || level === 'vague-media' || level === 'hearsay';

/** One relay between the article and the innermost source (*CNN* in *a source told CNN*). */
export interface Relay {
  readonly name: string;
  /** Where the article names it; `null` for a relay carried over from an earlier sentence. */
  readonly span: Span | null;
}

/**
 * Who says what. Spans follow PolNeAR (Newell et al. 2018): the source is the whole noun phrase with determiners and
 * modifiers, the cue the words that say it is a report, the content what is reported (one or several pieces).
 */
export interface Attribution {
  readonly level: Level;
  /** `null` for hearsay: then the cue is the evidential word. */
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  /** Relays from the outside in; the innermost source itself is not in it. */
  readonly chain: readonly Relay[];
  /** The name to compare sources by, resolved through surnames, pronouns and *the source*; '' for hearsay. */
  readonly name: string;
  /** A pronoun or bare *the source*, *the official*: the expression earlier in the text that it goes back to. */
  readonly refersTo: Span | null;
  /** A pronoun (*he*, *they*): has the level of what it refers to and is never marked. */
  readonly pronoun: boolean;
  /** Reports something that could be checked (*said*, *according to*), not a wish, praise or intent (*want*, *welcomed*). */
  readonly statement: boolean;
  /** The source or evidential word stands inside quotation marks: the vagueness is the speaker's. */
  readonly quoted: boolean;
  /** Index into `Article.sentences` of the cue, or of the source where there is no cue. */
  readonly sentence: number;
}

/** Whether a reader should be told that nobody identifiable stands behind this: never for pronouns, wishes and praise. */
const isMarkable = ({ level, pronoun, statement }: Attribution): boolean => !isNamed(level) && !pronoun && statement;

/** The attributions to somebody a reader could not identify, each source expression once. */
export function unnamedSources(attributions: readonly Attribution[]): Attribution[] {
  const seen = new Set<number>();
  return attributions.filter((attribution) => {
    const at = (attribution.source ?? attribution.cue)?.start;
    if (at === undefined || seen.has(at) || !isMarkable(attribution)) return false;
    seen.add(at);
    return true;
  });
}
