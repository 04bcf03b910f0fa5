import { type Claims, DENIES } from './claims.js';
import { agree, incompatible } from './counts.js';
import { driftOf } from './drift.js';
import { containment, featuresOf, longestRun, type Meeting, meet } from './features.js';
import type { Relation, RelationKind } from './relation.js';
import { probability } from './weights.js';

/** From here on a relation is marked: precision comes first in a text. */
export const markedFrom = 0.6;
/** From here on a panel may show it. */
export const possibleFrom = 0.2;
/** Pairs below are not looked at: hardly any is one claim. */
const cosineFrom = 0.08;

/** Days after which only reused text still relates two articles: by then the same words mean another event. */
const daysApart = 31;
/** A run of so many words is no chance. */
const copiedRun = 8;

/** Mention i of the one article and j of the other are one claim. */
export interface Related extends Relation {
  readonly i: number;
  readonly j: number;
}

/** The related mentions of two articles, those a panel may show included. A pure function of the two. */
export function relate(a: Claims, b: Claims): Related[] {
  const meeting = meet(a, b);
  const distant = Math.abs(a.day - b.day) > daysApart;
  const found: Related[] = [];
  for (let i = 0; i < a.count; i++) {
    for (let j = 0; j < b.count; j++) {
      if ((meeting.cosine[i * b.count + j] as number) < cosineFrom) continue;
      const related = relatePair(meeting, i, j, distant);
      if (related !== null) found.push(related);
    }
  }
  return found;
}

function relatePair(meeting: Meeting, i: number, j: number, distant: boolean): Related | null {
  const { a, b } = meeting;
  if (distant && ((meeting.cosine[i * b.count + j] as number) < 0.5 || longestRun(a, i, b, j) < copiedRun)) return null;
  const score = probability(featuresOf(meeting, i, j));
  if (score < possibleFrom) return null;
  const run = longestRun(a, i, b, j);
  const contained = run < 5 ? 0 : containment(a, i, b, j);
  const contrary = contradiction(a, i, b, j);
  const copied = run >= copiedRun || (run >= 5 && contained >= 0.5);
  const kind: RelationKind = contrary !== null ? 'conflict' : copied ? 'copy' : 'same';
  const drift = kind === 'conflict' ? [] : driftOf(a, i, b, j);
  return { i, j, kind, score, why: contrary ?? reason(meeting, i, j, run, copied), drift };
}

/** Why the two cannot both be right, in words, or `null`. */
function contradiction(a: Claims, i: number, b: Claims, j: number): string | null {
  const countsA = a.counts.get(i) ?? [];
  const countsB = b.counts.get(j) ?? [];
  if (incompatible(countsA, countsB)) return 'The figures do not go together.';
  if (((a.traits[i] as number) ^ (b.traits[j] as number)) & DENIES) return 'One denies what the other says.';
  return null;
}

function reason({ a, b, cosine }: Meeting, i: number, j: number, run: number, copied: boolean): string {
  if (copied) return `${run} words in a row are the same.`;
  if (agree(a.counts.get(i) ?? [], b.counts.get(j) ?? [])) return 'The same act with figures that go together.';
  const value = cosine[i * b.count + j] as number;
  return value > 0.5 ? 'Most of the telling words are the same.' : 'Several telling words are the same.';
}
