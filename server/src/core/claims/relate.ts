import type { Claims, Count } from './claims.js';
import { standingOf } from './counts.js';
import { driftOf } from './drift.js';
import { type Meeting, matchedOf, meet, profileOf } from './meeting.js';
import type { Drift, Relation, RelationKind } from './relation.js';
import { containment, longestRun } from './reuse.js';
import { probability } from './weights.js';

/** From here on a relation is marked: precision comes first in a text. */
export const markedFrom = 0.55;
/** From here on a panel may show it. */
export const possibleFrom = 0.2;
/** Two mentions this alike say the same throughout: what one of them lacks was lost. */
const driftFrom = 0.85;
/** Mentions that share less are not compared: hardly any are one claim. */
const cosineFrom = 0.1;

/** Days after which only reused text still relates two articles: by then the same words mean another event. */
const daysApart = 31;
/** Whether two days, as days since 1970, are too far apart for one event; unknown days never are. */
export const farApart = (a: number, b: number): boolean => Math.abs(a - b) > daysApart;

/** Later figures are those of another event, or of one that nobody compares any more. */
const daysOfOneToll = 3;
/** A run of so many words is no chance. */
const copiedRun = 8;

/** Mention i of the one article and j of the other are one claim. */
export interface Related extends Relation {
  readonly i: number;
  readonly j: number;
}

/** The related mentions of two articles, those included that only a panel shows. A pure function of the two. */
export function relate(a: Claims, b: Claims): Related[] {
  const meeting = meet(a, b);
  const distant = farApart(a.day, b.day);
  const found: Related[] = [];
  for (let i = 0; i < a.count; i++) {
    for (let j = 0; j < b.count; j++) {
      const cosine = meeting.cosine[i * b.count + j] as number;
      if (cosine < cosineFrom && !(a.counts.has(i) && b.counts.has(j))) continue;
      if (distant && (cosine < 0.5 || longestRun(a, i, b, j) < copiedRun)) continue;
      const score = probability(meeting, i, j, possibleFrom);
      if (score >= possibleFrom) found.push(relatePair(meeting, i, j, score));
    }
  }
  return found;
}

/** Most relations have no drift: they share one list. */
const none: readonly Drift[] = [];

function relatePair(meeting: Meeting, i: number, j: number, score: number): Related {
  const a = meeting.a.claims;
  const b = meeting.b.claims;
  const run = longestRun(a, i, b, j);
  const copied = run >= copiedRun || (run >= 5 && containment(a, i, b, j) >= 0.5);
  const contrary = contradiction(meeting, i, j);
  const kind: RelationKind = contrary !== null ? 'conflict' : copied ? 'copy' : 'same';
  return {
    i,
    j,
    kind,
    score: Math.round(score * 1000) / 1000,
    why: contrary ?? reason(meeting, i, j, copied ? run : 0),
    drift: kind === 'conflict' ? none : driftOf(a, i, b, j, copied || score >= driftFrom),
  };
}

/** Why the two cannot both be right, in words, or `null`. */
function contradiction(meeting: Meeting, i: number, j: number): string | null {
  const a = meeting.a.claims;
  const b = meeting.b.claims;
  const counts = standingOf(a.counts.get(i) ?? [], b.counts.get(j) ?? []);
  if (counts.standing === 'conflict' && !(Math.abs(a.day - b.day) > daysOfOneToll))
    return `The figures do not go together: ${wordsOf(counts.a)} and ${wordsOf(counts.b)}.`;
  if (a.contrary[i] === b.contrary[j]) return null;
  const matched = matchedOf(meeting, i, j);
  const one = profileOf(meeting.a, i);
  const other = profileOf(meeting.b, j);
  if (matched.names === 0 && one.names > 0 && other.names > 0) return null; // of two people
  const cover = matched.asserted / Math.min(one.asserted, other.asserted);
  if (matched.denied > deniedShare * matched.asserted && cover > deniedCover) return 'One denies what the other says.';
  if (matched.negated > negatedShare * matched.asserted && cover > negatedCover)
    return 'One says that it is not so, the other that it is.';
  return null;
}

/** *58 killed*, *at least 43 injured*, *24 to 99 killed*. */
function wordsOf(count: Count | undefined): string {
  if (count === undefined) return '';
  const { low, high, approx, outcome } = count;
  const people = (value: number | null): string => (value ?? 0).toLocaleString('en');
  if (high === null) return `at least ${people(low)} ${outcome}`;
  if (low === null) return `up to ${people(high)} ${outcome}`;
  if (low !== high) return `${people(low)} to ${people(high)} ${outcome}`;
  return `${approx ? 'about ' : ''}${people(low)} ${outcome}`;
}

/** So much of what two mentions share must stand denied in one of them … */
const deniedShare = 0.4;
/** … and it must be so much of what the shorter says. */
const deniedCover = 0.3;
/** *Not* negates many things: nearly all that the shorter says must be what is negated. */
const negatedShare = 0.6;
const negatedCover = 0.7;

function reason(meeting: Meeting, i: number, j: number, run: number): string {
  if (run > 0) return `${run} words in a row are the same.`;
  const a = meeting.a.claims;
  const b = meeting.b.claims;
  const counts = standingOf(a.counts.get(i) ?? [], b.counts.get(j) ?? []);
  if (counts.standing === 'agree') return 'The same act with figures that go together.';
  const cosine = meeting.cosine[i * b.count + j] as number;
  return cosine > 0.5 ? 'Most of the telling words are the same.' : 'Several telling words are the same.';
}
