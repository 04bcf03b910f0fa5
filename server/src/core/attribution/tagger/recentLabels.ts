import { width } from './observations.js';

/** Sequences that are remembered: the paragraphs of some dozens of articles. Chosen. */
const remembered = 1024;
/** Values of a longer one are not kept: a text of one paragraph may be as large as any file. Chosen. */
const longest = 256 * width;

interface Labelled {
  readonly values: Int32Array;
  readonly labels: Uint8Array;
}

/** The labels of paragraphs that came lately: one story under many outlets has nearly all of its paragraphs in each. */
export class RecentLabels {
  private readonly recent = new Map<number, Labelled>();

  /** The labels of a sequence with these values, made only where they are not known. */
  of(values: Int32Array, make: () => Uint8Array): Uint8Array {
    if (values.length > longest) return make();
    const digest = digestOf(values);
    const known = this.recent.get(digest);
    if (known !== undefined && areEqual(known.values, values)) return known.labels;
    const labels = make();
    this.recent.delete(digest);
    this.recent.set(digest, { values: values.slice(), labels: labels.slice() });
    if (this.recent.size > remembered) this.recent.delete(this.recent.keys().next().value as number);
    return labels;
  }
}

function digestOf(values: Int32Array): number {
  let digest = values.length;
  for (let at = 0; at < values.length; at++) digest = Math.imul(digest ^ values[at]!, 0x9e3779b1) ^ (digest >>> 15);
  return digest;
}

function areEqual(one: Int32Array, other: Int32Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
