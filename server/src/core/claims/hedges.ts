import type { Article } from '../article/article.js';
import { hedges, qualifiers } from '../languages/en/claims.js';
import { indexAt, type Span } from '../span.js';
import type { Hedge } from './claims.js';
import { numberOf } from './terms.js';

const hedgeWords = new Set(hedges);
const qualifierPattern = new RegExp(`\\b(${qualifiers.join('|')})\\s+([\\w,]+)`, 'gi');
const floors = new Set(['at least', 'more than', 'no fewer than', 'over']);

/** The words of uncertainty of each mention: hedges, and what qualifies its numbers. */
export function hedgesOf(article: Article, spans: readonly Span[]): Map<number, Hedge[]> {
  const found = new Map<number, Hedge[]>();
  const add = (offset: number, hedge: Hedge): void => {
    const m = indexAt(spans, offset);
    if (m >= 0 && offset < (spans[m] as Span).end) found.set(m, [...(found.get(m) ?? []), hedge]);
  };
  const { tokens, text } = article;
  for (let i = 0; i < tokens.count; i++) {
    const lower = tokens.lower[i] as string;
    if (hedgeWords.has(lower))
      add(tokens.start[i] as number, { kind: 'hedge', words: tokens.word[i] as string, value: Number.NaN });
  }
  for (const match of text.matchAll(qualifierPattern)) {
    const [, qualifier = '', number = ''] = match;
    const value = numberOf(number.toLowerCase());
    if (Number.isNaN(value)) continue;
    add(match.index, { kind: floors.has(qualifier.toLowerCase()) ? 'floor' : 'range', words: qualifier, value });
  }
  return found;
}
