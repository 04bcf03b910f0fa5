import { type Count, countOf } from '../casualties/count.js';
import { dayOf } from '../casualties/day.js';
import type { Figure } from '../casualties/figure.js';
import type { ClaimWords } from '../languages/claimWords.js';
import { languageOf } from '../languages/index.js';
import type { Reading } from '../reading.js';
import { indexAt, type Span } from '../span.js';
import { hedgesOf } from './hedges.js';
import { Mentions } from './mentionBuilder.js';
import type { MentionTable } from './mentionTable.js';
import { voicesOf } from './voices.js';

/** Reads the claims of an article. `language`: that of the article, where it is none of `languages/index.ts`. */
export function readMentions(reading: Reading, language = languageOf(reading.article.language)): MentionTable {
  const { article } = reading;
  const { spans, negated, contrary, firstWord, words, numbers, bags } = new Mentions(article, reading, language);
  return {
    language: language.code,
    outlet: article.metadata.outlet,
    agency: article.metadata.agency,
    day: dayOf(article.metadata.date),
    count: spans.length,
    start: Int32Array.from(spans, (span) => span.start),
    end: Int32Array.from(spans, (span) => span.end),
    negated: Uint8Array.from(negated),
    contrary: Uint8Array.from(contrary),
    firstWord: Int32Array.from(firstWord),
    word: Int32Array.from(words),
    ...bags.arrays(),
    numbers,
    counts: countsOf(reading, spans, language.claims),
    voices: voicesOf(reading, spans),
    hedges: hedgesOf(article, spans, language),
  };
}

function countsOf({ article, figures }: Reading, spans: readonly Span[], language: ClaimWords): Map<number, Count[]> {
  const found = new Map<number, Count[]>();
  for (const [k, figure] of figures.entries()) {
    const { start } = figure;
    const m = indexAt(spans, start);
    if (m < 0 || start >= spans[m]!.end) continue;
    const counts = found.get(m) ?? [];
    counts.push(countOf(figure));
    const before = figures[k - 1];
    if (before !== undefined && isAdded(article.text, before, figure, language)) counts.push(sumOf(before, figure));
    found.set(m, counts);
  }
  return found;
}

/** *Two women and two guards*, *nine children and 14 others*: only together they are the toll. */
function isAdded(text: string, one: Figure, other: Figure, { others, and }: ClaimWords): boolean {
  if (one.outcome !== other.outcome || one.scope !== other.scope || one.partial) return false;
  if (other.partial && !others.has(other.victims.toLowerCase())) return false;
  if (one.victims === '') return false;
  const between = text.slice(one.end, other.start).trim();
  return between.startsWith(`${one.victims} `) && and.has(between.slice(one.victims.length + 1));
}

const sumOf = (one: Figure, other: Figure): Count => ({
  ...countOf(one),
  end: other.end,
  low: (one.low ?? 0) + (other.low ?? 0),
  high: one.high === null || other.high === null ? null : one.high + other.high,
  approx: one.approx || other.approx,
  people: null,
});
