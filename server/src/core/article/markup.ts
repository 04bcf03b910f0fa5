import type { Span } from '../span.js';

/** A text with stretches blanked out: the same length, so that every offset holds. Spans are in order. */
export function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let result = '';
  let from = 0;
  for (const { start, end } of spans) {
    if (start < from) continue; // nested markup: the outer span is gone already
    result += text.slice(from, start) + text.slice(start, end).replace(/[^\n\r]/g, ' ');
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
  { hint: '<', pattern: /(<(?:\/?[a-z][^<>\n]{0,500}|https?:\/\/[^<>\s]{1,500})>)/gi },
  { hint: '](', pattern: /(!\[[^[\]\n]{0,500}\]\([^()\n]{0,500}\))/g },
  { hint: '](', pattern: /(\[)([^[\]\n]{1,500})(\]\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\))/g },
  { hint: ']:', pattern: /(^[ \t]{0,3}\[[^[\]\n]{1,200}\]:[ \t]+\S+[^\n]*$)/gm },
  { hint: '`', pattern: /(`)([^`\n]{1,200})(`)/g },
  { hint: '*', pattern: /(\*{1,3})(?=[^\s*])([^*\n]{1,1000}?)(?<=[^\s*])(\*{1,3})/g },
  { hint: '_', pattern: /(?<![\p{L}\p{N}_])(_{1,2})(?=[^\s_])([^_\n]{1,1000}?)(?<=[^\s_])(_{1,2})(?![\p{L}\p{N}_])/gu },
  { hint: '&nbsp;', pattern: /(&nbsp;)/g },
];

/** Stretches from one mark to another, or to the end of the text where the second is missing and `open` says so. */
function* between(text: string, opens: RegExp, closes: RegExp, open: boolean): Generator<Span> {
  for (let at = 0; ; ) {
    opens.lastIndex = at;
    const first = opens.exec(text);
    if (!first) return;
    closes.lastIndex = opens.lastIndex;
    const last = closes.exec(text);
    if (!last && !open) return;
    at = last ? closes.lastIndex : text.length;
    yield { start: first.index, end: at };
  }
}

/** HTML comments and fenced code. */
function blankBlocks(text: string): string {
  let plain = text;
  if (plain.includes('<!--')) plain = blank(plain, [...between(plain, /<!--/g, /-->/g, false)]);
  for (const fence of ['```', '~~~'])
    if (plain.includes(fence)) {
      const line = new RegExp(`^[ \\t]*${fence}[^\\n]*$`, 'gm');
      plain = blank(plain, [...between(plain, line, new RegExp(line), true)]);
    }
  return plain;
}

/**
 * The text without inline markup: emphasis, links' targets, images, HTML tags, comments, code fences. Same length.
 * A line break that a scraper wrote as the two characters `\n` becomes one.
 */
export function blankInline(text: string): string {
  let plain = blankBlocks(text);
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
