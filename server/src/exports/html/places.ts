import type { Place } from '../../../../protocol/src/index.js';
import type { ToldArticle } from '../overview.js';
import { type Html, html } from './markup.js';

/** Names a place of an article: by the number that the page gives the article, or by its file where the page has none. */
export type Refer = (place: Place) => Html;

/** Where the page has an article, by its number from 0. */
export const anchorOf = (at: number): string => `article-${at + 1}`;

export function references(articles: readonly ToldArticle[], nameOf: (file: string) => string): Refer {
  const numbers = new Map(articles.map(({ file }, at) => [file.file, at]));
  return ({ uri, range }) => {
    const at = numbers.get(uri);
    const line = range.start.line + 1;
    if (at === undefined) return html`<span class="place">${nameOf(uri)}, line ${line}</span>`;
    return html`<a class="place" href="#${anchorOf(at)}" title="${nameOf(uri)}">article ${at + 1}, line ${line}</a>`;
  };
}
