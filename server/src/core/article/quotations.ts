import type { ArticleWords } from '../languages/articleWords.js';
import type { Span } from '../span.js';
import type { Quotation } from './article.js';
import { isSpace, isWord } from './characters.js';

/** A quotation mark of a paragraph. */
interface Mark extends Span {
  readonly double: boolean;
  /** One shape for both ends (`"`). */
  readonly straight: boolean;
  readonly opens: boolean;
  readonly closes: boolean;
}

const anyMark = /[“”„«»"‘’']|``/g;

/**
 * The outermost quotations of each paragraph. A quotation left open at the end of a paragraph is continued where the next
 * paragraph opens with a mark (the convention of English newspapers) or closes one, else it ends with its paragraph.
 * An apostrophe is told from a closing single mark by what stands around it, and by whether a better mark follows.
 */
export function findQuotations(text: string, paragraphs: readonly Span[], language: ArticleWords): Quotation[] {
  const found: Quotation[] = [];
  const marks = paragraphs.map((paragraph) => readMarks(text, paragraph, language));
  let open = false;
  paragraphs.forEach((paragraph, index) => {
    const inherited = open;
    open = false;
    for (const quotation of pair(text, paragraph, marks[index] as Mark[], inherited)) {
      const unclosed = quotation.close === null;
      const continued = unclosed && goesOn(text, paragraphs[index + 1], marks[index + 1], quotation.double);
      // a single mark that nothing closes is an apostrophe, unless the next paragraph takes it up
      if (unclosed && !quotation.double && !continued) continue;
      found.push({ start: quotation.start, end: quotation.close ?? paragraph.end, continued });
      open = continued;
      if (unclosed) break; // what follows in the paragraph stands inside it
    }
  });
  return found;
}

function readMarks(text: string, paragraph: Span, language: ArticleWords): Mark[] {
  const marks: Mark[] = [];
  anyMark.lastIndex = paragraph.start;
  const here = text.slice(0, paragraph.end); // else the last search of every paragraph would walk through all that follow
  for (let m = anyMark.exec(here); m !== null; m = anyMark.exec(here)) {
    const start = m.index;
    const end = start + (text.startsWith("''", start) ? 2 : m[0].length);
    anyMark.lastIndex = end;
    const written = text.slice(start, end);
    const shape = isDouble(written)
      ? doubleMark(text, written, start, end, paragraph)
      : singleMark(text, written, start, end, paragraph, language);
    const mark = { start, end, ...shape };
    if (mark.opens || mark.closes) marks.push(mark);
  }
  return marks;
}

const isDouble = (written: string): boolean => written.length === 2 || /[“”„«»"]/.test(written);

type Shape = Omit<Mark, keyof Span>;

const spaceAt = (text: string, at: number, paragraph: Span): boolean =>
  at < paragraph.start || at >= paragraph.end || isSpace(text, at);

function doubleMark(text: string, written: string, start: number, end: number, paragraph: Span): Shape {
  const straight = written === '"' || written === "''";
  const before = spaceAt(text, start - 1, paragraph);
  const after = spaceAt(text, end, paragraph);
  if (!straight) {
    // where a curly mark is turned the wrong way (*lost.“*, *”We …*) the spaces tell
    const opens = /[“„«]|``/.test(written) ? before || !after : before && !after;
    return { double: true, straight, opens, closes: !opens || !/[“„«]|``/.test(written) };
  }
  if (before !== after) return { double: true, straight, opens: before, closes: after };
  // between two words (*over."The*) or two spaces only the state of the paragraph can tell
  return {
    double: true,
    straight,
    opens: before || !isWord(text, start - 1),
    closes: !/[([]/.test(text[start - 1] ?? ''),
  };
}

function singleMark(
  text: string,
  written: string,
  start: number,
  end: number,
  paragraph: Span,
  { patterns }: ArticleWords,
): Shape {
  const wordBefore = isWord(text, start - 1) && start > paragraph.start;
  const wordAfter = isWord(text, end) && end < paragraph.end;
  const word = wordAfter && patterns.elided.test(text.slice(end, end + 8));
  const opens = written === '’' ? false : written === '‘' ? !wordBefore && !word : !wordBefore && wordAfter && !word;
  const closes = written !== '‘' && !wordAfter && !spaceAt(text, start - 1, paragraph);
  return { double: false, straight: false, opens, closes };
}

/** `close` is the end of the closing mark; `null` where none was found in the paragraph. */
interface Pair {
  readonly start: number;
  readonly close: number | null;
  readonly double: boolean;
}

function pair(text: string, paragraph: Span, marks: readonly Mark[], inherited: boolean): Pair[] {
  const pairs: Pair[] = [];
  let from = 0;
  if (inherited && marks[0]?.closes && !marks[0].opens) {
    // the continued quotation comes without its opening mark
    pairs.push({ start: paragraph.start, close: marks[0].end, double: marks[0].double });
    from = 1;
  }
  for (let i = from; i < marks.length; i++) {
    const mark = marks[i]!;
    if (!mark.opens && !isMisplaced(marks, i)) continue;
    const close = mark.double ? closeDouble(marks, i) : closeSingle(text, marks, i);
    if (close === RESTART) continue;
    if (close === null) {
      if (mark.double || i === from) pairs.push({ start: mark.start, close: null, double: mark.double });
      if (mark.double) break;
      continue;
    }
    pairs.push({ start: mark.start, close: marks[close]!.end, double: mark.double });
    i = close;
  }
  return pairs;
}

/** An opening mark with its space on the wrong side (*he said" no more"*): nothing is open, and the next mark closes too. */
function isMisplaced(marks: readonly Mark[], i: number): boolean {
  const next = marks[i + 1];
  return !!marks[i]!.straight && !!next?.straight && !next.opens;
}

/** Another mark opens before this one closes, and there are not enough closing marks for both. */
const RESTART = -1;

/**
 * Index of the mark that closes the double mark `open`, `null` for none, or {@link RESTART}. A mark of the other shape
 * opens an inner quotation; it closes this one only where none of the right shape can: scraped text mixes shapes.
 */
function closeDouble(marks: readonly Mark[], open: number): number | null {
  const { straight } = marks[open]!;
  let inner = 0;
  let innerStraight = false;
  for (let i = open + 1; i < marks.length; i++) {
    const mark = marks[i]!;
    if (!mark.double) continue;
    if (mark.straight) {
      if (straight) return mark.closes ? i : RESTART;
      if (mark.closes && !innerStraight && !isCurlyCloser(marks, i + 1)) return i;
      innerStraight = !innerStraight && mark.opens;
    } else if (mark.closes) {
      if (inner === 0) return i;
      inner--;
    } else {
      if (!straight && !closesTwice(marks, i)) return RESTART;
      inner++;
    }
  }
  return null;
}

/** Whether the next double mark from `from` on is a curly one that closes. */
function isCurlyCloser(marks: readonly Mark[], from: number): boolean {
  let at = from;
  while (at < marks.length && !marks[at]?.double) at++;
  const mark = marks[at];
  return !!mark && !mark.straight && mark.closes;
}

/** Whether two marks close, one after the other, before another opens. */
function closesTwice(marks: readonly Mark[], inner: number): boolean {
  let closed = 0;
  for (let i = inner + 1; i < marks.length && closed < 2; i++) {
    const mark = marks[i]!;
    if (!mark.double || mark.straight) continue;
    if (!mark.closes || (closed === 1 && mark.opens)) return false;
    closed++;
  }
  return closed === 2;
}

/** As {@link closeDouble} for single marks: never across half of a double quotation; a plural’s apostrophe gives way. */
function closeSingle(text: string, marks: readonly Mark[], open: number): number | null {
  let doubles = 0;
  let doubtful: number | null = null;
  for (let i = open + 1; i < marks.length; i++) {
    const mark = marks[i]!;
    if (mark.double) doubles++;
    else if (mark.opens) break;
    else if (mark.closes && doubles % 2 === 0) {
      // *the players’ union*: a later mark closes better
      const plural = /s/i.test(text[mark.start - 1]!) && /^\s\p{Ll}/u.test(text.slice(mark.end, mark.end + 2));
      if (!plural) return i;
      doubtful ??= i;
    }
  }
  return doubtful;
}

/** Whether the next paragraph takes up a quotation that this one leaves open. */
function goesOn(text: string, next: Span | undefined, marks: readonly Mark[] | undefined, double: boolean): boolean {
  if (next === undefined) return false;
  const first = marks?.[0];
  if (first === undefined) return false;
  if (first.double !== double) return false;
  return first.start === next.start
    ? first.opens
    : double && first.closes && !first.opens && /[”»]/.test(text[first.start]!);
}
