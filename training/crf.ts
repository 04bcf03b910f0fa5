import { rowsAt, stepFeatures, wordFeatures } from '../server/src/core/attribution/tagger/features.js';
import { follows, labelCount } from '../server/src/core/attribution/tagger/labels.js';
import type { Observations } from '../server/src/core/attribution/tagger/observations.js';

const L = labelCount;
const featureCount = wordFeatures.count;
const pairCount = stepFeatures.count;
/** Pairs of labels, impossible ones included: `from * labelCount + to`. */
export const pairSize = L * L;

/** Feature rows of one article, computed once, and the gold label of each slot. */
export interface Example {
  readonly rows: Int32Array;
  readonly pairs: Int32Array;
  readonly gold: Uint8Array;
  readonly sequences: readonly { readonly from: number; readonly to: number }[];
}

export interface Sizes {
  readonly rowBits: number;
  readonly stepBits: number;
}

export function exampleOf(o: Observations, goldOfToken: Uint8Array, sizes: Sizes): Example {
  const rows = new Int32Array(o.slots * featureCount);
  const pairs = new Int32Array(o.slots * pairCount);
  const gold = new Uint8Array(o.slots);
  for (const { from, to } of o.sequences)
    for (let i = from; i < to; i++) {
      rowsAt(wordFeatures, o.values, i, (1 << sizes.rowBits) - 1, rows, i * featureCount);
      rowsAt(stepFeatures, o.values, i, (1 << sizes.stepBits) - 1, pairs, i * pairCount);
      gold[i] = goldOfToken[o.token[i] as number] as number;
    }
  return { rows, pairs, gold, sequences: o.sequences };
}

/**
 * A linear-chain conditional random field (Lafferty et al. 2001) over hashed features, learned by AdaGrad (Duchi et al.
 * 2011) with feature dropout, one paragraph at a time.
 */
export class Crf {
  readonly weights: Float32Array;
  readonly pairWeights: Float32Array;
  private readonly squares: Float32Array;
  private readonly pairSquares: Float32Array;
  private emission = new Float64Array(0);
  private step = new Float64Array(0);
  private alpha = new Float64Array(0);
  private beta = new Float64Array(0);
  private keep = new Uint8Array(0);

  constructor(
    sizes: Sizes,
    private readonly rate: number,
    private readonly dropout: number,
    private readonly random: () => number,
  ) {
    this.weights = new Float32Array(L << sizes.rowBits);
    this.squares = new Float32Array(L << sizes.rowBits).fill(1);
    this.pairWeights = new Float32Array(pairSize << sizes.stepBits);
    this.pairSquares = new Float32Array(pairSize << sizes.stepBits).fill(1);
  }

  /** One step on one sequence. Returns its negative log-likelihood. */
  learn(example: Example, from: number, to: number): number {
    const n = to - from;
    this.reserve(n);
    for (let k = 0; k < n * featureCount; k++) this.keep[k] = this.random() < this.dropout ? 0 : 1;
    this.score(example, from, n);
    const loss = this.forwardBackward(example.gold, from, n);
    this.update(example, from, n);
    return loss;
  }

  private reserve(n: number): void {
    if (this.emission.length >= n * L) return;
    this.emission = new Float64Array(n * L);
    this.alpha = new Float64Array(n * L);
    this.beta = new Float64Array(n * L);
    this.step = new Float64Array(n * pairSize);
    this.keep = new Uint8Array(n * featureCount);
  }

  private score({ rows, pairs }: Example, from: number, n: number): void {
    const { emission, step, weights, pairWeights, keep } = this;
    const boost = 1 / (1 - this.dropout);
    emission.fill(0, 0, n * L);
    step.fill(0, 0, n * pairSize);
    for (let t = 0; t < n; t++) {
      for (let f = 0; f < featureCount; f++) {
        if (keep[t * featureCount + f] === 0) continue;
        const row = (rows[(from + t) * featureCount + f] as number) * L;
        for (let y = 0; y < L; y++)
          emission[t * L + y] = (emission[t * L + y] as number) + boost * (weights[row + y] as number);
      }
      if (t === 0) continue;
      for (let f = 0; f < pairCount; f++) {
        const row = (pairs[(from + t) * pairCount + f] as number) * pairSize;
        for (let k = 0; k < pairSize; k++)
          step[t * pairSize + k] = (step[t * pairSize + k] as number) + (pairWeights[row + k] as number);
      }
    }
  }

