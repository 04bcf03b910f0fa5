import { type Comparison, weightiest } from '../casualties/comparison.js';
import { languageOf } from '../languages/index.js';
import type { MentionTable } from '../mentions/mentionTable.js';
import { type ArticlePair, cosineOf, pairArticles } from './articlePair.js';
import { driftOf } from './drift.js';
import { likeliest } from './likeliest.js';
import { mostAlike } from './mostAlike.js';
import { PairBuffers } from './pairBuffers.js';
import { pairModelOf } from './pairModel.js';
import { possibleFrom, type Reason, type Related, type RelationKind, reasons } from './relation.js';
import { matchedOf, profileOf } from './sharedTerms.js';
import { containment, runLength } from './sharedText.js';
import { tollsOf } from './tolls.js';

/** Cosine from which on most of the telling words are the same. Chosen. */
const cosineOfMost = 0.5;
/** Of an article's mentions with figures so many are compared with others by these alone. Chosen. */
const tollsCompared = 64;

/** Days after which only reused text still relates two articles: by then the same words mean another event. Chosen. */
export const daysApart = 31;
/** Whether two days, as days since 1970, are too far apart for one event; unknown days never are. */
export const farApart = (a: number, b: number): boolean => Math.abs(a - b) > daysApart;

/**
 * Days from which on two that share neither a name nor a number speak of two things: *The toll was expected to rise* is
 * printed every week. Of those that were labelled 3 of 11 were one claim.
 */
const weekApart = 7;

/** Words of a run that is no chance. Chosen. */
const copiedRun = 8;
/** A shorter run is a copy where so much of the shorter mention is in such runs. Chosen. */
const copiedShare = 0.5;

/** Whether mention i of one article is compared with j of the other. */
export type AskedPairs = (i: number, j: number) => boolean;

/**
 * The related mentions of two articles, those included that only a panel shows; of some pairs of mentions, where only
 * these are `asked` for. A pure function of the two.
 */
export function relate(a: MentionTable, b: MentionTable, buffers = new PairBuffers(), asked?: AskedPairs): Related[] {
  if (a.language !== b.language) return [];
  const model = pairModelOf(languageOf(a.language));
  const pair = pairArticles(a, b, buffers);
  const alike = mostAlike(pair);
  const [endOfA, endOfB] = [endOfTolls(a), endOfTolls(b)];
  const distant = farApart(a.day, b.day);
  const found: Related[] = [];
  for (let i = 0; i < a.count; i++) {
    const counts = i < endOfA && a.counts.has(i);
    const row = i * b.count;
    for (let j = 0; j < b.count; j++) {
      if (alike[row + j] === 0 && !(counts && j < endOfB && tellOneToll(pair, i, j))) continue;
      if (asked !== undefined && !asked(i, j)) continue;
      if (distant && (pair.cosines[row + j]! < cosineOfMost || buffers.runs.longest(a, i, b, j) < copiedRun)) continue;
      const probability = model.probability(pair, i, j);
      const related = probability < possibleFrom ? null : relatePair(pair, i, j, probability);
      if (related !== null) found.push(related);
    }
  }
  return likeliest(found);
}

/** The mentions of b that may be related to any of a, by a look at the words alone: `relate` relates no others. */
export function mayBeRelated(a: MentionTable, b: MentionTable, buffers: PairBuffers): number[] {
  if (a.language !== b.language) return [];
  const alike = mostAlike(pairArticles(a, b, buffers));
  const found: number[] = [];
  for (let j = 0; j < b.count; j++) {
    let may = a.counts.size > 0 && b.counts.has(j);
    for (let i = 0; !may && i < a.count; i++) may = alike[i * b.count + j] !== 0;
    if (may) found.push(j);
  }
  return found;
}

/** The mention from which on those of an article are not compared by their tolls alone. */
function endOfTolls({ count, counts }: MentionTable): number {
  return counts.size > tollsCompared ? [...counts.keys()][tollsCompared]! : count;
}

/** Whether two mentions may be one claim by their counts alone: main tolls, tolls of a war, or tolls that go together. */
function tellOneToll({ a, b }: ArticlePair, i: number, j: number): boolean {
  const one = a.dead.get(i);
  const other = b.dead.get(j);
  if (one === undefined || other === undefined) return false;
  if ((one.main && other.main) || (one.war && other.war)) return true;
  return weightiest(tollsOf(a.mentions, i, b.mentions, j))?.comparison === 'agree';
}

