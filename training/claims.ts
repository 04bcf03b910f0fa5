// Learns the weights that relate two mentions and prints how well they do on events they have not seen:
//   node scripts/run.mjs training/claims.ts PAIRS.json CORPORA_FOLDER
// Writes server/src/core/languages/en/claimsWeights.ts. Deterministic.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { featureNames } from '../server/src/core/claims/features.js';
import { markedFrom } from '../server/src/core/claims/relate.js';
import { areaUnderCurve, crossValidate, learnLinear, scoreLinear } from './claimsLearn.js';
import { distantPairs, type Labelled, labelledPairs } from './claimsPairs.js';

const target = 'server/src/core/languages/en/claimsWeights.ts';
const models = 'models';
const ridge = 0.1;

const [pairsFile, corpora] = process.argv.slice(2);
if (pairsFile === undefined || corpora === undefined)
  throw new Error('Say where pairs and corpora are: training/claims.ts PAIRS.json CORPORA_FOLDER');

const examples = labelledPairs(pairsFile, corpora, models);
const distant = distantPairs(join(corpora, 'fakes'), models);
const mentioned = examples.filter((one) => one.mentioned);
console.log(
  `${examples.length} labelled pairs, ${mentioned.length} of mentions; ${distant.length} of distant articles`,
);

const margins = crossValidate(mentioned, (seen) => scoreLinear(learnLinear([...seen, ...distant], ridge)));
const { scale, slope } = calibrate(margins);
const scored = new Map(mentioned.map((one, i) => [one, 1 / (1 + Math.exp(-(scale + slope * (margins[i] as number))))]));
/** What is no mention is never marked. */
const scoreOf = (one: Labelled): number => scored.get(one) ?? 0;
console.log('cross-validated by event, at the threshold for marks:');
for (const corpus of new Set(examples.map((one) => one.corpus))) show(corpus, (one) => one.corpus === corpus);
show('all', () => true);

const learned = learnLinear([...mentioned, ...distant], ridge);
const weights = learned.weights.map((weight, k) => weight / (learned.scale[k] as number));
const bias = learned.bias - weights.reduce((sum, weight, k) => sum + weight * (learned.mean[k] as number), 0);
writeFileSync(
  target,
  `// Made by training/claims.ts; see docs/claims.md. In the order of featureNames.
export const weights: readonly number[] = [
${weights.map((weight, k) => `  ${Number(weight.toFixed(5))}, // ${featureNames[k]}`).join('\n')}
];
export const bias = ${Number(bias.toFixed(5))};
/** Platt scaling of the margin. */
export const scale = ${Number(scale.toFixed(5))};
export const slope = ${Number(slope.toFixed(5))};
`,
);

/** Platt's sigmoid over margins of pairs whose event the learner had not seen (Platt 1999). */
function calibrate(unseen: readonly number[]): { scale: number; slope: number } {
  const platt = learnLinear(
    unseen.map((margin, i) => ({ features: [margin], positive: mentioned[i]?.positive ?? false, group: '' })),
    0.001,
  );
  const gain = (platt.weights[0] as number) / (platt.scale[0] as number);
  return { slope: gain, scale: platt.bias - gain * (platt.mean[0] as number) };
}

function show(name: string, wanted: (one: Labelled) => boolean): void {
  const own = examples.filter(wanted);
  const marked = own.filter((one) => scoreOf(one) >= markedFrom);
  const tollsApart = featureNames.indexOf('countsConflict');
  const area = areaUnderCurve(
    own.map(scoreOf),
    own.map((one) => one.positive),
  );
  const contrary = marked.filter((one) => one.features[tollsApart] === 1);
  const same = measure(marked, own, (one) => one.positive);
  const conflict = measure(contrary, own, (one) => one.conflict);
  console.log(`  ${name.padEnd(12)} same claim ${same}  area ${area.toFixed(3)}  conflicting tolls ${conflict}`);
}

function measure(found: readonly Labelled[], all: readonly Labelled[], wanted: (one: Labelled) => boolean): string {
  const right = found.filter(wanted).length;
  const there = all.filter(wanted).length;
  const share = (part: number, whole: number): string => (whole === 0 ? 0 : part / whole).toFixed(3);
  return `P ${share(right, found.length)} R ${share(right, there)} F1 ${share(2 * right, found.length + there)}`;
}
