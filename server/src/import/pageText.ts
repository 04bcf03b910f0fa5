import { Readability } from '@mozilla/readability';
import type { Fields } from '../core/article/frontMatter.js';
import { findFurniture } from '../core/article/furniture.js';
import { readPublication } from '../core/article/publication.js';
import type { ArticleWords } from '../core/languages/articleWords.js';
import { blocksIn, type LinkedBlock } from './blocks.js';
import { paragraphsFromBreaks } from './breaks.js';
import { sameHeadline } from './pageFacts.js';

/** The running text of a page from which what its elements call furniture is gone. Takes the page apart. */
export function articleBlocks(document: Document): LinkedBlock[] {
  const marked = document.querySelectorAll('[itemprop~="articleBody"]');
  if (marked.length === 1 && marked[0]!.querySelectorAll('p').length >= fewestMarked) return blocksIn(marked[0]!);
  const everything = blocksIn(document.body);
  paragraphsFromBreaks(document);
  // what these are called has been looked at, and Readability would take *header-anchor* for the header of the page
  for (const element of document.querySelectorAll('p,h2,h3,h4,h5,h6,li,blockquote'))
    for (const attribute of ['class', 'id']) element.removeAttribute(attribute);
  const read = readable(document);
  return read.length > 0 ? read : everything;
}

/** What Readability takes for the text; nothing where it finds none, or fails on markup that no browser makes. */
function readable(document: Document): LinkedBlock[] {
  const reader = new Readability<Node>(document, {
    charThreshold: fewestCharacters,
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node) => node,
  });
  try {
    const content = reader.parse()?.content;
    return content ? blocksIn(content) : [];
  } catch (error) {
    if (error instanceof RangeError) throw error; // too large or too deep for all that comes after, too
    return [];
  }
}

/** Paragraphs in what a page marks as its article's text; with fewer the mark is elsewhere. Chosen. */
const fewestMarked = 2;

/** In characters: a news item may be short. Chosen; Readability's own 500 makes it look for more in menus. */
const fewestCharacters = 200;

/** In blocks: so many may stand above an article's first paragraph. */
const opening = 8;

/** In characters; a longer block is running text. Chosen. */
const longestLine = 200;

/**
 * The blocks without lines around the text that its elements did not tell: links to other stories, labels, captions, notices,
 * the headline once more, and who wrote it when, which goes to `fields`.
 */
export function withoutLinesAround(
  blocks: readonly LinkedBlock[],
  title: string | null,
  fields: Fields,
  language: ArticleWords,
): LinkedBlock[] {
  const own = linesApart(blocks.slice(0, textEnd(blocks)).filter((block) => !isLink(block)));
  const furniture = furnitureOf(own, language);
  const first = own.findIndex((block, i) => !furniture[i] && isRunning(block));
  const above = Math.min(first < 0 ? own.length : first, opening);
  return own.filter((block, i) => {
    if (furniture[i]) return false;
    if (i >= above || block.text.length > longestLine) return true;
    if (isKicker(block)) return false;
    if (
      title !== null &&
      block.text.length <= title.length * 1.5 &&
      sameHeadline(title, block.text) &&
      isTitle(block, title)
    )
      return false;
    return !readPublication(block.text, fields, language);
  });
}

/** The headline once more, and not a paragraph with the same words. */
const isTitle = ({ kind, text }: LinkedBlock, title: string): boolean =>
  kind === 'heading' || letters(text) === letters(title);
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** A sentence, or more than a line. */
const isRunning = ({ text, kind }: LinkedBlock): boolean =>
  kind !== 'heading' &&
  (text.length > longestLine || (text.length > shortestSentence && /[.!?…]["”’')\]]*$/.test(text)));

/** In characters; chosen. */
const shortestSentence = 60;

/** Above the first running text each line is apart: a headline, a date and a name stand below each other there. */
function linesApart(blocks: readonly LinkedBlock[]): LinkedBlock[] {
  const first = blocks.findIndex((block) => block.text.split('\n').every((text) => isRunning({ ...block, text })));
  return blocks.flatMap((block, i) =>
    i < first && block.kind !== 'table' ? block.text.split('\n').map((text) => ({ ...block, text })) : [block],
  );
}

/** *Press release*, *World*: what an article is, or where it stands on the site; *Tosk TNN —* on a line of its own. */
const isKicker = ({ kind, text }: LinkedBlock): boolean =>
  kind === 'paragraph' && /[–—]$|^[\p{L}&’'-]+:?(?: [\p{L}&’'-]+:?){0,2}$/u.test(text);

/** The index behind the last block that is not mostly links: below it a page invites to whatever else it has. */
function textEnd(blocks: readonly LinkedBlock[]): number {
  let end = blocks.length;
  while (end > 0 && blocks[end - 1]!.linked >= 0.5 && blocks[end - 1]!.text.length <= longestLine) end--;
  return end;
}

/** A line of nothing but links, that is no sentence. */
const isLink = ({ text, linked, kind }: LinkedBlock): boolean =>
  linked > 0.85 && (kind === 'item' || !/[.!?…]["”’')\]]*$/.test(text) || text.length < 40);

/** What the reader of articles would take for furniture, so that both agree. */
function furnitureOf(blocks: readonly LinkedBlock[], language: ArticleWords): boolean[] {
  let plain = '';
  const spans = blocks.map(({ text, kind }) => {
    const start = plain.length;
    plain += text.replaceAll('\n', ' ');
    const span = { start, end: plain.length, heading: kind === 'heading', item: kind === 'item' };
    plain += '\n\n';
    return span;
  });
  return findFurniture(plain, spans, language);
}
