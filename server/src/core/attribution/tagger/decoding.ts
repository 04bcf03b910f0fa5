import { featureCount, featuresAt, pairCount, pairsAt } from './features.js';
import { follows, labelCount, pairSize } from './labels.js';
import type { Observations } from './observations.js';
import type { Weights } from './weights.js';

const L = labelCount;

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
  private readonly emission = new Int32Array(L);
  private readonly step = new Int32Array(pairSize);

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
      for (let b = 0; b < L; b++) {
        let top = t === 0 && follows(0, b) ? 0 : Number.NEGATIVE_INFINITY;
        let arg = 0;
        if (t > 0)
          for (const a of predecessors[b] as readonly number[]) {
            const s = (score[(t - 1) * L + a] as number) + pairScale * (step[a * L + b] as number);
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

  /** Sums the weights of the word's features by label and by pair of labels. */
  private weigh(o: Observations, slot: number, inside: boolean): void {
    const { featureRows, pairRows, emission, step } = this;
    const { rows, pairs, rowBits, pairBits } = this.weights;
    featuresAt(o, slot, featureRows, 0, (1 << rowBits) - 1);
    let e0 = 0,
      e1 = 0,
      e2 = 0,
      e3 = 0,
      e4 = 0,
      e5 = 0,
      e6 = 0;
    for (let f = 0; f < featureCount; f++) {
      const at = (featureRows[f] as number) * L;
      e0 += rows[at] as number;
      e1 += rows[at + 1] as number;
      e2 += rows[at + 2] as number;
      e3 += rows[at + 3] as number;
      e4 += rows[at + 4] as number;
      e5 += rows[at + 5] as number;
      e6 += rows[at + 6] as number;
    }
    emission[0] = e0;
    emission[1] = e1;
    emission[2] = e2;
    emission[3] = e3;
    emission[4] = e4;
    emission[5] = e5;
    emission[6] = e6;
    if (!inside) return;
    pairsAt(o, slot, pairRows, 0, (1 << pairBits) - 1);
    step.fill(0);
    for (let f = 0; f < pairCount; f++) {
      const at = (pairRows[f] as number) * pairSize;
      for (let k = 0; k < pairSize; k++) step[k] = (step[k] as number) + (pairs[at + k] as number);
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
