import type { ArticleWords } from '../core/languages/articleWords.js';
import { blocksIn } from './blocks.js';
import { oneLine } from './dom.js';

/** What a page marks for its readers: the headline, who wrote it, when. */

/** What pages mark as the name of who wrote them, and as the time of publication. */
const bylineMarks =
  '[rel~="author"],[itemprop~="author"],[class~="byline"],[class~="author"],[class~="author-name"],[class*="byline__name"],[data-testid*="byline"]';
export const publishedMarks =
  '[itemprop~="datePublished"],time[pubdate],article header time,header time,article time,main time,time';
export const updatedMarks = '[itemprop~="dateModified"],time.updated';

/** The one headline of the page; of several the one of the article; where none is marked, the line that the title repeats. */
export function headlineShown(document: Document, windowTitle: string): string | null {
  const one = (selector: string): string | null => {
    const found = [...document.querySelectorAll(selector)].map((h1) => oneLine(h1.textContent)).filter(Boolean);
    return found.length === 1 && !isSiteName(found[0]!, windowTitle) ? found[0]! : null;
  };
  const marked = one('h1') ?? one('article h1') ?? one('main h1') ?? one('[itemprop~="headline"]');
  if (marked !== null) return marked;
  const pieces = windowTitle.split(joint).filter((piece) => wordsIn(piece) > 3);
  const lines = new Set(blocksIn(document.body).flatMap(({ text }) => text.split('\n')));
  return pieces.find((piece) => lines.has(piece)) ?? null;
}

/** Many a site has its own name as a headline of the first rank: the title of the page has it beside a longer one. */
const isSiteName = (shown: string, windowTitle: string): boolean => {
  const others = windowTitle.split(joint).filter((piece) => piece !== shown);
  return (
    wordsIn(shown) <= 3 && windowTitle.includes(shown) && others.some((piece) => wordsIn(piece) > wordsIn(shown) + 1)
  );
};

const wordsIn = (text: string): number => text.split(' ').filter(Boolean).length;

/** What a title and the name of its site stand between. */
export const joint = /\s+[|–—·•»-]+\s+|\s*(?:\||:\s)\s*/;

/** When, as the first of some marks says it. */
export function timeShown(document: Document, marks: string): string | null {
  for (const selector of marks.split(',')) {
    const element = document.querySelector(selector);
    const stated = ['datetime', 'content', 'title'].map((name) => element?.getAttribute(name)).find((value) => value);
    const value = stated ?? element?.textContent;
    if (value) return value;
  }
  return null;
}

/** In characters; a longer text is no byline. Chosen. */
const longestByline = 200;

/** Lines that are marked as a byline, as they stand; a page may have several. */
export function bylinesShown(document: Document): string[] {
  const marked = [...document.querySelectorAll(bylineMarks)]
    .filter((element) => !element.closest('aside,nav,[class*="comment"],[id*="comment"]'))
    .filter((element) => element.querySelector(bylineMarks) === null)
    .map((element) => oneLine(element.textContent))
    .filter((text) => text !== '' && text.length <= longestByline);
  return [...new Set(marked)].slice(0, 4);
}

/** In lines: a byline that nothing marks stands so near below the headline. Chosen: a line of its own for topic and time. */
const nearHeadline = 3;

/** The line near below the headline that begins as bylines do (*By Lena Aumont · 11 June*) and goes on with names alone. */
export function bylineBelow(document: Document, headline: string | null, { patterns }: ArticleWords): string[] {
  const lines = blocksIn(document.body).flatMap(({ text }) => text.split('\n'));
  const at = headline === null ? -1 : lines.indexOf(headline);
  if (at < 0) return [];
  const by = new RegExp(`^${patterns.byline.source}`, 'iu');
  const isByline = (text: string): boolean => {
    const [names = ''] = text.slice(by.exec(text)?.[0].length).split(patterns.bylineJoint);
    return by.test(text) && text.length <= longestByline && names.split(' ').every(isOfName);
  };
  return lines
    .slice(at + 1, at + 1 + nearHeadline)
    .filter(isByline)
    .slice(0, 1);
}

/** A word with a capital, or one as short as *van* and *al*. */
const isOfName = (word: string): boolean => /^\p{Lu}/u.test(word) || word.length <= 3;
