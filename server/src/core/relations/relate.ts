import { type Comparison, weightiest } from '../casualties/comparison.js';
import type { Count } from '../casualties/count.js';
import { languageOf } from '../languages/index.js';
import { type Dead, deadOf } from '../mentions/dead.js';
import type { MentionTable } from '../mentions/mentionTable.js';
import { type ArticlePair, matchedOf, pairArticles, profileOf } from './articlePair.js';
import { driftOf } from './drift.js';
import { pairModelOf } from './pairModel.js';
import type { Drift, Likeness, Relation, RelationKind } from './relation.js';
import { containment, longestRun } from './sharedText.js';
import { tollsOf } from './tolls.js';

/** From here on a relation is marked: precision comes first in a text. */
export const markedFrom = 0.6;
/** From here on a panel may show it. */
const possibleFrom = 0.2;
/** From here on two mentions say the same throughout, beyond doubt. */
export const sureFrom = 0.85;
/** Mentions that share less are not compared: hardly any are one claim. */
const cosineFrom = 0.1;

/** Days after which only reused text still relates two articles: by then the same words mean another event. */
const daysApart = 31;
/** Whether two days, as days since 1970, are too far apart for one event; unknown days never are. */
export const farApart = (a: number, b: number): boolean => Math.abs(a - b) > daysApart;

/** A run of so many words is no chance. */
const copiedRun = 8;

/**
 * Mention i of the one article and j of the other are one claim: what is kept of it, because a workspace holds hundreds
 * of thousands. `relationOf` puts it in words.
 */
export interface Related {
  readonly i: number;
  readonly j: number;
  /** In thousandths. */
  readonly score: number;
  /** Words in a row that make it a copy, or one of `reasons`. */
  readonly reason: number;
  /** Whether one of the two says it with less certainty. */
  readonly drifts: boolean;
}

/** Why two mentions are related that do not share a run of words. */
const reasons = {
  figuresApart: -1,
  figuresGrew: -2,
  denied: -3,
  negated: -4,
  figuresAgree: -5,
  mostWords: -6,
  severalWords: -7,
  neither: -8,
} as const;

/** Scores are kept and shown to this many parts. */
const parts = 1000;
/** `markedFrom` as `Related.score` has it. */
export const markedScore = Math.round(markedFrom * parts);

/** The related mentions of two articles, those included that only a panel shows. A pure function of the two. */
export function relate(a: MentionTable, b: MentionTable): Related[] {
  if (a.language !== b.language) return [];
  const model = pairModelOf(languageOf(a.language));
  const meeting = pairArticles(a, b);
  const distant = farApart(a.day, b.day);
  const found: Related[] = [];
  const deadA = deadOf(a);
  const deadB = deadOf(b);
  for (let i = 0; i < a.count; i++) {
    for (let j = 0; j < b.count; j++) {
      const cosine = meeting.cosine[i * b.count + j] as number;
      if (cosine < cosineFrom && (!a.counts.has(i) || !tellsOf(i, j))) continue;
      if (distant && (cosine < 0.5 || longestRun(a, i, b, j) < copiedRun)) continue;
      const score = model.probability(meeting, i, j, possibleFrom);
      const related = score < possibleFrom ? null : relatePair(meeting, i, j, score);
      if (related !== null) found.push(related);
    }
  }
  return found;

  /** Whether two mentions may be one claim by their counts alone: main tolls, tolls of a war, or tolls that go together. */
  function tellsOf(i: number, j: number): boolean {
    if (!b.counts.has(j)) return false;
    const [one, other] = [deadA.get(i) as Dead, deadB.get(j) as Dead];
    return (
      (one.main && other.main) || (one.war && other.war) || weightiest(tollsOf(a, i, b, j))?.comparison === 'agree'
    );
  }
}

/**
 * A relation in words, with what was lost on the way. A pure function of it and the two articles, which are asked for
 * only where their words are quoted.
 */
export function relationOf(related: Related, articles: () => readonly [a: MentionTable, b: MentionTable]): Relation {
  const { i, j, reason, drifts } = related;
  const { kind, score } = likenessOf(related);
  const why = quotesFigures(reason) ? figuresApart(...articles(), i, j) : (whys.get(reason) ?? copied(reason));
  if (!drifts) return { kind, score, why, drift: none };
  const [a, b] = articles();
  return { kind, score, why, drift: driftOf(a, i, b, j, isSure(kind, score)) };
}

/** The kind and score of a relation; both follow from it alone. */
export const likenessOf = ({ reason, score }: Related): Likeness => ({ kind: kindOf(reason), score: score / parts });

/** Whether a relation quotes its articles: else `relationOf` asks for neither. */
export const quotes = ({ reason, drifts }: Related): boolean => drifts || quotesFigures(reason);

const quotesFigures = (reason: number): boolean => reason === reasons.figuresApart || reason === reasons.figuresGrew;

/** Most relations have no drift: they share one list. */
const none: readonly Drift[] = [];

