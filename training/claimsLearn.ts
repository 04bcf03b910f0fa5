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
  const mean = averages(examples, size, (value) => value);
  const scale = averages(examples, size, (value, k) => (value - (mean[k] as number)) ** 2).map(
    (variance) => Math.sqrt(variance) || 1,
  );
  const rows = examples.map(({ features }) =>
    Float64Array.from(features, (value, k) => (value - (mean[k] as number)) / (scale[k] as number)),
  );
  const weights = new Float64Array(size + 1); // the last is the bias
  const speed = new Float64Array(size + 1);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, k) => (k < size ? ridge * weight : 0));
    for (const [r, row] of rows.entries()) {
      let sum = weights[size] as number;
      for (let k = 0; k < size; k++) sum += (weights[k] as number) * (row[k] as number);
      const error = (sigmoid(sum) - (examples[r]?.positive ? 1 : 0)) / rows.length;
      for (let k = 0; k < size; k++) gradient[k] = (gradient[k] as number) + error * (row[k] as number);
      gradient[size] = (gradient[size] as number) + error;
    }
    for (let k = 0; k <= size; k++) {
      speed[k] = 0.9 * (speed[k] as number) - 0.3 * (gradient[k] as number);
      weights[k] = (weights[k] as number) + (speed[k] as number);
    }
  }
  return { mean, scale, weights: [...weights.subarray(0, size)], bias: weights[size] as number };
}

function averages(
  examples: readonly Example[],
  size: number,
  of: (value: number, feature: number) => number,
): number[] {
  const sums = new Array<number>(size).fill(0);
  for (const { features } of examples)
    for (let k = 0; k < size; k++) sums[k] = (sums[k] as number) + of(features[k] as number, k) / examples.length;
  return sums;
}

export const scoreLinear =
  ({ mean, scale, weights, bias }: Linear): Scorer =>
  (features) =>
    weights.reduce(
      (sum, weight, k) => sum + (weight * ((features[k] as number) - (mean[k] as number))) / (scale[k] as number),
      bias,
    );

/** Margins of all examples, each from a learner that has not seen its group. */
export function crossValidate<E extends Example>(
  examples: readonly E[],
  learn: (seen: readonly E[]) => Scorer,
): number[] {
  const scores = new Array<number>(examples.length).fill(0);
  for (const group of new Set(examples.map((one) => one.group))) {
    const scorer = learn(examples.filter((one) => one.group !== group));
    examples.forEach((one, i) => {
      if (one.group === group) scores[i] = scorer(one.features);
    });
  }
  return scores;
}

/** Probability that a positive scores above a negative, ties counted half. */
export function areaUnderCurve(scores: readonly number[], positive: readonly boolean[]): number {
  const score = (i: number): number => scores[i] as number;
  const order = [...scores.keys()].sort((a, b) => score(a) - score(b));
  let ranks = 0;
  let positives = 0;
  for (let r = 0; r < order.length; ) {
    let end = r;
    while (end < order.length && score(order[end] as number) === score(order[r] as number)) end++;
    const tied = order.slice(r, end).filter((i) => positive[i]).length;
    ranks += (tied * (r + end + 1)) / 2;
    positives += tied;
    r = end;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (scores.length - positives));
}
