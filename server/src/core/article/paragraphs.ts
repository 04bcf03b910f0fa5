import type { Span } from '../span.js';
import { breaksWord, isLetter, trimmed } from './characters.js';

/** A paragraph before its sentences are known. */
export interface Block extends Span {
  /** Marked as a heading by Markdown, or known to be the title. */
  readonly heading: boolean;
  /** Opens with a list's mark. */
  readonly item: boolean;
}

interface Line extends Block {
  /** A blank line or rule stands before it. */
  readonly apart: boolean;
}

const lineMarkup = /^[ \t]*(?:(?<heading>#{1,6})[ \t]+|(?:>[ \t]?)+|(?<item>[-*+•·▪◦–])[ \t]+)/;
const rule = /^(?:={3,}|(?:[-*_][ \t]*){3,})$/;

/**
 * Paragraphs of a text whose inline markup is blanked, trimmed and without Markdown's marks for headings, quotations and
 * lists. A line is a paragraph of its own unless it goes on in mid-sentence: texts are hard-wrapped or have a stray break.
 */
export function splitParagraphs(plain: string, from: number): Block[] {
  const lines = readLines(plain, from);
  const wrapped = isHardWrapped(plain, lines);
  const blocks: Block[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const open = blocks[blocks.length - 1];
    if (open && last && !line.apart && goesOn(plain, last, line, wrapped))
      blocks[blocks.length - 1] = { ...open, end: line.end };
    else blocks.push({ start: line.start, end: line.end, heading: line.heading, item: line.item });
    last = line;
  }
  return blocks;
}

function readLines(plain: string, from: number): Line[] {
  const lines: Line[] = [];
  let apart = true;
  let inTable = false;
  for (let at = from; at < plain.length; ) {
    let stop = plain.indexOf('\n', at);
    if (stop < 0) stop = plain.length;
    const span = trimmed(plain, at, stop);
    const row = plain.slice(span.start, span.end);
    if (row.includes('|') && tableRule.test(row)) {
      // the line above holds the names of the columns: nobody says anything there
      if (!apart) lines.pop();
      inTable = true;
      apart = true;
    } else if (inTable && row.includes('|')) lines.push(...cells(plain, span));
    else {
      inTable = false;
      const line = readLine(plain, span, apart);
      if (line) lines.push(line);
      apart = line === null;
    }
    at = stop + 1;
  }
  return lines;
}

/** Below the names of a Markdown table's columns: *| --- | :-: |*. */
const tableRule = /^\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?$/;

/** The cells of a table's row, each apart: no sentence runs from one to the next. */
function cells(plain: string, row: Span): Line[] {
  const found: Line[] = [];
  for (let at = row.start; at < row.end; ) {
    const bar = plain.indexOf('|', at);
    const end = bar < 0 || bar > row.end ? row.end : bar;
    const cell = trimmed(plain, at, end);
    if (cell.start < cell.end) found.push({ ...cell, heading: false, item: true, apart: true });
    at = end + 1;
  }
  return found;
}

/** `null` for a line with nothing to read. */
function readLine(plain: string, span: Span, apart: boolean): Line | null {
  if (span.start === span.end) return null;
  // letters open most lines: only the others can be marked
  if (/[\p{L}\p{N}“”"'‘(]/u.test(plain[span.start]!))
    return { start: span.start, end: span.end, heading: false, item: false, apart };
  const line = plain.slice(span.start, span.end);
  if (rule.test(line)) return null;
  const mark = lineMarkup.exec(line);
  const rest = trimmed(plain, span.start + (mark?.[0].length ?? 0), span.end);
  if (rest.start === rest.end) return null;
  return { ...rest, heading: !!mark?.groups?.heading, item: !!mark?.groups?.item, apart };
}

const endsOpen = (plain: string, line: Line): boolean => !/[.!?:;”"’»)…]/.test(plain[line.end - 1]!);
const startsLower = (plain: string, line: Line): boolean => /\p{Ll}/u.test(plain[line.start]!);

/** In characters, set by hand: shorter lines are headlines or the ends of paragraphs; longer ones no editor wraps. */
const wrapWidth = { least: 40, most: 130 };

/** Whether lines break at a width: of those with another right below, most end in mid-sentence, many before a small letter. */
function isHardWrapped(plain: string, lines: readonly Line[]): boolean {
  let joints = 0;
  let open = 0;
  let lower = 0;
  for (let i = 1; i < lines.length; i++) {
    const above = lines[i - 1]!;
    const line = lines[i]!;
    if (line.apart || line.item || line.heading || above.heading) continue;
    joints++;
    const width = above.end - above.start;
    if (width > wrapWidth.most) return false;
    if (width < wrapWidth.least || !endsOpen(plain, above)) continue;
    open++;
    if (startsLower(plain, line)) lower++;
  }
  return joints > 0 && open >= joints * 0.5 && lower >= joints * 0.25;
}

function goesOn(plain: string, above: Line, line: Line, wrapped: boolean): boolean {
  if (line.item || line.heading || above.heading) return false;
  if (isBrokenWord(plain, above, line)) return true;
  if (wrapped && above.end - above.start >= wrapWidth.least) return true;
  return startsLower(plain, line) && /[\p{L}\p{N},-]/u.test(plain[above.end - 1]!);
}

/** *Offi-* above *cials*: one word on two lines. */
const isBrokenWord = (plain: string, above: Line, line: Line): boolean =>
  breaksWord(plain.charCodeAt(above.end - 1)) && isLetter(plain, above.end - 2) && isLetter(plain, line.start);

/** Offsets of the hyphens that break a word at the end of a line within a paragraph. */
export function lineHyphens(plain: string, paragraphs: readonly Span[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { start, end } of paragraphs)
    for (let at = plain.indexOf('\n', start); at >= 0 && at < end; at = plain.indexOf('\n', at + 1)) {
      const above = trimmed(plain, start, at).end;
      const below = trimmed(plain, at, end).start;
      const hyphen = breaksWord(plain.charCodeAt(above - 1)) && isLetter(plain, above - 2) && isLetter(plain, below);
      if (hyphen) found.add(above - 1);
    }
  return found;
}
