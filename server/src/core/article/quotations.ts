import type { Span } from '../span.js';
import type { Quotation } from './article.js';

const closers: Record<string, string> = { '“': '”', '„': '”', '«': '»', '‘': '’', '"': '"', "'": "'" };
const mark = /[“”„«»‘’"']/g;
/** A single quotation mark that runs longer than this is an apostrophe gone wrong. */
const longestSingle = 400;

/**
 * The outermost quotations of each paragraph. A quotation left open at the end of a paragraph is continued where the
 * next paragraph opens with a mark (the convention of English newspapers), else it ends with its paragraph.
 */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const found: Quotation[] = [];
  paragraphs.forEach((paragraph, index) => {
    const next = paragraphs[index + 1];
    const goesOn = next !== undefined && /["“„«]/.test(text[next.start] ?? '');
    let open = -1;
    mark.lastIndex = paragraph.start;
    for (let m = mark.exec(text); m !== null && m.index < paragraph.end; m = mark.exec(text)) {
      const at = m.index;
      if (open < 0) {
        if (opens(text, at, paragraph)) open = at;
        continue;
      }
      const single = text[open] === '‘' || text[open] === "'";
      if (single && at - open > longestSingle) {
        mark.lastIndex = open + 1;
        open = -1;
      } else if (closes(text, at, open)) {
        found.push({ start: open, end: at + 1, continued: false });
        open = -1;
      }
    }
    if (open >= 0 && !/['‘]/.test(text[open] as string))
      found.push({ start: open, end: paragraph.end, continued: goesOn });
  });
  return found;
}

const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

function opens(text: string, at: number, paragraph: Span): boolean {
  const character = text[at] as string;
  if (character === '“' || character === '„' || character === '«') return true;
  if (character === '”' || character === '’' || character === '»') return false;
  const before = at > paragraph.start ? text[at - 1] : ' ';
  const after = text[at + 1] ?? ' ';
  return !isWord(before) && /\S/.test(after) && (character === '"' || isWord(after));
}

function closes(text: string, at: number, open: number): boolean {
  const opener = text[open] as string;
  const character = text[at] as string;
  // scraped text mixes straight and curly marks: any closing double mark closes any opening one
  if (opener === '“' || opener === '„' || opener === '"')
    return character === '”' || (character === '"' && (opener === '"' || !isWord(text[at + 1])));
  if (character !== closers[opener]) return false;
  return opener === '«' || (!isWord(text[at + 1]) && /\S/.test(text[at - 1] ?? ' '));
}
