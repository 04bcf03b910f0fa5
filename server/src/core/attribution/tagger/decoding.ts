import { rowsAt, stepFeatures, wordFeatures } from './features.js';
import { follows, labelCount, steps } from './labels.js';
import { type Observations, width } from './observations.js';
import { RecentLabels } from './recentLabels.js';
import { bias, rowWords, stepWords, type Weights } from './weights.js';

const L = labelCount;

/** The label before each step, and where the steps into each label begin and, one further, end. */
const from = Uint8Array.from(steps, (step) => step.from);
const firstStep = Uint8Array.from({ length: L + 1 }, (_, label) => steps.filter(({ to }) => to < label).length);

/** Every second byte of a word: two 16-bit lanes that hold sums of up to 257 bytes. */
const lanes = 0x00ff00ff;

/**
 * Added to the score of every label that begins a span: annotators overlook attributions more often than they invent
 * them, and so does what learns from them. Chosen on articles held out from training.
 */
const eagerness = 0.4;
const begins = Float64Array.from({ length: L }, (_, label) => (label % 2 === 1 ? eagerness : 0));

/** The likeliest label of each slot (Viterbi), sequence by sequence; impossible spans cannot come out. */
export function decode(o: Observations, weights: Weights, recent = new RecentLabels()): Uint8Array {
  const best = new Uint8Array(o.slots);
  const longest = o.sequences.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const lattice = new Lattice(weights, longest);
  for (const { from, to } of o.sequences) {
    const labels = recent.of(o.values.subarray(from * width, to * width), () => {
      lattice.decode(o.values, from, to, best);
      return best.subarray(from, to);
    });
    best.set(labels, from);
  }
  return best;
}

/** The working space of one article, reused for each of its sequences. */
class Lattice {
  private readonly score: Float64Array;
  private readonly back: Uint8Array;
  private readonly wordRows = new Int32Array(wordFeatures.count);
  private readonly stepRows = new Int32Array(stepFeatures.count);
  private readonly ofLabel = new Int32Array(4 * rowWords);
  private readonly ofStep = new Int32Array(4 * stepWords);

  constructor(
    private readonly weights: Weights,
    longest: number,
  ) {
    this.score = new Float64Array(longest * L);
    this.back = new Uint8Array(longest * L);
  }

  decode(values: Int32Array, first: number, end: number, best: Uint8Array): void {
    for (let t = 0; t < end - first; t++) {
      this.weighLabels(values, first + t);
      if (t === 0) this.open();
      else {
        this.weighSteps(values, first + t);
        this.advance(t);
      }
    }
    this.trace(first, end, best);
  }

  /** Sums the weights of the word's features by label, two labels at a time in 16-bit lanes. */
  private weighLabels(values: Int32Array, slot: number): void {
    const { wordRows, ofLabel } = this;
    const { rows, rowBits } = this.weights;
    rowsAt(wordFeatures, values, slot, (1 << rowBits) - 1, wordRows);
    let even0 = 0;
    let odd0 = 0;
    let even1 = 0;
    let odd1 = 0;
    for (let f = 0; f < wordRows.length; f++) {
      const at = wordRows[f]! * rowWords;
      const low = rows[at]!;
      const high = rows[at + 1]!;
      even0 += low & lanes;
      odd0 += (low >>> 8) & lanes;
      even1 += high & lanes;
      odd1 += (high >>> 8) & lanes;
    }
    unpack(even0, odd0, ofLabel, 0, bias * wordFeatures.count);
    unpack(even1, odd1, ofLabel, 4, bias * wordFeatures.count);
  }

  /** Sums the weights of the features of the step into the word, by step. */
  private weighSteps(values: Int32Array, slot: number): void {
    const { stepRows, ofStep } = this;
    const { steps, stepBits } = this.weights;
    rowsAt(stepFeatures, values, slot, (1 << stepBits) - 1, stepRows);
    for (let k = 0; k < stepWords; k++) {
      let even = 0;
      let odd = 0;
      for (let f = 0; f < stepRows.length; f++) {
        const packed = steps[stepRows[f]! * stepWords + k]!;
        even += packed & lanes;
        odd += (packed >>> 8) & lanes;
      }
      unpack(even, odd, ofStep, 4 * k, bias * stepFeatures.count);
    }
  }

  private open(): void {
    for (let b = 0; b < L; b++)
      this.score[b] = follows(0, b) ? begins[b]! + this.weights.rowScale * this.ofLabel[b]! : Number.NEGATIVE_INFINITY;
  }

  /** The best way to each label of word `t` from those of the word before. */
  private advance(t: number): void {
    const { score, back, ofLabel, ofStep } = this;
    const { rowScale, stepScale } = this.weights;
    const here = t * L;
    const before = here - L;
    for (let b = 0; b < L; b++) {
      let top = Number.NEGATIVE_INFINITY;
      let best = 0;
      const end = firstStep[b + 1]!;
      for (let k = firstStep[b]!; k < end; k++) {
        const a = from[k]!;
        const s = score[before + a]! + stepScale * ofStep[k]!;
        if (s > top) {
          top = s;
          best = a;
        }
      }
      score[here + b] = top + begins[b]! + rowScale * ofLabel[b]!;
      back[here + b] = best;
    }
  }

  private trace(first: number, end: number, best: Uint8Array): void {
    const { score, back } = this;
    const last = (end - first - 1) * L;
    let y = 0;
    for (let b = 1; b < L; b++) if (score[last + b]! > score[last + y]!) y = b;
    for (let t = end - first - 1; t >= 0; t--) {
      best[first + t] = y;
      y = back[t * L + y]!;
    }
  }
}

/** Writes the four sums of two pairs of lanes in the order of their labels; `surplus` is what the biases added. */
function unpack(even: number, odd: number, sums: Int32Array, at: number, surplus: number): void {
  sums[at] = (even & 0xffff) - surplus;
  sums[at + 1] = (odd & 0xffff) - surplus;
  sums[at + 2] = (even >>> 16) - surplus;
  sums[at + 3] = (odd >>> 16) - surplus;
}
