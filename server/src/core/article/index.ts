import { contains, type Span } from '../span.js';
import type { Article, Paragraph, Sentence, Skipped, Tokens } from './article.js';
import { notAnArticle } from './gate.js';
import { readHeader } from './metadata.js';
import { findQuotations } from './quotations.js';
import { splitSentences } from './sentences.js';
import { tokenAt, tokenize } from './tokens.js';

/** Reads a file's text as an article, or says why it is not one. `path`, with forward slashes, serves the metadata. */
export function readArticle(text: string, path: string): Article | Skipped {
  const { metadata, bodyStart } = readHeader(text, path);
  const tokens = tokenize(text, bodyStart);
  const reason = notAnArticle(text, path, tokens);
  if (reason !== null) return { skipped: reason };
  const body = { start: bodyStart, end: text.length };
  const blocks = splitParagraphs(text, body);
  const { paragraphs, sentences } = layOut(text, tokens, blocks, metadata.title);
  const firstHeadline = paragraphs[0]?.kind === 'headline' ? text.slice(paragraphs[0].start, paragraphs[0].end) : null;
  return {
    path,
    text,
    metadata: { ...metadata, title: metadata.title ?? firstHeadline },
    body,
    tokens,
    paragraphs,
    sentences,
    quotations: findQuotations(text, blocks),
  };
}

/**
 * Paragraphs, trimmed: lines, or blocks between blank lines where the text is hard-wrapped (most lines of a block end
 * in mid-sentence at about the same width).
 */
function splitParagraphs(text: string, body: Span): Span[] {
  const blocks = pieces(text, body, /\n[^\S\n]*\r?\n\s*/g);
  return blocks.flatMap((block) => {
    const lines = pieces(text, block, /\r?\n/g);
    const inner = lines.slice(0, -1);
    const wrapped =
      inner.length > 1 &&
      inner.filter(
        (line) =>
          line.end - line.start >= 50 &&
          line.end - line.start <= 120 &&
          !/[.!?”"]$/.test(text.slice(line.start, line.end)),
      ).length >=
        inner.length * 0.6;
    return wrapped ? [block] : lines;
  });
}

function pieces(text: string, within: Span, separator: RegExp): Span[] {
  const found: Span[] = [];
  let from = within.start;
  const push = (start: number, end: number): void => {
    while (start < end && /\s/.test(text[start] as string)) start++;
    while (end > start && /\s/.test(text[end - 1] as string)) end--;
    if (end > start) found.push({ start, end });
  };
  separator.lastIndex = within.start;
  for (let m = separator.exec(text); m !== null && m.index < within.end; m = separator.exec(text)) {
    push(from, m.index);
    from = m.index + m[0].length;
  }
  push(from, within.end);
  return found;
}

function layOut(
  text: string,
  tokens: Tokens,
  blocks: readonly Span[],
  title: string | null,
): { paragraphs: Paragraph[]; sentences: Sentence[] } {
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  let leadSeen = false;
  for (const block of blocks) {
    const kind = isHeadline(text, block, paragraphs.length === 0) ? 'headline' : 'text';
    const firstSentence = sentences.length;
    for (const span of splitSentences(text, block)) {
      const repeatsTitle = !leadSeen && title !== null && containsTitle(text.slice(span.start, span.end), title);
      const place = kind === 'headline' || repeatsTitle ? 'headline' : leadSeen ? 'body' : 'lead';
      if (place === 'lead') leadSeen = true;
      sentences.push({
        ...span,
        paragraph: paragraphs.length,
        firstToken: tokenAt(tokens, span.start),
        endToken: tokenAt(tokens, span.end),
        place,
      });
    }
    paragraphs.push({ ...block, firstSentence, endSentence: sentences.length, kind });
  }
  return { paragraphs, sentences };
}

/** A short line without a final stop; for the first line, also a short one in title case that has one. */
function isHeadline(text: string, block: Span, first: boolean): boolean {
  const line = text.slice(block.start, block.end);
  if (/^#{1,6}\s/.test(line)) return true;
  const words = line.split(/\s+/);
  if (words.length > 28) return false;
  if (!/[.!?…:;,][”"’')\]]*$/.test(line)) return !/^[“"]/.test(line) || words.length <= 12;
  if (!first || words.length > 20 || /[.!?]\s/.test(line)) return false;
  const long = words.filter((word) => /^\p{L}{4,}/u.test(word));
  return long.length > 2 && long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length > 0.8;
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function containsTitle(sentence: string, title: string): boolean {
  const words = bare(title);
  const here = bare(sentence);
  return words !== '' && here.includes(words) && here.length < words.length * 1.6 + 24;
}

/** The quotation that covers all of `span`, if any. */
export const quotationAround = (article: Article, span: Span): Span | undefined =>
  article.quotations.find((quotation) => contains(quotation, span));
