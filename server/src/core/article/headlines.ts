import type { ArticleWords } from '../languages/articleWords.js';
import type { Block } from './paragraphs.js';

/** What a part is in the article. */
export interface Kind {
  readonly kind: 'headline' | 'text';
  /** A title behind the last text: likely a link to another story. */
  readonly behind: boolean;
}

/**
 * Tells titles and crossheads from text: marked headings, short lines without a final stop, short questions between
 * paragraphs. Titles after the last text head nothing.
 */
export function tellHeadlines(plain: string, parts: readonly Block[], language: ArticleWords): Kind[] {
  const lines = parts.map((part) => plain.slice(part.start, Math.min(part.end, part.start + longestHeadline + 1)));
  const alone = parts.length === 1;
  const likely = parts.map((part, i) => !part.item && looksLikeHeadline(lines[i]!, i === 0, alone, language));
  // where most paragraphs lack a final stop, its lack tells nothing
  const unstopped = likely.filter((yes, i) => yes && i > 0).length > Math.max(2, parts.length * 0.6);
  const kinds = parts.map((part, i) =>
    part.heading || (!(unstopped && i > 0) && likely[i]!) || isQuestion(lines, i) ? 'headline' : 'text',
  );
  const last = kinds.lastIndexOf('text');
  return kinds.map((kind, i) => ({ kind, behind: last >= 0 && i > last }));
}

/** In characters; set by hand, like the words below. */
const longestHeadline = 220;
const mostWords = { title: 28, crosshead: 16, quoted: 12, question: 10 };

const wordCount = (line: string): number => line.match(/\S+/g)?.length ?? 0;

function looksLikeHeadline(line: string, first: boolean, alone: boolean, language: ArticleWords): boolean {
  if (line.length > longestHeadline) return false;
  const stopped = /[.!?…:;,–—-][”"’')\]]*$/.test(line.slice(-4));
  if (stopped && !first) return false;
  const words = wordCount(line);
  if (words > (first && !alone ? mostWords.title : mostWords.crosshead)) return false;
  if (!stopped) return !/^[“"]/.test(line) || words <= mostWords.quoted;
  return words <= 20 && !/[.!?]["”’']?\s/.test(line) && (isTitleCase(line) || isHeadlinese(line, language));
}

function isTitleCase(line: string): boolean {
  const long = line.match(/(?<![\p{L}’'])\p{L}{4,}/gu) ?? [];
  return long.length > 2 && long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length > 0.8;
}

/** No articles, no auxiliaries: *Merovia recalls envoy after raid.* */
const isHeadlinese = (line: string, { patterns }: ArticleWords): boolean =>
  wordCount(line) >= 4 && !patterns.sentenceWord.test(line);

/** A short question that stands between paragraphs of text. */
function isQuestion(lines: readonly string[], i: number): boolean {
  const line = lines[i]!;
  if (i === 0 || i === lines.length - 1 || !/^\p{Lu}[^.!?“”"]*\?$/u.test(line)) return false;
  const words = wordCount(line);
  const next = lines[i + 1]!;
  return words >= 3 && words <= mostWords.question && !next.endsWith('?') && wordCount(next) > mostWords.question;
}
