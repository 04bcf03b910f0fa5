// Learns the weights that relate two mentions: node scripts/run.mjs training/claims.ts PAIRS.json CORPORA_FOLDER
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTagger } from '../server/src/core/attribution/index.js';
import { type Claims, readClaims } from '../server/src/core/claims/claims.js';
import { featureNames, featuresOf } from '../server/src/core/claims/features.js';
import { meet } from '../server/src/core/claims/meeting.js';
import { longestRun } from '../server/src/core/claims/reuse.js';
import { type Readers, read, rulesOnly } from '../server/src/core/reading.js';
import { areaUnderCurve, crossValidate, type Example, learnLinear, scoreLinear, seeded } from './claimsLearn.js';

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
/** Articles are read as they are in use: with the tagger. */
const tagger = loadTagger(readFileSync('models/tagger.bin'));
if ('error' in tagger) throw new Error(tagger.error);
const readers: Readers = { ...rulesOnly, tagger };

const cache = new Map<string, Claims>();
function claimsOf(path: string): Claims {
  let claims = cache.get(path);
  if (claims === undefined) {
    const reading = read(readFileSync(join(corpora, path), 'utf8'), path, readers);
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
/**
 * Pairs of articles of different weeks: what they have in common are words and places, hardly ever a claim. They teach
 * what time between two articles means, which the labelled pairs, all of one event, cannot.
 */
const distant: Example[] = [];
const folder = join(corpora, 'fakes');
const random = seeded(3);
const all = readdirSync(folder)
  .sort()
  .flatMap((name) => {
    const reading = read(readFileSync(join(folder, name), 'utf8'), name, readers);
    return 'skipped' in reading ? [] : [readClaims(reading)];
  });
for (const [x, a] of all.entries()) {
  for (const b of all.slice(x + 1)) {
    const days = Math.abs(a.day - b.day);
    if (!(days >= 4 && days <= 31) || random() > 0.2) continue;
    const meeting = meet(a, b);
    for (let i = 0; i < a.count; i++) {
      for (let j = 0; j < b.count; j++) {
        if ((meeting.cosine[i * b.count + j] as number) < 0.25 || random() > 0.15) continue;
        const features = featuresOf(meeting, i, j);
        const cumulative = [...(a.counts.get(i) ?? [])].some((count) => (count.low ?? 0) >= 1000);
        if (!cumulative && longestRun(a, i, b, j) < 6) distant.push({ features, positive: false, group: '' });
      }
    }
  }
}
console.log(`${distant.length} pairs of distant articles`);
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
if (process.argv[4] === 'one')
  for (const name of featureNames) {
    const v = examples.map((one) => one.features[featureNames.indexOf(name)] as number);
    const k = (f: (i: number) => boolean) => {
      const q = v.map((_, i) => i).filter(f);
      return areaUnderCurve(
        q.map((i) => v[i]!),
        q.map((i) => positive[i]!),
      ).toFixed(3);
    };
    console.log(
      name,
      k(() => true),
      k((i) => wcl[i]!),
      k((i) => !wcl[i]!),
    );
  }
const lin: number[][] = [];
for (const ridge of [0.03, 0.1, 0.3]) {
  lin.push(crossValidate(examples, (seen) => scoreLinear(learnLinear([...seen, ...distant], ridge))));
  show(`linear ${ridge}`, lin.at(-1)!);
}
/** Platt's sigmoid over margins that were made without seeing their group (Platt 1999). */
function calibrate(scores: readonly number[]): { scale: number; slope: number } {
  const { mean, scale, weights, bias } = learnLinear(
    scores.map((s, i) => ({ features: [s], positive: positive[i]!, group: '' })),
    0.001,
  );
  return { slope: weights[0]! / scale[0]!, scale: bias - (weights[0]! * mean[0]!) / scale[0]! };
}
const scores = crossValidate(examples, (seen) => scoreLinear(learnLinear([...seen, ...distant], 0.1)));
const calibration = calibrate(scores);
const calibrated = scores.map((s) => 1 / (1 + Math.exp(-(calibration.scale + calibration.slope * s))));
show('calibrated', calibrated);
for (const cut of [0.4, 0.5, 0.55, 0.6, 0.65]) {
  let tp = 0,
    got = 0,
    all = 0;
  const f = [0, 1].map((w) => {
    let t = 0,
      g = 0,
      a = 0;
    calibrated.forEach((s, i) => {
      if (wcl[i] !== !!w) return;
      if (s >= cut) g++;
      if (positive[i]) a++;
      if (s >= cut && positive[i]) t++;
    });
    return `${w ? 'wcl' : 'fakes'} P ${(t / g).toFixed(3)} R ${(t / a).toFixed(3)} F ${((2 * t) / (g + a)).toFixed(3)}`;
  });
  examples.forEach((one, i) => {
    if (wcl[i]) return;
    const c = calibrated[i]! >= cut && one.features[featureNames.indexOf('countsConflict')] === 1;
    if (c) got++;
    if (one.pair.label === 'CONFLICT') all++;
    if (c && one.pair.label === 'CONFLICT') tp++;
  });
  console.log(
    `cut ${cut}: ${f.join('  ')}  conflicts on fakes by figures P ${(tp / got).toFixed(3)} R ${(tp / all).toFixed(3)} F ${((2 * tp) / (got + all)).toFixed(3)}`,
  );
}
const linear = learnLinear([...examples, ...distant], 0.1);
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
  const s = crossValidate(examples, (seen) => scoreLinear(learnLinear([...seen, ...distant], 0.1)));
  const k = examples
    .map((_, i) => i)
    .sort((x, y) => Math.abs(s[y]! + 0.4) - Math.abs(s[x]! + 0.4))
    .filter((i) => s[i]! > -0.4 !== positive[i]);
  for (const i of k.slice(0, 400)) {
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
if (process.argv[4] === 'conflicts') {
  const idx = (n: string) => featureNames.indexOf(n as never);
  const rows = examples
    .map((e, i) => ({ e, s: calibrated[i]! }))
    .filter(({ e }) => e.features[idx('countsConflict')] === 1 || e.pair.label === 'CONFLICT')
    .sort((x, y) => y.s - x.s);
  for (const { e, s } of rows) {
    const t = e.pair as any;
    console.log(
      e.pair.label === 'CONFLICT' ? 'C' : e.pair.label === 'SAME' ? 'S' : '-',
      e.pair.id,
      s.toFixed(2),
      [
        'countsConflict',
        'mainCounts',
        'countRatio',
        'topic',
        'localCover',
        'assertedCover',
        'content',
        'positions',
        'weekdayShared',
      ]
        .map((n) => (e.features[idx(n)] as number).toFixed(2))
        .join(' '),
      t.a.text.slice(0, 90),
      '|',
      t.b.text.slice(0, 90),
    );
  }
}

if (process.argv[4] === 'gate') {
  const t = examples
    .filter((e) => e.positive)
    .map((e) => e.features[featureNames.indexOf('topic')] as number)
    .sort((x, y) => x - y);
  console.log(
    'topic of positives',
    t
      .slice(0, 12)
      .map((x) => x.toFixed(3))
      .join(' '),
  );
}
