import type { Span } from '../span.js';
import { between, findPageCode } from './pageCode.js';

/** A text with stretches blanked out: the same length, so that every offset holds. Spans are in order. */
export function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let result = '';
  let from = 0;
  for (const { start, end } of spans) {
    if (start < from) continue; // nested markup: the outer span is gone already
    result += text.slice(from, start) + text.slice(start, end).replace(/[^\n\r]+/g, (run) => ' '.repeat(run.length));
    from = end;
  }
  return result + text.slice(from);
}

/** Inline markup: a string that must occur, and a pattern whose odd groups are blanked and even groups kept. */
interface Form {
  readonly hint: string;
  readonly pattern: RegExp;
}

// no group may run across the next character that opens one: a text of nothing but marks must stay linear
const forms: readonly Form[] = [
  // code is no prose, and what is struck out is no longer said
  { hint: '`', pattern: /(`[^`\n]{1,200}`)/g },
  { hint: '~~', pattern: /(~~[^~\n]{1,1000}~~)/g },
  { hint: '<', pattern: /(<(?:\/?[a-z][^<>\n]{0,500}|https?:\/\/[^<>\s]{1,500})>)/gi },
  { hint: '](', pattern: /(!\[[^[\]\n]{0,500}\]\([^()\n]{0,500}\))/g },
  { hint: '](', pattern: /(\[)([^[\]\n]{1,500})(\]\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\))/g },
  // a footnote is read, its mark is not
  { hint: '[^', pattern: /(\[\^[^\][\n]{1,40}\]:?)/g },
  { hint: ']:', pattern: /(^[ \t]{0,3}\[[^[\]\n]{1,200}\]:[ \t]+\S+[^\n]*$)/gm },
  { hint: '*', pattern: /(\*{1,3})(?=[^\s*])([^*\n]{1,1000}?)(?<=[^\s*])(\*{1,3})/g },
  { hint: '_', pattern: /(?<![\p{L}\p{N}_])(_{1,2})(?=[^\s_])([^_\n]{1,1000}?)(?<=[^\s_])(_{1,2})(?![\p{L}\p{N}_])/gu },
  { hint: '&nbsp;', pattern: /(&nbsp;)/g },
];

/** The page's own code and fenced code; in Markdown, indented code. */
function blankBlocks(text: string, isMarkdown: boolean): string {
  let plain = isMarkdown ? blank(text, indentedCode(text)) : text;
  plain = blank(plain, findPageCode(plain));
  for (const fence of ['```', '~~~'])
    if (plain.includes(fence)) {
      const line = new RegExp(`^[ \\t]*${fence}[^\\n]*$`, 'gm');
      plain = blank(plain, [...between(plain, line, new RegExp(line), true)]);
    }
  return plain;
}

/** Lines that Markdown takes for code: indented behind an empty line, and not what a list goes on with. */
function indentedCode(text: string): Span[] {
  const code: Span[] = [];
  let apart = true;
  let inList = false;
  let indented = 0;
  let all = 0;
  for (let at = 0; at < text.length; ) {
    const stop = text.indexOf('\n', at);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(at, end);
    const last = code[code.length - 1];
    if (line.trim() === '') apart = true;
    else if (/^(?: {4}|\t)/.test(line)) {
      if (!inList && (apart || last?.end === at - 1)) {
        code.push({ start: at, end });
        indented += line.length;
      }
      apart = false;
    } else {
      inList = /^ {0,3}(?:[-*+•]|\d{1,3}[.)])\s/.test(line) || (inList && !apart);
      apart = false;
    }
    all += line.length;
    at = end + 1;
  }
  // who indents paragraphs writes no code
  return indented < all * 0.4 ? code : [];
}

/**
 * The text without inline markup: emphasis, links' targets, images, HTML tags, comments, code. Same length.
 * A line break that a scraper wrote as the two characters `\n` becomes one.
 */
export function blankInline(text: string, isMarkdown = false): string {
  let plain = blankBlocks(text, isMarkdown);
  for (const { hint, pattern } of forms) {
    if (!plain.includes(hint)) continue;
    const spans: Span[] = [];
    for (const match of plain.matchAll(pattern)) {
      let at = match.index;
      match.slice(1).forEach((piece, index) => {
        if (index % 2 === 0 && piece) spans.push({ start: at, end: at + piece.length });
        at += piece?.length ?? 0;
      });
    }
    plain = blank(plain, spans);
  }
  return plain.includes('\\n') ? plain.replace(/(?<=\s|^)\\n(?=\s|$)/g, '\n\n') : plain;
}