  /** Leaves posteriors minus gold in `emission` (words) and `step` (pairs). */
  private forwardBackward(gold: Uint8Array, from: number, n: number): number {
    const { emission, step, alpha } = this;
    let goldScore = 0;
    let logZ = 0;
    for (let t = 0; t < n; t++) {
      const y = gold[from + t] as number;
      goldScore += emission[t * L + y] as number;
      if (t > 0) goldScore += step[t * pairSize + (gold[from + t - 1] as number) * L + y] as number;
      let top = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < L; k++) top = Math.max(top, emission[t * L + k] as number);
      logZ += top;
      for (let k = 0; k < L; k++) emission[t * L + k] = Math.exp((emission[t * L + k] as number) - top);
      if (t > 0)
        for (let a = 0; a < L; a++)
          for (let b = 0; b < L; b++) {
            const k = t * pairSize + a * L + b;
            step[k] = follows(a, b) ? Math.exp(step[k] as number) : 0;
          }
      let total = 0;
      for (let b = 0; b < L; b++) {
        let sum = 0;
        if (t === 0) sum = follows(0, b) ? 1 : 0;
        else
          for (let a = 0; a < L; a++)
            sum += (alpha[(t - 1) * L + a] as number) * (step[t * pairSize + a * L + b] as number);
        sum *= emission[t * L + b] as number;
        alpha[t * L + b] = sum;
        total += sum;
      }
      logZ += Math.log(total);
      for (let b = 0; b < L; b++) alpha[t * L + b] = (alpha[t * L + b] as number) / total;
    }
    this.backward(gold, from, n);
    return logZ - goldScore;
  }

  private backward(gold: Uint8Array, from: number, n: number): void {
    const { emission, step, alpha, beta } = this;
    beta.fill(1, (n - 1) * L, n * L);
    for (let t = n - 1; t > 0; t--) {
      let total = 0;
      for (let a = 0; a < L; a++) {
        let sum = 0;
        for (let b = 0; b < L; b++) {
          const k = t * pairSize + a * L + b;
          const part = (step[k] as number) * (emission[t * L + b] as number) * (beta[t * L + b] as number);
          sum += part;
          step[k] = part * (alpha[(t - 1) * L + a] as number);
          total += step[k] as number;
        }
        beta[(t - 1) * L + a] = sum;
      }
      let scale = 0;
      for (let a = 0; a < L; a++) scale += beta[(t - 1) * L + a] as number;
      for (let a = 0; a < L; a++) beta[(t - 1) * L + a] = (beta[(t - 1) * L + a] as number) / scale;
      for (let k = 0; k < pairSize; k++) step[t * pairSize + k] = (step[t * pairSize + k] as number) / total;
      const pair = t * pairSize + (gold[from + t - 1] as number) * L + (gold[from + t] as number);
      step[pair] = (step[pair] as number) - 1;
    }
    for (let t = 0; t < n; t++) {
      let total = 0;
      for (let y = 0; y < L; y++) total += (alpha[t * L + y] as number) * (beta[t * L + y] as number);
      for (let y = 0; y < L; y++)
        emission[t * L + y] =
          ((alpha[t * L + y] as number) * (beta[t * L + y] as number)) / total - (gold[from + t] === y ? 1 : 0);
    }
  }

  private update({ rows, pairs }: Example, from: number, n: number): void {
    const { emission, step, weights, squares, pairWeights, pairSquares, keep, rate } = this;
    for (let t = 0; t < n; t++) {
      for (let y = 0; y < L; y++) {
        const g = emission[t * L + y] as number;
        if (g < 1e-3 && g > -1e-3) continue;
        for (let f = 0; f < featureCount; f++) {
          if (keep[t * featureCount + f] === 0) continue;
          const w = (rows[(from + t) * featureCount + f] as number) * L + y;
          const square = (squares[w] as number) + g * g;
          squares[w] = square;
          weights[w] = (weights[w] as number) - (rate * g) / Math.sqrt(square);
        }
      }
      if (t === 0) continue;
      for (let k = 0; k < pairSize; k++) {
        const g = step[t * pairSize + k] as number;
        if (g < 1e-3 && g > -1e-3) continue;
        for (let f = 0; f < pairCount; f++) {
          const w = (pairs[(from + t) * pairCount + f] as number) * pairSize + k;
          const square = (pairSquares[w] as number) + g * g;
          pairSquares[w] = square;
          pairWeights[w] = (pairWeights[w] as number) - (rate * g) / Math.sqrt(square);
        }
      }
    }
  }
}