const kindOf = (reason: number): RelationKind =>
  reason >= 0 ? 'copy' : reason >= reasons.negated ? 'conflict' : 'same';

/** Whether two mentions say the same throughout: then what one of them lacks was lost. */
const isSure = (kind: RelationKind, score: number): boolean => kind === 'copy' || score >= sureFrom;

/** `null` for two that speak of one thing and neither say the same of it nor contradict each other. */
function relatePair(meeting: ArticlePair, i: number, j: number, probability: number): Related | null {
  const a = meeting.a.claims;
  const b = meeting.b.claims;
  const score = Math.round(probability * parts);
  const tolls = weightiest(tollsOf(a, i, b, j))?.comparison;
  const against = contradiction(meeting, i, j, tolls);
  const reason =
    (against === reasons.neither ? null : against) ??
    copiedWords(a, i, b, j) ??
    against ??
    agreement(meeting, i, j, tolls);
  if (reason === reasons.neither) return null;
  const kind = kindOf(reason);
  const drifts = kind !== 'conflict' && driftOf(a, i, b, j, isSure(kind, score / parts)).length > 0;
  return { i, j, score, reason, drifts };
}

/**
 * Why the two cannot both be right; `reasons.neither` where tolls of different days, or a denial of something else than
 * an act that the other asserts, keep them from being one claim; `null` where nothing does.
 */
function contradiction(meeting: ArticlePair, i: number, j: number, tolls: Comparison | undefined): number | null {
  const a = meeting.a.claims;
  const b = meeting.b.claims;
  if (tolls === 'conflict') return reasons.figuresApart;
  if (tolls === 'update') return reasons.figuresGrew;
  if (tolls === 'outdated' || tolls === 'part') return reasons.neither;
  if (a.contrary[i] === b.contrary[j] || tolls === 'agree') return null;
  const matched = matchedOf(meeting, i, j);
  const one = profileOf(meeting.a, i);
  const other = profileOf(meeting.b, j);
  if (matched.names === 0 && one.names > 0 && other.names > 0) return null; // of two people
  const denied = matched.denied > deniedShare * matched.asserted;
  if (!denied && !(matched.negated > negatedShare * matched.asserted)) return null;
  const [least, most] = [Math.min(one.asserted, other.asserted), Math.max(one.asserted, other.asserted)];
  if (denied)
    return matched.deniedActs > 0 && matched.asserted > deniedCover * least ? reasons.denied : reasons.neither;
  return matched.asserted > negatedCover * most ? reasons.negated : reasons.neither;
}

/** So much of what two mentions share must stand denied in one of them … */
const deniedShare = 0.4;
/** … and it must be so much of what the shorter says. */
const deniedCover = 0.3;
/** *Not* negates many things: most of what the two share must be what is negated … */
const negatedShare = 0.6;
/** … and much of what the longer says. */
const negatedCover = 0.25;

/** How many words in a row are the same, where they are no chance; else `null`. */
function copiedWords(a: MentionTable, i: number, b: MentionTable, j: number): number | null {
  const run = longestRun(a, i, b, j);
  return run >= copiedRun || (run >= 5 && containment(a, i, b, j) >= 0.5) ? run : null;
}

/** Why the two are the same, short of a copy. */
function agreement(meeting: ArticlePair, i: number, j: number, tolls: Comparison | undefined): number {
  if (tolls === 'agree') return reasons.figuresAgree;
  return (meeting.cosine[i * meeting.b.claims.count + j] as number) > 0.5 ? reasons.mostWords : reasons.severalWords;
}

const whys: ReadonlyMap<number, string> = new Map([
  [reasons.denied, 'One denies what the other says.'],
  [reasons.negated, 'One says that it is not so, the other that it is.'],
  [reasons.figuresAgree, 'The same act with figures that go together.'],
  [reasons.mostWords, 'Most of the telling words are the same.'],
  [reasons.severalWords, 'Several telling words are the same.'],
]);

const copied = (words: number): string => `${words} words in a row are the same.`;

function figuresApart(a: MentionTable, b: MentionTable, i: number, j: number): string {
  const tolls = weightiest(tollsOf(a, i, b, j));
  if (tolls === undefined) return '';
  if (tolls.comparison !== 'update')
    return `The figures do not go together: ${countInWords(tolls.a)} and ${countInWords(tolls.b)}.`;
  const [earlier, later] = a.day < b.day ? [tolls.a, tolls.b] : [tolls.b, tolls.a];
  return `The later article gives a higher figure: ${countInWords(earlier)}, then ${countInWords(later)}.`;
}

/** *58 killed*, *at least 43 injured*, *24 to 99 killed*. */
function countInWords(count: Count): string {
  const { low, high, approx, outcome } = count;
  const people = (value: number | null): string => (value ?? 0).toLocaleString('en');
  if (high === null) return `at least ${people(low)} ${outcome}`;
  if (low === null) return `up to ${people(high)} ${outcome}`;
  if (low !== high) return `${people(low)} to ${people(high)} ${outcome}`;
  return `${approx ? 'about ' : ''}${people(low)} ${outcome}`;
}
