import { type Heard, type PackedOpinion, unpackOpinion } from './opinion.js';
import { markedFrom, possibleFrom, type Reason, type Related } from './relation.js';

/** What is known of a pair beyond the first look: an opinion, none yet, or none ever, where there is no judge. */
export type Judged = PackedOpinion | 'pending' | 'absent';

/** Score of the first look from which on a pair is judged: of the marks below it would bring, a third are wrong. Chosen. */
export const judgedFrom = 0.3;
/** What is not marked, though the first look alone would mark it, is just below. */
const unmarked = markedFrom - 0.001;
/**
 * Without a judge, what is told by its words alone is marked from here on; reused text and figures from `markedFrom`. Of
 * labelled pairs called the same 91 in 100 are right then, against 87; half of those that are wrong stay.
 */
const wordsAloneFrom = 0.8;

/**
 * Weights of both looks in the score, on logits. The likeliest by logistic regression are 0.42 and 0.48 on labelled
 * pairs of events that neither had learned from; the judge is given more, because only it hears what is said.
 */
const combined = { judge: 0.6, words: 0.25, bias: 0.1 } as const;

/**
 * Shares of *conflict* in what the judge takes for one thing. By itself it calls many a copy with a changed detail a
 * conflict, so it is believed at once only where something exact says so too (of 27 such labelled pairs 20 are conflicts;
 * of its other conflicts one in six).
 */
const share = { leaning: 0.3, sure: 0.93 } as const;

/** A relation after the second look; `null` where it is none. */
export function secondLook<Row extends Related>(first: Row, judged: Judged): Row | null {
  if (judged === 'absent') return isToldExactly(first) || first.score >= wordsAloneFrom ? first : below(first);
  if (judged === 'pending') return first.kind === 'copy' ? first : below(first);
  const heard = unpackOpinion(judged);
  const score = scoreOf(first, heard);
  if (score < possibleFrom) return null;
  const against = isAgainst(first, heard);
  if (first.kind === 'update') return { ...first, score };
  if (against === 'yes') return first.kind === 'conflict' ? { ...first, score } : { ...first, score, ...asConflict };
  const agreed = first.kind === 'conflict' ? { ...first, score, ...asSame } : { ...first, score };
  return against === 'no' ? agreed : below(agreed);
}

const isToldExactly = ({ kind, reasons }: Related): boolean =>
  kind === 'copy' || kind === 'update' || reasons.includes('figuresApart');

const reasonsFor = (reason: Reason): readonly Reason[] => [reason];
const asConflict = { kind: 'conflict', reasons: reasonsFor('judgedApart'), run: 0, drifts: false } as const;
const asSame = { kind: 'same', reasons: reasonsFor('judgedSame') } as const;

const below = <Row extends Related>(row: Row): Row => ({ ...row, score: Math.min(row.score, unmarked) });

function scoreOf({ score }: Related, { same, conflict }: Heard): number {
  const value = combined.judge * logit(same + conflict) + combined.words * logit(score) + combined.bias;
  return Math.round(1000 / (1 + Math.exp(-value))) / 1000;
}

/** Whether two mentions of one thing contradict each other; *perhaps* is told to nobody. */
function isAgainst(first: Related, { same, conflict, numbersApart, oneDifference, bothDeny }: Heard) {
  const { kind, reasons } = first;
  if (reasons.includes('figuresApart')) return 'yes';
  const lean = bothDeny && !numbersApart ? 0 : conflict / (same + conflict);
  if (reasons.includes('figuresAgree')) return 'no';
  const isExact = numbersApart || kind === 'conflict' || (oneDifference && lean > 0.5);
  if (lean > share.leaning && isExact) return 'yes';
  if (kind === 'copy') return 'no';
  if (kind === 'conflict') return 'perhaps';
  if (lean > share.sure) return 'yes';
  return lean > share.leaning ? 'perhaps' : 'no';
}

/** Of a probability that is never quite 0 or 1. */
function logit(probability: number): number {
  const kept = Math.min(0.995, Math.max(0.005, probability));
  return Math.log(kept / (1 - kept));
}
