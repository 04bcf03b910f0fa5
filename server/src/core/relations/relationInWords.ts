import { amount, said, say } from '../../../../l10n/say.js';
import { type Compared, weightiest } from '../casualties/comparison.js';
import { type Count, sizeOf } from '../casualties/count.js';
import { outcomePhrases } from '../casualties/outcomePhrases.js';
import { driftOf } from './drift.js';
import type { Quoted } from './quoted.js';
import { type Drift, type Reason, type Related, type Relation, reasonSentences } from './relation.js';
import { differenceInWords } from './slots.js';
import { tollsOf } from './tolls.js';

type Articles = readonly [a: Quoted, b: Quoted];

/**
 * A relation as a person is told of it. A pure function of it and the two articles, which are asked for only where their
 * words are quoted.
 */
export function relationInWords(related: Related, articles: () => Articles): Relation {
  const { kind, score, drifts } = related;
  const why = related.reasons.map((reason) => sentenceFor(reason, related, articles)).join(' ');
  if (!drifts) return { kind, score, why, drift: noDrift };
  const [a, b] = articles();
  return { kind, score, why, drift: driftOf(a.mentions, b.mentions, related) };
}

/** Whether a relation quotes its articles: else two with the same kind, score, run and reasons have the same words. */
export const quotesArticles = ({ drifts, reasons }: Related): boolean => drifts || reasons.some(quotesWords);

const quotesWords = (reason: Reason): boolean => reason !== 'sharedRun' && reasonSentences[reason] === null;

/** Most relations have no drift: they share one list. */
const noDrift: readonly Drift[] = [];

function sentenceFor(reason: Reason, { i, j, run }: Related, articles: () => Articles): string {
  if (reason === 'sharedRun') return say`${run} words in a row are the same.`;
  if (!quotesWords(reason)) return said(reasonSentences[reason] ?? '');
  const [a, b] = articles();
  if (reason === 'judgedApart') return differenceInWords(a, i, b, j) || say`They contradict each other.`;
  const compared = weightiest(tollsOf(a.mentions, i, b.mentions, j));
  return compared === undefined ? '' : figuresSentence(compared, a.mentions.day < b.mentions.day);
}

function figuresSentence({ comparison, a, b }: Compared, aIsEarlier: boolean): string {
  if (comparison !== 'update') {
    // the same words for both sides, so that what two files say alike is said once
    const [lower, higher] = sizeOf(a) <= sizeOf(b) ? [a, b] : [b, a];
    return say`The figures differ: ${countInWords(lower)} and ${countInWords(higher)}.`;
  }
  const [earlier, later] = aIsEarlier ? [a, b] : [b, a];
  return say`The later article gives a higher figure: ${countInWords(earlier)}, then ${countInWords(later)}.`;
}

/** *58 killed*, *at least 43 injured*, *24 to 99 killed*. */
function countInWords({ low, high, approx, outcome }: Count): string {
  const what = said(outcomePhrases[outcome]);
  if (high === null) return say`at least ${amount(low ?? 0)} ${what}`;
  if (low === null) return say`up to ${amount(high)} ${what}`;
  if (low !== high) return say`${amount(low)} to ${amount(high)} ${what}`;
  return approx ? say`about ${amount(low)} ${what}` : `${amount(low)} ${what}`;
}
