import type { Article } from '../article/article.js';
import { indexAt } from '../span.js';
import { isMarkedAt, type ReadingLevel, rankOf, readingLevels } from './attention.js';
import { type Finding, ruleIds } from './rule.js';

/** A finding as the settings let it stand, with the lowest level of reading at which it is marked. */
export interface ToldFinding extends Finding {
  readonly reading: ReadingLevel;
}

/** All that is found in one sentence, most important first. */
export type Spot = readonly [ToldFinding, ...ToldFinding[]];

/** A sentence is one spot: however many rules speak of it, it has one mark, on the words of its first finding. */
export function spotsOf(article: Article, findings: readonly ToldFinding[]): Spot[] {
  const spots = new Map<number, [ToldFinding, ...ToldFinding[]]>();
  for (const finding of findings) {
    const sentence = sentenceOf(article, finding);
    const spot = spots.get(sentence);
    if (spot) spot.push(finding);
    else spots.set(sentence, [finding]);
  }
  return [...spots.values()].map((spot) => spot.sort(byImportance));
}

/** The number of the sentence that a finding begins in. */
export const sentenceOf = ({ sentences }: Article, { start }: Finding): number =>
  Math.max(0, indexAt(sentences, start));

/** Those that are marked at a level of reading. */
export const markedSpots = (spots: readonly Spot[], level: ReadingLevel): Spot[] =>
  spots.filter(([{ reading }]) => isMarkedAt(reading, level));

export const byImportance = (a: ToldFinding, b: ToldFinding): number =>
  readingLevels.indexOf(a.reading) - readingLevels.indexOf(b.reading) ||
  rankOf(a) - rankOf(b) ||
  ruleIds.indexOf(a.rule) - ruleIds.indexOf(b.rule) ||
  a.start - b.start;
