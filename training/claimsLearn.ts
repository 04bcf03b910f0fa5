// Two small learners, deterministic: logistic regression with a ridge, and boosted trees of few leaves.

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

/** A node: `feature < cut` goes left; a leaf has feature -1 and a value. Children stand at `left` and `left + 1`. */
export interface Node {
  feature: number;
  cut: number;
  left: number;
  value: number;
}

export interface Forest {
  readonly trees: Node[][];
  readonly bias: number;
}

export interface ForestOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly leaf: number;
  readonly ridge: number;
  /** Share of features that each tree may use, drawn by a seeded generator. */
  readonly share: number;
}

/** Gradient boosting of logistic loss with Newton leaves (Friedman 2001; Chen & Guestrin 2016). */
export function learnForest(examples: readonly Example[], options: ForestOptions): Forest {
  const size = examples[0]?.features.length ?? 0;
  const positives = examples.filter((one) => one.positive).length;
  const bias = Math.log(positives / (examples.length - positives));
  const margin = new Float64Array(examples.length).fill(bias);
  const order = Array.from({ length: size }, (_, k) =>
    Int32Array.from(examples.keys()).sort(
      (x, y) => (examples[x]!.features[k] as number) - (examples[y]!.features[k] as number) || x - y,
    ),
  );
  const random = seeded(7);
  const trees: Node[][] = [];
  for (let t = 0; t < options.trees; t++) {
    const gradient = new Float64Array(examples.length);
    const hessian = new Float64Array(examples.length);
    examples.forEach((one, i) => {
      const p = sigmoid(margin[i]!);
      gradient[i] = p - (one.positive ? 1 : 0);
      hessian[i] = Math.max(p * (1 - p), 1e-6);
    });
    const features = Array.from({ length: size }, (_, k) => k).filter(() => random() < options.share);
    const inBag = Uint8Array.from(examples, () => (random() < 0.8 ? 1 : 0));
    const nodes: Node[] = [];
    const home = new Int32Array(examples.length);
    nodes.push({ feature: -1, cut: 0, left: 0, value: 0 });
    let frontier = [0];
    for (let d = 0; d <= options.depth; d++) {
      const next: number[] = [];
      for (const n of frontier) {
        let G = 0;
        let H = 0;
        for (let i = 0; i < examples.length; i++)
          if (home[i] === n && inBag[i]) {
            G += gradient[i]!;
            H += hessian[i]!;
          }
        nodes[n]!.value = (-G / (H + options.ridge)) * options.rate;
        if (d === options.depth) continue;
        let best = 1e-3;
        for (const k of features) {
          let g = 0;
          let h = 0;
          let last = Number.NaN;
          for (const i of order[k]!) {
            if (home[i] !== n || !inBag[i]) continue;
            const v = examples[i]!.features[k] as number;
            if (v !== last && h >= options.leaf && H - h >= options.leaf) {
              const gain =
                g ** 2 / (h + options.ridge) + (G - g) ** 2 / (H - h + options.ridge) - G ** 2 / (H + options.ridge);
              if (gain > best) {
                best = gain;
                nodes[n]!.feature = k;
                nodes[n]!.cut = (v + last) / 2;
              }
            }
            g += gradient[i]!;
            h += hessian[i]!;
            last = v;
          }
        }
        const node = nodes[n]!;
        if (node.feature < 0) continue;
        node.left = nodes.length;
        nodes.push({ feature: -1, cut: 0, left: 0, value: 0 }, { feature: -1, cut: 0, left: 0, value: 0 });
        for (let i = 0; i < examples.length; i++)
          if (home[i] === n)
            home[i] = (examples[i]!.features[node.feature] as number) < node.cut ? node.left : node.left + 1;
        next.push(node.left, node.left + 1);
      }
      frontier = next;
    }
    for (let i = 0; i < examples.length; i++) margin[i]! += nodes[home[i]!]!.value;
    trees.push(nodes);
  }
  return { trees, bias };
}

export const scoreForest =
  ({ trees, bias }: Forest): Scorer =>
  (features) => {
    let sum = bias;
    for (const nodes of trees) {
      let node = nodes[0] as Node;
      while (node.feature >= 0)
        node = nodes[(features[node.feature] as number) < node.cut ? node.left : node.left + 1] as Node;
      sum += node.value;
    }
    return sum;
  };

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
