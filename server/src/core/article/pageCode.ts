import type { Span } from '../span.js';

/** Code of a page that was copied with its article: comments, scripts and styles, and scripts that lost their tags. */

const elements: readonly { readonly hint: string; readonly opens: RegExp; readonly closes: RegExp }[] = [
  { hint: '<!--', opens: /<!--/g, closes: /-->/g },
  { hint: '<script', opens: /(?<!`)<script\b[^<>\n]{0,500}>/gi, closes: /<\/script\s*>/gi },
  { hint: '<style', opens: /(?<!`)<style\b[^<>\n]{0,500}>/gi, closes: /<\/style\s*>/gi },
];

/** *(function(d, s) {*, *!function(){*, *googletag.cmd.push(function () {*, *var x = function(){*. */
const call =
  /(?<=^|\s)(?:(?:var|let|const) \w{1,60} ?= ?)?[^\s`]{0,80}\bfunction(?: \w{1,40})? ?\([^()\n]{0,100}\) ?\{/gm;

/** In characters: a longer script is not looked for. Set by hand. */
const longestCall = 20_000;

/** All such stretches of `text`, in order. */
export function findPageCode(text: string): Span[] {
  const found = elements.flatMap(({ hint, opens, closes }) =>
    text.includes(hint) ? [...between(text, opens, closes, false)] : [],
  );
  if (text.includes('function')) found.push(...calls(text));
  return found.sort((a, b) => a.start - b.start);
}

/** Stretches from one mark to another, or to the end of the text where the second is missing and `open` says so. */
export function* between(text: string, opens: RegExp, closes: RegExp, open: boolean): Generator<Span> {
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

/** Calls of functions up to where their last bracket closes, with the semicolon. */
function* calls(text: string): Generator<Span> {
  for (let at = 0; ; ) {
    call.lastIndex = at;
    const opening = call.exec(text);
    if (!opening) return;
    const start = opening.index;
    const end = closingOf(text, start, call.lastIndex);
    if (end > 0) yield { start, end };
    at = end > 0 ? end : Math.min(text.length, start + longestCall);
  }
}

/** Where all brackets that are opened from `start` on are closed, at `from` or behind it; 0 where they never are. */
function closingOf(text: string, start: number, from: number): number {
  let depth = 0;
  for (let i = start; i < Math.min(text.length, start + longestCall); i++) {
    const unit = text[i]!;
    if (unit === '(' || unit === '{' || unit === '[') depth++;
    else if (unit === ')' || unit === '}' || unit === ']') depth--;
    if (depth > 0 || i < from) continue;
    const rest = /^\)*(?:\(\))?\)*;?/.exec(text.slice(i + 1, i + 12))![0];
    return i + 1 + rest.length;
  }
  return 0;
}
