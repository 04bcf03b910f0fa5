import { type Heard, type PackedOpinion, unpackOpinion } from './opinion.js';
import { markedFrom, possibleFrom, type Reason, type Related, type RelationKind } from './relation.js';

/** What is known of a pair beyond the first look: an opinion, none yet, or none ever, where there is no judge. */
export type Judged = PackedOpinion | 'pending' | 'absent';

/**
 * Score of the first look from which on a pair is judged: all that it proposes. In 800 short articles these are 13,000
 * pairs, and 77 for an article of 40 sentences there, at 25 ms each. Chosen.
 */
export const judgedFrom = possibleFrom;
/**
 * From this score on a pair is marked that shares neither text nor figures. Of such marks between articles, drawn at random
 * and read, three in five below it were right, and five in six or more above ([docs](../../../../docs/claims.md)).
 */
const heardMarkedFrom = 0.75;
/**
 * Where the first look sees less than this in two sentences, they share few telling words, and the judge has to be surer: of
 * marks that were read between 0.75 and 0.85, 17 of 37 were right there, and 74 of 93 elsewhere.
 */
const fewWords = { below: 0.3, markedFrom: 0.85 } as const;
/**
 * Share of *same* and *conflict* in the judge's opinion from which on a pair is marked that is no copy: below it, nearly
 * the same words are as often two statements, or a plan and its outcome.
 */
const heardFrom = 0.4;
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
 * Shares of *conflict* in what the judge takes for one thing, from which on two contradict each other. By itself the judge
 * is not believed; the more exact what (`Slots`) says so too, the sooner. Chosen on labelled and written
 * pairs of events that the judge had not learned from (docs/claims.md).
 */
const share = {
  /** Numbers of one unit, opposite words, a denial of what the other asserts. */
  exact: 0.3,
  /** Tolls that do not go together, unless the judge hears the same in both: then they are of two incidents, or parts. */
  tolls: 0.25,
  /** A negation or denial that reaches what the other says. */
  turned: 0.8,
  /** The same words but in one place. */
  oneDifference: 0.8,
  /**
   * Nothing exact but that one side denies something or calls it false. The judge alone is never enough: of 27 contradictions
   * in real articles that it alone told, 10 were some; where one side denies, 8 of 16.
   */
  opposed: 0.93,
  /**
   * Tolls that go together: from here on no agreement. One is a floor then, *more than 280,000* beside *400,000*; of 32 such
   * pairs 12 were the same.
   */
  figures: 0.8,
  /**
   * Where both deny, and one a word that the other says plainly: up to here they deny one thing. Of 47 such pairs between
   * articles that nobody had labelled 43 did.
   */
  oneDenial: 0.05,
  /** From here on a copy with a changed detail is no longer told as one; below so much *same*, where opposites stand in it. */
  copy: 0.5,
} as const;

/**
 * A copy of which one decisive word is changed, and of which the judge does not hear the same (share of *same* below), is
 * marked as a conflict, though it hear neither, as it does of many: of written pairs that differ in one number 86 of 96
 * contradict each other.
 */
const decisive = { same: 0.3, score: 0.8 } as const;

/** A relation after the second look; `null` where it is none. */
export function secondLook<Row extends Related>(first: Row, judged: Judged): Row | null {
  // the first look alone cannot tell: *denied* may turn round something else
  if (first.reasons.includes('turned') && (judged === 'absent' || judged === 'pending')) return null;
  if (judged === 'absent') return isToldExactly(first) || first.score >= wordsAloneFrom ? first : below(first);
  if (judged === 'pending') return first.kind === 'copy' ? first : below(first);
  const heard = unpackOpinion(judged);
  if (isDecisive(first, heard)) return { ...first, ...asConflict, score: decisive.score };
  const score = scoreOf(first, heard);
  if (score < possibleFrom) return null;
  if (first.kind === 'update') return { ...first, score };
  const against = isAgainst(first, heard);
  if (against === 'perhaps') return below({ ...first, score, ...(hearsConflict(first, heard) ? asPerhaps : {}) });
  const isConflict = against === 'yes';
  const isTold = (first.kind === 'conflict') === isConflict && !first.reasons.includes('turned');
  const told = { ...first, score, ...(isTold ? {} : isConflict ? asConflict : asSame) };
  return isHeard(first, told.kind, heard, score) ? told : below(told);
}

