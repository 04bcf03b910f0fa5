import { firstFrom, type Span } from '../core/span.js';

/**
 * A text as quotations are taken from it and found in it: all white space as single spaces, so that lines may be wrapped
 * anew. Places in it and in the text as it stands in the file lead to each other.
 */
export class Folded {
  /** As quotations are written down. */
  readonly shown: string;
  /** As they are compared: quotation marks and dashes straightened. As long as `shown`. */
  readonly compared: string;
  /** Where in the file each character of it stands; one more for the end. */
  private readonly at: Int32Array;

  constructor(text: string) {
    const at = new Int32Array(text.length + 1);
    let shown = '';
    let length = 0;
    for (const { index, 0: piece } of text.matchAll(/\s+|\S+/g)) {
      const isSpace = /^\s/.test(piece);
      shown += isSpace ? ' ' : piece;
      if (isSpace) at[length++] = index;
      else for (let k = 0; k < piece.length; k++) at[length++] = index + k;
    }
    at[length] = text.length;
    this.shown = shown;
    this.compared = straightened(shown);
    this.at = at.subarray(0, length + 1);
  }

  /** The span of the file that is from `start` to `end` here. */
  toFile({ start, end }: Span): Span {
    return { start: this.at[start]!, end: end > start ? this.at[end - 1]! + 1 : this.at[start]! };
  }

  fromFile({ start, end }: Span): Span {
    return { start: firstFrom(this.at, start), end: firstFrom(this.at, end) };
  }
}

/** Signs that editors and typists change without changing a word; each for one. */
const straightened = (text: string): string =>
  text
    .replace(/[‘’‚‛′`]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-');

/** Any words as they are compared. */
export const folded = (words: string): string => straightened(words.replace(/\s+/g, ' '));

const known = new WeakMap<object, Folded>();

/** The folded text of an article, made once for whoever holds it. */
export function foldedOf(holder: { readonly text: string }): Folded {
  let made = known.get(holder);
  if (made === undefined) {
    made = new Folded(holder.text);
    known.set(holder, made);
  }
  return made;
}
