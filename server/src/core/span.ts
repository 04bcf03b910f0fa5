/** A piece of a text: half-open UTF-16 offsets, `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Number of UTF-16 units that both spans cover; 0 or less where they do not meet. */
export const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

export const overlaps = (a: Span, b: Span): boolean => overlap(a, b) > 0;

/** Whether all of `inner` lies in `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether two spans have at least half of what they cover together in common. */
export const isMostlyIn = (a: Span, b: Span): boolean =>
  2 * overlap(a, b) >= Math.max(a.end, b.end) - Math.min(a.start, b.start);

/**
 * The items in order of a number, those of the same one as they were. Most lists are in order already, and the engine's own
 * sort asks for some thousand bytes before it looks.
 */
export function inOrder<T>(items: readonly T[], number: (item: T) => number): readonly T[] {
  for (let i = 1; i < items.length; i++)
    if (number(items[i - 1]!) > number(items[i]!)) return [...items].sort((a, b) => number(a) - number(b));
  return items;
}

const startOf = ({ start }: Span): number => start;

/** The first place in sorted numbers (where tokens or sentences start) that holds `least` or more. */
export function firstFrom(sorted: Int32Array, least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last item that starts at or before `offset`, or -1. `items` are sorted by start. */
export function indexAt(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (items[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The item of a sorted, non-overlapping list that covers `offset`. */
export function itemAt<T extends Span>(items: readonly T[], offset: number): T | undefined {
  const item = items[indexAt(items, offset)];
  return item !== undefined && offset < item.end ? item : undefined;
}

/**
 * Spans that may lie in each other, asked for what covers one place after another: a walk along the text, which takes up
 * what begins and drops what has ended.
 */
export class Covering<T extends Span> {
  private readonly items: readonly T[];
  private open: T[] = [];
  private next = 0;

  constructor(items: readonly T[]) {
    this.items = inOrder(items, startOf);
  }

  /** The items that cover all of `span`. No span may start before the one asked for last. */
  around(span: Span): T[] {
    for (; this.next < this.items.length && this.items[this.next]!.start <= span.start; this.next++)
      this.open.push(this.items[this.next]!);
    this.open = this.open.filter(({ end }) => end > span.start);
    return this.open.filter((item) => contains(item, span));
  }
}

/** Spans that may lie in each other, asked whether any of them meets another. */
export class Covered {
  private readonly sorted: readonly Span[];
  /** The farthest end of the first so many spans. */
  private readonly reach: Int32Array;

  constructor(spans: readonly Span[]) {
    this.sorted = inOrder(spans, startOf);
    let farthest = 0;
    this.reach = Int32Array.from(this.sorted, ({ end }) => {
      farthest = Math.max(farthest, end);
      return farthest;
    });
  }

  /** Whether one of them overlaps `span`. */
  overlaps({ start, end }: Span): boolean {
    return end > start && (this.reach[indexAt(this.sorted, end - 1)] ?? -1) > start;
  }

  /** Whether one of them covers all of `span`. */
  covers({ start, end }: Span): boolean {
    return (this.reach[indexAt(this.sorted, start)] ?? -1) >= end;
  }
}
