import type { ArticleWords } from '../core/languages/articleWords.js';
import { blocksIn } from './blocks.js';
import type { Block } from './imported.js';

/** In blocks: what says that the text is for subscribers stands so near below it. Chosen: offers and buttons come between. */
const below = 6;

/** In characters, of the end of a text; chosen: no two blocks of a page end alike for so long. */
const ending = 60;

/** In characters; a longer block is running text. Chosen. */
const longestLine = 200;

/** Elements that a page shows to nobody, or to some readers only. */
const hidden = '[hidden],[aria-hidden="true"],dialog:not([open])';

/** The lines that a page shows, before anything is taken away from it: what says who may read on is none of the article. */
export function linesShown(document: Document): readonly string[] {
  const concealed = new Set<Element>(document.querySelectorAll(hidden));
  for (const element of document.querySelectorAll('[style]'))
    if (/(?:^|;)\s*display\s*:\s*none/i.test(element.getAttribute('style') ?? '')) concealed.add(element);
  return blocksIn(document.body, (element) => concealed.has(element)).map(({ text }) => text);
}

/** Whether a line near below the end of a text says that the rest is for those who pay. */
export function endsAtWall(text: readonly Block[], shown: readonly string[], { patterns }: ArticleWords): boolean {
  const end = text.at(-1)?.text.slice(-ending);
  const last = end === undefined ? -1 : shown.findLastIndex((line) => line.endsWith(end));
  if (last < 0) return false;
  return shown
    .slice(last, last + 1 + below)
    .some((line) => line.length <= longestLine && patterns.forSubscribers.test(line));
}
