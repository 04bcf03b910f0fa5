import { readPassage } from '../core/article/index.js';
import type { MentionTable } from '../core/mentions/mentionTable.js';
import { readMentions } from '../core/mentions/readMentions.js';
import type { Opinion } from '../core/relations/opinion.js';
import { isContained } from '../core/relations/slots.js';
import type { Place } from './claim.js';
import type { ArticleFacts } from './facts.js';

/** Where a claim somebody asks about is asserted. */
export interface Found {
  readonly place: Place;
  /** Share of the telling words of the question that the sentence holds too, weighted, 0..1. */
  readonly score: number;
  /** The sentence, in one line. */
  readonly sentence: string;
  /**
   * Whether it may contradict the question at all: one that shares a single word is about something else, and where one of
   * the two only says less, without turning anything round, they agree.
   */
  readonly mayContradict: boolean;
  /** Whether the judge takes it for a contradiction; false where it was not asked. */
  readonly isAgainst: boolean;
}

/** What was found of a claim, in a workspace and elsewhere. */
export interface FoundEverywhere {
  readonly found: readonly Found[];
  /** The articles that were searched besides, by their keys. */
  readonly elsewhere: ReadonlyMap<string, ArticleFacts>;
}

/** Below this the sentence shares a topic at most. */
const foundFrom = 0.35;
/** A sentence that says much else ranks a little lower: weight of the cosine beside the share of the question. */
const cosineShare = 0.25;

/** The sentences that may assert what is asked about, likeliest first. Empty where that has no telling words. */
export function findClaim(asked: string, articles: Iterable<ArticleFacts>): Found[] {
  const question = questionIn(asked);
  const norm = Math.sqrt([...question.weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
  if (norm === 0) return [];
  const found: Found[] = [];
  for (const { file, claims, text } of articles)
    for (let m = 0; m < claims.count; m++) {
      const shared = sharedTerms(question.weights, claims, m);
      const coverage = shared.squares / (norm * norm);
      const cosine = shared.squares / (norm * claims.norm[m]!);
      const score = (1 - cosineShare) * coverage + cosineShare * cosine;
      if (score < foundFrom) continue;
      const place = { file, start: claims.start[m]!, end: claims.end[m]! };
      const agrees = question.mentions.every((asks) => isContained(question.table, asks, claims, m));
      found.push({
        place,
        score,
        sentence: inOneLine(text.slice(place.start, place.end)),
        mayContradict: shared.count > 1 && !agrees,
        isAgainst: false,
      });
    }
  return found.sort((x, y) => y.score - x.score || (x.place.file < y.place.file ? -1 : 1));
}

/** Probability of a contradiction from which on a sentence is listed as one. A claim typed in few words says little. Chosen. */
const againstFrom = 0.7;

/** What was found, contradictions first, after the judge has read some of the sentences: `opinions` are by sentence. */
export function afterReading(found: readonly Found[], opinions: ReadonlyMap<string, Opinion>): Found[] {
  const read = found.map((one): Found => {
    const { conflict } = opinions.get(one.sentence) ?? { conflict: 0 };
    return { ...one, isAgainst: one.mayContradict && conflict >= againstFrom };
  });
  return [...read.filter(({ isAgainst }) => isAgainst), ...read.filter(({ isAgainst }) => !isAgainst)];
}

/** Line ends within a sentence say nothing. */
export const inOneLine = (sentence: string): string => sentence.replace(/\s+/g, ' ').trim();

/** A question as the sentences of articles are known, and how telling each of its terms is, by its hash. */
interface Question {
  readonly table: MentionTable;
  /** Of the table, all. */
  readonly mentions: readonly number[];
  readonly weights: ReadonlyMap<number, number>;
}

function questionIn(asked: string): Question {
  const table = readMentions({ article: readPassage(asked), attributions: [], figures: [] });
  const { term, telling } = table.topic;
  const weights = new Map(Array.from(term, (one, t) => [one, telling[t]!]));
  return { table, mentions: Array.from({ length: table.count }, (_, m) => m), weights };
}

/** The telling terms of all sentences of the question, as one bag: how telling each is, by its hash. */
export const weightsOf = (asked: string): ReadonlyMap<number, number> => questionIn(asked).weights;

/** What a sentence has of the question: how many terms, and the sum of their squared weights. */
function sharedTerms(
  question: ReadonlyMap<number, number>,
  claims: MentionTable,
  m: number,
): { count: number; squares: number } {
  let [count, squares] = [0, 0];
  for (let i = claims.firstBag[m]!; i < claims.firstBag[m + 1]!; i++) {
    const weight = question.get(claims.topic.term[claims.bagPlace[i]!]!);
    if (weight === undefined) continue;
    count++;
    squares += weight ** 2;
  }
  return { count, squares };
}
