/** Never an error: no guide bans what we mark. */
export type Severity = 'warning' | 'information' | 'hint';

/**
 * How much of what is found is marked in the text of an article. This file alone says which finding is marked from
 * which level on; docs/reading.md says it to people.
 */
export const readingLevels = ['essential', 'standard', 'everything'] as const;
export type ReadingLevel = (typeof readingLevels)[number];

/** What a desk would stop for, most important first; a rule names it in the finding. */
export const essentials = [
  /** Another source, here or in another file, gives another number for the same people. */
  'figures differ',
  /** Another file contradicts the sentence. */
  'contested',
  /** A casualty figure that nobody at all stands behind. */
  'figure without a source',
  /** The headline, the lead or a casualty figure rests on somebody whom a reader could not identify. */
  'rests on nobody identifiable',
  /** Another file has the same with a hedge or a source that is missing here. */
  'certainty added',
] as const;
export type Essential = (typeof essentials)[number];

/** What a finding is weighed by. */
interface Weighed {
  readonly severity: Severity;
  readonly essential?: Essential;
  readonly isRepeated?: true;
}

/**
 * What a desk would stop for is marked at every level. What it would question is marked from *standard* on: each warning,
 * but not where the article puts the same question elsewhere.
 */
export function readingLevelOf({ essential, severity, isRepeated }: Weighed): ReadingLevel {
  if (essential !== undefined) return 'essential';
  return severity === 'warning' && isRepeated !== true ? 'standard' : 'everything';
}

/** Whether what is marked from one level on is marked at another. */
export const isMarkedAt = (from: ReadingLevel, level: ReadingLevel): boolean =>
  readingLevels.indexOf(from) <= readingLevels.indexOf(level);

/** The lower, the more important. */
export const rankOf = ({ essential, severity }: Weighed): number =>
  essential === undefined ? essentials.length + severities.indexOf(severity) : essentials.indexOf(essential);

const severities: readonly Severity[] = ['warning', 'information', 'hint'];
