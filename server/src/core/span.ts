/** A piece of a text: half-open UTF-16 offsets, `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Number of UTF-16 units that both spans cover; 0 or less where they do not meet. */
export const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

export const overlaps = (a: Span, b: Span): boolean => overlap(a, b) > 0;

export const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** Whether all of `inner` lies in `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/**
 * The last item that starts at or before `offset`, or -1.
 * `items` are sorted by start; this is the one binary search of the project.
 */
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
