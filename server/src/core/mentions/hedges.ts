import type { Article } from '../article/article.js';
import type { ClaimWords } from '../languages/claimWords.js';
import type { Language } from '../languages/language.js';
import { perLanguage } from '../languages/material.js';
import { indexAt, type Span } from '../span.js';
import type { Hedge } from './mentionTable.js';
import { termsOf } from './terms.js';

const qualified = perLanguage(({ qualifiers }: ClaimWords) => ({
  pattern: new RegExp(`\\b(${qualifiers.map(({ phrase }) => phrase).join('|') || '(?!)'})\\s+([\\w,]+)`, 'gi'),
  kinds: new Map(qualifiers.map(({ phrase, kind }) => [phrase, kind])),
}));

/** The words of uncertainty of each mention: hedges, and what qualifies its numbers. */
export function hedgesOf(article: Article, spans: readonly Span[], language: Language): Map<number, Hedge[]> {
  const found = new Map<number, Hedge[]>();
  const add = (offset: number, hedge: Hedge): void => {
    const m = indexAt(spans, offset);
    if (m < 0 || offset >= spans[m]!.end) return;
    const hedges = found.get(m);
    if (hedges) hedges.push(hedge);
    else found.set(m, [hedge]);
  };
  const { tokens, text } = article;
  const { hedges } = language.claims;
  const { pattern, kinds } = qualified(language.claims);
  for (let i = 0; i < tokens.count; i++) {
    const lower = tokens.lower[i]!;
    if (hedges.has(lower)) add(tokens.start[i]!, { kind: 'hedge', words: tokens.word[i]!, value: Number.NaN });
  }
  for (const match of text.matchAll(pattern)) {
    const [, qualifier = '', number = ''] = match;
    const value = termsOf(language).numberOf(number.toLowerCase());
    if (Number.isNaN(value)) continue;
    add(match.index, { kind: kinds.get(qualifier.toLowerCase()) ?? 'range', words: qualifier, value });
  }
  return found;
}
