import { firstFrom } from '../core/span.js';

/**
 * Places in a text as the Web Annotation Data Model counts them, in Unicode code points, and as this house does, in UTF-16
 * units: an emoji is one code point and two units.
 */
export class CodePoints {
  /** Where in units each character of two units begins, and where in code points. */
  private readonly pairs: Int32Array;
  private readonly points: Int32Array;

  constructor(text: string) {
    this.pairs = Int32Array.from(text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g), ({ index }) => index);
    this.points = this.pairs.map((unit, before) => unit - before);
  }

  /** Of a place that cuts no character in two. */
  ofUnit = (unit: number): number => unit - firstFrom(this.pairs, unit);

  toUnit = (point: number): number => point + firstFrom(this.points, point);
}
