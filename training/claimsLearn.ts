// Logistic regression with a ridge, cross-validation by group, and the area under the curve. Deterministic.

export interface Example {
  readonly features: ArrayLike<number>;
  readonly positive: boolean;
  readonly group: string;
}

export type Scorer = (features: ArrayLike<number>) => number;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export interface Linear {
  readonly mean: number[];
  readonly scale: number[];
  readonly weights: number[];
  readonly bias: number;
}

/** Logistic regression on standardised features by gradient descent with momentum. */
export function learnLinear(examples: readonly Example[], ridge = 0.01, steps = 600): Linear {
  const size = examples[0]?.features.length ?? 0;
  const mean = new Array<number>(size).fill(0);
  const scale = new Array<number>(size).fill(0);
  for (const { features } of examples)
    for (let k = 0; k < size; k++) mean[k]! += (features[k] as number) / examples.length;
  for (const { features } of examples)
    for (let k = 0; k < size; k++) scale[k]! += ((features[k] as number) - mean[k]!) ** 2 / examples.length;
  for (let k = 0; k < size; k++) scale[k] = Math.sqrt(scale[k]!) || 1;
  const rows = examples.map(({ features }) => Float64Array.from(features, (v, k) => (v - mean[k]!) / scale[k]!));
  const weights = new Array<number>(size).fill(0);
  const speed = new Array<number>(size).fill(0);
  let bias = 0;
  let biasSpeed = 0;
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((w) => ridge * w);
    let biasGradient = 0;
    rows.forEach((row, r) => {
      let sum = bias;
      for (let k = 0; k < size; k++) sum += weights[k]! * row[k]!;
      const error = (sigmoid(sum) - (examples[r]!.positive ? 1 : 0)) / rows.length;
      biasGradient += error;
      for (let k = 0; k < size; k++) gradient[k]! += error * row[k]!;
    });
    for (let k = 0; k < size; k++) {
      speed[k] = 0.9 * speed[k]! - 0.3 * gradient[k]!;
      weights[k]! += speed[k]!;
    }
    biasSpeed = 0.9 * biasSpeed - 0.3 * biasGradient;
    bias += biasSpeed;
  }
  return { mean, scale, weights, bias };
}

export const scoreLinear =
  ({ mean, scale, weights, bias }: Linear): Scorer =>
  (features) =>
    weights.reduce((sum, w, k) => sum + (w * ((features[k] as number) - mean[k]!)) / scale[k]!, bias);

/** Mulberry32: the same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Margins of all examples, each from a learner that has not seen its group. */
export function crossValidate(examples: readonly Example[], learn: (seen: readonly Example[]) => Scorer): number[] {
  const scores = new Array<number>(examples.length).fill(0);
  for (const group of new Set(examples.map((one) => one.group))) {
    const scorer = learn(examples.filter((one) => one.group !== group));
    examples.forEach((one, i) => {
      if (one.group === group) scores[i] = scorer(one.features);
    });
  }
  return scores;
}

export function areaUnderCurve(scores: readonly number[], positive: readonly boolean[]): number {
  const order = scores.map((_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  let ranks = 0;
  let positives = 0;
  for (let r = 0; r < order.length; ) {
    let end = r;
    while (end < order.length && scores[order[end]!] === scores[order[r]!]) end++;
    for (let k = r; k < end; k++)
      if (positive[order[k]!]) {
        ranks += (r + end + 1) / 2;
        positives++;
      }
    r = end;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (scores.length - positives));
}