const isDecisive = ({ kind }: Related, heard: Heard): boolean =>
  kind === 'copy' &&
  heard.decisive &&
  heard.same < decisive.same &&
  heard.same + heard.conflict < heardFrom &&
  !heard.numbersAgree &&
  !heard.bothDeny;

/** Whether the judge hears enough of one thing in both for a mark: copies are one thing, unless they contradict each other. */
const isHeard = (first: Related, told: RelationKind, { same, conflict }: Heard, score: number): boolean =>
  (told === 'copy' || same + conflict >= heardFrom) && (isToldExactly(first) || score >= markedFromFor(first));

/** Whether the judge takes for a contradiction what nothing exact bears out: a list may say so, no mark does. */
const hearsConflict = ({ kind }: Related, { same, conflict }: Heard): boolean => kind !== 'conflict' && conflict > same;

const markedFromFor = ({ score }: Related): number => (score < fewWords.below ? fewWords.markedFrom : heardMarkedFrom);

const isToldExactly = ({ kind, reasons }: Related): boolean =>
  kind === 'copy' || kind === 'update' || reasons.includes('figuresApart');

const reasonsFor = (reason: Reason): readonly Reason[] => [reason];
const asConflict = { kind: 'conflict', reasons: reasonsFor('judgedApart'), run: 0, drifts: false } as const;
const asPerhaps = { kind: 'conflict', reasons: reasonsFor('perhapsApart'), run: 0, drifts: false } as const;
const asSame = { kind: 'same', reasons: reasonsFor('judgedSame') } as const;

const below = <Row extends Related>(row: Row): Row => ({ ...row, score: Math.min(row.score, unmarked) });

function scoreOf({ score }: Related, { same, conflict }: Heard): number {
  const value = combined.judge * logit(same + conflict) + combined.words * logit(score) + combined.bias;
  return Math.round(1000 / (1 + Math.exp(-value))) / 1000;
}

/** Whether two mentions of one thing contradict each other; *perhaps* is marked nowhere. */
function isAgainst({ kind, reasons }: Related, heard: Heard): 'yes' | 'no' | 'perhaps' {
  const lean = heard.conflict / (heard.same + heard.conflict);
  if (reasons.includes('figuresApart')) return lean > share.tolls ? 'yes' : 'perhaps';
  const isDenied = heard.denied && heard.turned && lean > share.turned;
  const cannotAgree = heard.denied || heard.reversed;
  const figuresAgree = reasons.includes('figuresAgree');
  if (figuresAgree || heard.numbersAgree) {
    if (isDenied) return 'yes';
    return cannotAgree || (figuresAgree && lean > share.figures) ? 'perhaps' : 'no';
  }
  if (heard.bothDeny && !heard.apart) {
    // what one denies in one word, the other may deny in another
    const isOneDenial = !heard.reversed && lean < share.oneDenial;
    return kind === 'conflict' || (cannotAgree && !isOneDenial) ? 'perhaps' : 'no';
  }
  if (lean > share.exact && (reasons.includes('denied') || heard.apart)) return 'yes';
  if (lean > share.turned && heard.turned) return 'yes';
  if (kind === 'conflict') return 'perhaps';
  if (heard.contained) return 'no';
  if (kind === 'copy') {
    if (heard.oneDifference && lean > share.oneDifference) return 'yes';
    return lean > share.copy || (heard.apart && heard.same < share.copy) ? 'perhaps' : 'no';
  }
  if (heard.opposed && lean > share.opposed) return 'yes';
  if (heard.oneDifference && lean > share.oneDifference) return 'yes';
  return cannotAgree || lean > share.exact ? 'perhaps' : 'no';
}

/** Of a probability that is never quite 0 or 1. */
function logit(probability: number): number {
  const kept = Math.min(0.995, Math.max(0.005, probability));
  return Math.log(kept / (1 - kept));
}
