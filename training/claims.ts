// Learns the weights that relate two mentions: node scripts/run.mjs training/claims.ts PAIRS.json CORPORA_FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Claims, readClaims } from '../server/src/core/claims/claims.js';
import { featureNames, featuresOf, meet } from '../server/src/core/claims/features.js';
import { read } from '../server/src/core/reading.js';
import {
  areaUnderCurve,
  crossValidate,
  type Example,
  learnForest,
  learnLinear,
  scoreForest,
  scoreLinear,
} from './claimsLearn.js';

interface Side {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}
interface Pair {
  readonly id: number;
  readonly group: string;
  readonly label: 'SAME' | 'CONFLICT' | 'RELATED' | 'NONE';
  readonly a: Side;
  readonly b: Side;
}

const [pairsFile, corpora] = process.argv.slice(2) as [string, string];
const pairs = JSON.parse(readFileSync(pairsFile, 'utf8')) as Pair[];
const cache = new Map<string, Claims>();
function claimsOf(path: string): Claims {
  let claims = cache.get(path);
  if (claims === undefined) {
    const reading = read(readFileSync(join(corpora, path), 'utf8'), path);
    if ('skipped' in reading) throw new Error(`${path}: ${reading.skipped}`);
    claims = readClaims(reading);
    cache.set(path, claims);
  }
  return claims;
}
function mentionOf(claims: Claims, side: Side): number {
  let best = -1;
  let most = 0;
  for (let m = 0; m < claims.count; m++) {
    const common = Math.min(claims.end[m]!, side.end) - Math.max(claims.start[m]!, side.start);
    if (common > most) {
      most = common;
      best = m;
    }
  }
  return best;
}
const examples: (Example & { pair: Pair })[] = [];
let lost = 0;
for (const pair of pairs) {
  const a = claimsOf(pair.a.path);
  const b = claimsOf(pair.b.path);
  const i = mentionOf(a, pair.a);
  const j = mentionOf(b, pair.b);
  if (i < 0 || j < 0) {
    lost++;
    continue;
  }
  examples.push({
    features: featuresOf(meet(a, b), i, j),
    positive: pair.label === 'SAME' || pair.label === 'CONFLICT',
    group: pair.group,
    pair,
  });
}
console.log(`${examples.length} pairs, ${lost} lost, ${featureNames.length} features`);
const positive = examples.map((one) => one.positive);
const wcl = examples.map((one) => one.group.startsWith('wcl'));
function show(name: string, scores: number[]): void {
  const f1 = (cut: number, keep: (i: number) => boolean): [number, number, number] => {
    let tp = 0,
      got = 0,
      all = 0;
    scores.forEach((s, i) => {
      if (!keep(i)) return;
      if (s >= cut) got++;
      if (positive[i]) all++;
      if (s >= cut && positive[i]) tp++;
    });
    return [tp / (got || 1), tp / all, (2 * tp) / (got + all)];
  };
  const text = (x: [number, number, number]): string => x.map((v) => v.toFixed(3)).join('/');
  const best = [...scores].map((cut) => ({ cut, f: f1(cut, () => true)[2] })).sort((x, y) => y.f - x.f)[0]!;
  let precise = Infinity;
  for (const cut of [...scores].sort((a, b) => b - a))
    if (f1(cut, (i) => wcl[i]!)[0] >= 0.88 && f1(cut, (i) => !wcl[i]!)[0] >= 0.88) precise = cut;
  const auc = (keep: (i: number) => boolean) => {
    const k = scores.map((_, i) => i).filter(keep);
    return areaUnderCurve(
      k.map((i) => scores[i]!),
      k.map((i) => positive[i]!),
    ).toFixed(3);
  };
  console.log(
    name.padEnd(26),
    `AUC ${auc(() => true)} (${auc((i) => wcl[i]!)} ${auc((i) => !wcl[i]!)})`,
    `best cut ${best.cut.toFixed(2)}: all ${text(f1(best.cut, () => true))} wcl ${text(f1(best.cut, (i) => wcl[i]!))} fakes ${text(f1(best.cut, (i) => !wcl[i]!))}`,
    `| P.88 cut ${precise.toFixed(2)}: wcl ${text(f1(precise, (i) => wcl[i]!))} fakes ${text(f1(precise, (i) => !wcl[i]!))}`,
  );
}
for (const name of ['cosine', 'localCosine', 'mixedCosine', 'coverLess'] as const)
  show(
    name,
    examples.map((one) => one.features[featureNames.indexOf(name)] as number),
  );
for (const ridge of [0.01, 0.03, 0.1])
  show(
    `linear ${ridge}`,
    crossValidate(examples, (seen) => scoreLinear(learnLinear(seen, ridge))),
  );
const forests = process.argv[4]
  ? []
  : [
      { trees: 150, depth: 3, rate: 0.06, leaf: 3, ridge: 2, share: 0.4 },
      { trees: 300, depth: 2, rate: 0.06, leaf: 3, ridge: 2, share: 0.3 },
    ];
for (const o of forests)
  show(
    `forest ${o.trees}x${o.depth}`,
    crossValidate(examples, (seen) => scoreForest(learnForest(seen, o))),
  );
/** Platt's sigmoid over margins that were made without seeing their group (Platt 1999). */
function calibrate(scores: readonly number[]): { scale: number; slope: number } {
  const { mean, scale, weights, bias } = learnLinear(
    scores.map((s, i) => ({ features: [s], positive: positive[i]!, group: '' })),
    0.001,
  );
  return { slope: weights[0]! / scale[0]!, scale: bias - (weights[0]! * mean[0]!) / scale[0]! };
}
const scores = crossValidate(examples, (seen) => scoreLinear(learnLinear(seen, 0.1)));
const calibration = calibrate(scores);
const calibrated = scores.map((s) => 1 / (1 + Math.exp(-(calibration.scale + calibration.slope * s))));
show('calibrated', calibrated);
const linear = learnLinear(examples, 0.1);
const weights = linear.weights.map((w, k) => w / linear.scale[k]!);
const bias = linear.bias - weights.reduce((sum, w, k) => sum + w * linear.mean[k]!, 0);
if (process.argv[4] === 'write') {
  writeFileSync(
    'server/src/core/languages/en/claimsWeights.ts',
    `// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
${weights.map((w, k) => `  ${w.toFixed(5)}, // ${featureNames[k]}`).join('\n')}
];
export const bias = ${bias.toFixed(5)};
/** Platt scaling of the margin. */
export const scale = ${calibration.scale.toFixed(5)};
export const slope = ${calibration.slope.toFixed(5)};
`,
  );
}
if (process.argv[4] === 'errors') {
  const s = crossValidate(examples, (seen) => scoreLinear(learnLinear(seen, 0.1)));
  const k = examples
    .map((_, i) => i)
    .sort((x, y) => Math.abs(s[y]! + 0.4) - Math.abs(s[x]! + 0.4))
    .filter((i) => s[i]! > -0.4 !== positive[i]);
  for (const i of k.slice(0, 120)) {
    const e = examples[i]!;
    const t = (side: any) => side.path + ': ' + side.text;
    console.log(
      e.pair.label,
      e.pair.id,
      s[i]!.toFixed(2),
      ['cosine', 'localCosine', 'rankA', 'rankB', 'run']
        .map((n) => n + '=' + (e.features[featureNames.indexOf(n as any)] as number).toFixed(2))
        .join(' '),
      '\n  A',
      t(e.pair.a),
      '\n  B',
      t(e.pair.b),
    );
  }
}