/** `null` for two that speak of one thing and neither say the same of it nor contradict each other by their tolls. */
function relatePair(pair: ArticlePair, i: number, j: number, probability: number): Related | null {
  const a = pair.a.mentions;
  const b = pair.b.mentions;
  const score = Math.round(probability * 1000) / 1000;
  const tolls = weightiest(tollsOf(a, i, b, j))?.comparison;
  const related = (kind: RelationKind, reason: Reason, run = 0): Related => {
    const drifts = (kind === 'copy' || kind === 'same') && driftOf(a, b, { i, j, kind, score }).length > 0;
    return { i, j, kind, score, reasons: alone[reason], run, drifts };
  };
  const against = contradiction(pair, i, j, tolls);
  if (against === 'figuresGrew') return related('update', against);
  if (against !== null && against !== 'another') return related('conflict', against);
  if (tolls === 'part') return null; // three children here, seventeen people there: another number, however alike the words
  const run = copiedWords(pair, i, j);
  if (run > 0) return related('copy', 'sharedRun', run);
  if (against === null) {
    const reason = agreement(pair, i, j, tolls);
    return reason !== 'figuresAgree' && isOfAnotherTime(pair, i, j) ? null : related('same', reason);
  }
  return isOther(tolls) ? null : related('same', 'turned');
}

/** Whether the articles are printed so far apart that a name or a number must say that two mentions are of one thing. */
function isOfAnotherTime(pair: ArticlePair, i: number, j: number): boolean {
  if (!(Math.abs(pair.a.mentions.day - pair.b.mentions.day) >= weekApart)) return false;
  const { names, numbers } = matchedOf(pair, i, j);
  return names === 0 && numbers === 0;
}

/** Lists of one reason, shared by all relations that have it. */
const alone = Object.fromEntries(reasons.map((reason) => [reason, [reason]])) as unknown as Readonly<
  Record<Reason, readonly Reason[]>
>;

/**
 * Why the two cannot both be right; *another* where tolls of other days or people, or a denial of something else than an
 * act that the other asserts, keep them from being one claim; `null` where nothing does.
 */
function contradiction(
  pair: ArticlePair,
  i: number,
  j: number,
  tolls: Comparison | undefined,
): 'figuresApart' | 'figuresGrew' | 'denied' | 'negated' | 'another' | null {
  const { a, b } = pair;
  if (tolls === 'conflict') return 'figuresApart';
  if (tolls === 'update') return 'figuresGrew';
  if (isOther(tolls)) return 'another';
  if (a.mentions.contrary[i] === b.mentions.contrary[j] || tolls === 'agree') return null;
  const matched = matchedOf(pair, i, j);
  const one = profileOf(a, i);
  const other = profileOf(b, j);
  if (matched.names === 0 && one.names > 0 && other.names > 0) return null; // of two people
  const denied = matched.denied > deniedShare * matched.asserted;
  if (!denied && !(matched.negated > negatedShare * matched.asserted)) return null;
  const [least, most] = [Math.min(one.asserted, other.asserted), Math.max(one.asserted, other.asserted)];
  if (denied) return matched.deniedActs > 0 && matched.asserted > deniedCover * least ? 'denied' : 'another';
  return matched.asserted > negatedCover * most ? 'negated' : 'another';
}

/** Tolls of other days or people. */
const isOther = (tolls: Comparison | undefined): boolean => tolls === 'outdated' || tolls === 'part';

/** So much of what two mentions share must stand denied in one of them … */
const deniedShare = 0.4;
/** … and it must be so much of what the shorter says. */
const deniedCover = 0.3;
/** *Not* negates many things: most of what the two share must be what is negated … */
const negatedShare = 0.6;
/** … and much of what the longer says. */
const negatedCover = 0.25;

/** How many words in a row are the same, where they are no chance; else 0. */
function copiedWords({ a, b, buffers }: ArticlePair, i: number, j: number): number {
  const run = buffers.runs.longest(a.mentions, i, b.mentions, j);
  const isCopied = run >= copiedRun || (run >= runLength && containment(a, i, b, j) >= copiedShare);
  return isCopied ? run : 0;
}

/** Why the two are the same, short of a copy. */
function agreement(pair: ArticlePair, i: number, j: number, tolls: Comparison | undefined): Reason {
  if (tolls === 'agree') return 'figuresAgree';
  return cosineOf(pair, i, j) > cosineOfMost ? 'mostWords' : 'severalWords';
}
