import { digestOf } from '../workspace/digest.js';
import type { ArticleFacts } from '../workspace/facts.js';
import type { KnownBy } from './review.js';

/** By what an article that is here is known. */
export type ArticleIdentity = KnownBy & { readonly digest: string };

/** By what an article is known again when its file has another name. Line ends do not count: git changes them. */
export const identityOf = ({ text, metadata: { title, outlet, date } }: ArticleFacts): ArticleIdentity => ({
  digest: digestOf(text.replace(/\r\n?/g, '\n')),
  title,
  outlet,
  date,
});

/** Names one published article, whatever was edited in it since; `null` where outlet, headline or day is unknown. */
export const publishedAs = ({ outlet, title, date }: KnownBy): string | null =>
  outlet && title && date ? JSON.stringify([outlet, title, date]) : null;
