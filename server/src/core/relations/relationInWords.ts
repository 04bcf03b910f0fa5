import { type Compared, weightiest } from '../casualties/comparison.js';
import type { Count } from '../casualties/count.js';
import type { MentionTable } from '../mentions/mentionTable.js';
import { driftOf } from './drift.js';
import { type Drift, type Reason, type Related, type Relation, reasonSentences } from './relation.js';
import { tollsOf } from './tolls.js';

type Articles = readonly [a: MentionTable, b: MentionTable];

/**
 * A relation as a person is told of it. A pure function of it and the two articles, which are asked for only where their
 * words are quoted.
 */
export function relationInWords(related: Related, articles: () => Articles): Relation {
  const { kind, score, drifts } = related;
  const why = related.reasons.map((reason) => sentenceFor(reason, related, articles)).join(' ');
  return { kind, score, why, drift: drifts ? driftOf(...articles(), related) : noDrift };
}

/** Whether a relation quotes its articles: else two with the same kind, score, run and reasons have the same words. */
export const quotesArticles = ({ drifts, reasons }: Related): boolean => drifts || reasons.some(quotesFigures);

const quotesFigures = (reason: Reason): boolean => reason === 'figuresApart' || reason === 'figuresGrew';

/** Most relations have no drift: they share one list. */
const noDrift: readonly Drift[] = [];

function sentenceFor(reason: Reason, { i, j, run }: Related, articles: () => Articles): string {
  if (reason === 'sharedRun') return `${run} words in a row are the same.`;
  if (!quotesFigures(reason)) return reasonSentences[reason] ?? '';
  const [a, b] = articles();
  const compared = weightiest(tollsOf(a, i, b, j));
  return compared === undefined ? '' : figuresSentence(compared, a.day < b.day);
}

function figuresSentence({ comparison, a, b }: Compared, aIsEarlier: boolean): string {
  if (comparison !== 'update') return `The figures do not go together: ${countInWords(a)} and ${countInWords(b)}.`;
  const [earlier, later] = aIsEarlier ? [a, b] : [b, a];
  return `The later article gives a higher figure: ${countInWords(earlier)}, then ${countInWords(later)}.`;
}

/** *58 killed*, *at least 43 injured*, *24 to 99 killed*. */
function countInWords({ low, high, approx, outcome }: Count): string {
  const people = (value: number | null): string => (value ?? 0).toLocaleString('en');
  if (high === null) return `at least ${people(low)} ${outcome}`;
  if (low === null) return `up to ${people(high)} ${outcome}`;
  if (low !== high) return `${people(low)} to ${people(high)} ${outcome}`;
  return `${approx ? 'about ' : ''}${people(low)} ${outcome}`;
}
