import { featureCount, featuresAt, pairCount, pairsAt } from './features.js';
import { follows, labelCount } from './labels.js';
import type { Observations } from './observations.js';
import { bias, pairWords, rowWords, type Weights } from './weights.js';

const L = labelCount;

/** Every second byte of a word: two 16-bit lanes that hold sums of up to 257 bytes. */
const lanes = 0x00ff00ff;

function unpack(even: number, odd: number, sums: Int32Array, at: number, surplus: number): void {
  sums[at] = (even & 0xffff) - surplus;
  sums[at + 1] = (odd & 0xffff) - surplus;
  sums[at + 2] = (even >>> 16) - surplus;
  sums[at + 3] = (odd >>> 16) - surplus;
}

/** For each label the labels that may stand before it. */
const predecessors: readonly (readonly number[])[] = Array.from({ length: L }, (_, b) =>
  Array.from({ length: L }, (_, a) => a).filter((a) => follows(a, b)),
);

/**
 * Added to the score of every label that begins a span: annotators overlook attributions more often than they invent
 * them, and so does what learns from them. Chosen on articles held out from training.
 */
const eagerness = 0.4;
const begins = Array.from({ length: L }, (_, label) => (label % 2 === 1 ? eagerness : 0));

/** The likeliest label of each slot (Viterbi), sequence by sequence; impossible spans cannot come out. */
export function decode(o: Observations, weights: Weights): Uint8Array {
  const best = new Uint8Array(o.slots);
  const longest = o.sequences.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const lattice = new Lattice(weights, longest);
  for (const { from, to } of o.sequences) lattice.decode(o, from, to, best);
  return best;
}

/** The working space of one article, reused for each of its sequences. */
class Lattice {
  private readonly score: Float64Array;
  private readonly back: Uint8Array;
  private readonly featureRows = new Int32Array(featureCount);
  private readonly pairRows = new Int32Array(pairCount);
  private readonly emission = new Int32Array(4 * rowWords);
  private readonly step = new Int32Array(4 * pairWords);

  constructor(
    private readonly weights: Weights,
    longest: number,
  ) {
    this.score = new Float64Array(longest * L);
    this.back = new Uint8Array(longest * L);
  }

  decode(o: Observations, from: number, to: number, best: Uint8Array): void {
    const { score, back, emission, step } = this;
    const { rowScale, pairScale } = this.weights;
    for (let t = 0; t < to - from; t++) {
      this.weigh(o, from + t, t > 0);
      const before = (t - 1) * L;
      for (let b = 0; b < L; b++) {
        let top = t === 0 && follows(0, b) ? 0 : Number.NEGATIVE_INFINITY;
        let arg = 0;
        const allowed = predecessors[b] as readonly number[];
        for (let k = 0; t > 0 && k < allowed.length; k++) {
          const a = allowed[k] as number;
          const s = (score[before + a] as number) + pairScale * (step[a * L + b] as number);
          if (s > top) {
            top = s;
            arg = a;
          }
        }
        score[t * L + b] = top + (begins[b] as number) + rowScale * (emission[b] as number);
        back[t * L + b] = arg;
      }
    }
    this.trace(from, to, best);
  }

  /** Sums the weights of the word's features by label and by pair of labels, two labels at a time in 16-bit lanes. */
  private weigh(o: Observations, slot: number, inside: boolean): void {
    const { featureRows, emission } = this;
    const { rows, rowBits } = this.weights;
    featuresAt(o, slot, featureRows, 0, (1 << rowBits) - 1);
    let even0 = 0;
    let odd0 = 0;
    let even1 = 0;
    let odd1 = 0;
    for (let f = 0; f < featureCount; f++) {
      const at = (featureRows[f] as number) * rowWords;
      const low = rows[at] as number;
      const high = rows[at + 1] as number;
      even0 += low & lanes;
      odd0 += (low >>> 8) & lanes;
      even1 += high & lanes;
      odd1 += (high >>> 8) & lanes;
    }
    unpack(even0, odd0, emission, 0, bias * featureCount);
    unpack(even1, odd1, emission, 4, bias * featureCount);
    if (inside) this.weighPairs(o, slot);
  }

  private weighPairs(o: Observations, slot: number): void {
    const { pairRows, step } = this;
    const { pairs, pairBits } = this.weights;
    pairsAt(o, slot, pairRows, 0, (1 << pairBits) - 1);
    for (let k = 0; k < pairWords; k++) {
      let even = 0;
      let odd = 0;
      for (let f = 0; f < pairCount; f++) {
        const packed = pairs[(pairRows[f] as number) * pairWords + k] as number;
        even += packed & lanes;
        odd += (packed >>> 8) & lanes;
      }
      unpack(even, odd, step, 4 * k, bias * pairCount);
    }
  }

  private trace(from: number, to: number, best: Uint8Array): void {
    const { score, back } = this;
    const last = (to - from - 1) * L;
    let y = 0;
    for (let b = 1; b < L; b++) if ((score[last + b] as number) > (score[last + y] as number)) y = b;
    for (let t = to - from - 1; t >= 0; t--) {
      best[from + t] = y;
      y = back[t * L + y] as number;
    }
  }
}
