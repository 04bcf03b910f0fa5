import type { Article, Metadata } from './article.js';

/** What a person knows of an article better than its text says it: wins over what is read, `null` included (not known). */
export type Corrections = Partial<Pick<Metadata, 'title' | 'outlet' | 'date' | 'agency'>>;

/** The article with what a person knows in place of what was read. */
export function corrected(article: Article, corrections: Corrections | undefined): Article {
  if (corrections === undefined) return article;
  const settled = corrections.date === undefined ? {} : { otherDate: null }; // nobody need see both any more
  return { ...article, metadata: { ...article.metadata, ...settled, ...corrections } };
}
