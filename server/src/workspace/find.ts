import { readPassage } from '../core/article/index.js';
import type { MentionTable } from '../core/mentions/mentionTable.js';
import { readMentions } from '../core/mentions/readMentions.js';
import type { Place } from './claim.js';
import type { ArticleFacts } from './facts.js';

/** Where a claim somebody asks about is asserted. */
export interface Found {
  readonly place: Place;
  /** Share of the telling words of the question that the sentence holds too, weighted, 0..1. */
  readonly score: number;
}

/** Below this the sentence shares a topic at most. */
const foundFrom = 0.35;
/** A sentence that says much else ranks a little lower: weight of the cosine beside the share of the question. */
const cosineShare = 0.25;

/** The sentences that assert what `text` asserts, likeliest first. Empty where the text has no telling words. */
export function findClaim(text: string, articles: Iterable<ArticleFacts>): Found[] {
  const question = weightsOf(text);
  const norm = Math.sqrt([...question.values()].reduce((sum, weight) => sum + weight * weight, 0));
  if (norm === 0) return [];
  const found: Found[] = [];
  for (const { file, claims } of articles)
    for (let m = 0; m < claims.count; m++) {
      const shared = sharedSquares(question, claims, m);
      const coverage = shared / (norm * norm);
      const cosine = shared / (norm * claims.norm[m]!);
      const score = (1 - cosineShare) * coverage + cosineShare * cosine;
      if (score < foundFrom) continue;
      found.push({ place: { file, start: claims.start[m]!, end: claims.end[m]! }, score });
    }
  return found.sort((x, y) => y.score - x.score || (x.place.file < y.place.file ? -1 : 1));
}

/** The telling terms of all sentences of the question, as one bag. */
function weightsOf(text: string): Map<number, number> {
  const article = readPassage(text);
  const claims = readMentions({ article, attributions: [], figures: [] });
  const weights = new Map<number, number>();
  claims.bagTerm.forEach((term, i) => {
    weights.set(term, claims.bagWeight[i]!);
  });
  return weights;
}

function sharedSquares(question: ReadonlyMap<number, number>, claims: MentionTable, m: number): number {
  let squares = 0;
  for (let i = claims.firstBag[m]!; i < claims.firstBag[m + 1]!; i++)
    squares += (question.get(claims.bagTerm[i]!) ?? 0) ** 2;
  return squares;
}
