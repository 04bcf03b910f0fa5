import { column, width } from './observations.js';

/** Sequences that are remembered: the paragraphs of some dozens of articles. Chosen. */
const remembered = 1024;
/** Values of a longer one are not kept: a text of one paragraph may be as large as any file. Chosen. */
const longest = 256 * width;

/** The labels of paragraphs that came lately: one story under many outlets has nearly all of its paragraphs in each. */
export class RecentLabels {
  private readonly recent = new Map<number, Uint8Array>();

  /** The labels of a sequence with these values, made only where they are not known. */
  of(values: Int32Array, make: () => Uint8Array): Uint8Array {
    if (values.length > longest) return make();
    const digest = digestOf(values);
    const known = this.recent.get(digest);
    if (known !== undefined && known.length * width === values.length) return known;
    const labels = make();
    this.recent.delete(digest);
    this.recent.set(digest, labels.slice());
    if (this.recent.size > remembered) this.recent.delete(this.recent.keys().next().value as number);
    return labels;
  }
}

/** All other columns follow from these: a word's from the word, how far verbs and marks are from the sentences' words. */
const telling = Int32Array.of(
  column.form,
  column.suffix,
  column.tag,
  column.shape,
  column.quotation,
  column.position,
  column.sentence,
  column.frame,
);

/** Of 53 bits, so that two of a thousand sequences never meet: to keep the values themselves would take megabytes. */
function digestOf(values: Int32Array): number {
  let high = values.length;
  let low = 0x811c9dc5;
  for (let row = 0; row < values.length; row += width)
    for (let k = 0; k < telling.length; k++) {
      const value = values[row + telling[k]!]!;
      high = Math.imul(high ^ value, 0x9e3779b1) ^ (high >>> 15);
      low = Math.imul(low ^ value, 0x85ebca6b) ^ (low >>> 13);
    }
  return (high >>> 0) * 0x200000 + (low >>> 11);
}
