// Learns the weights that relate two mentions and prints how well they do on events they have not seen:
//   node scripts/run.mjs training/claims.ts PAIRS.json CORPORA_FOLDER
// Writes server/src/core/languages/en/claimsWeights.ts. Deterministic.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { incidentFeatureNames, pairFeatureNames, pairIndex } from '../server/src/core/relations/featureNames.js';
import { markedFrom } from '../server/src/core/relations/relation.js';
import { areaUnderCurve, crossValidate, type Example, type Linear, learnLinear, scoreLinear } from './claimsLearn.js';
import { distantPairs, type Labelled, labelledPairs } from './claimsPairs.js';

const target = 'server/src/core/languages/en/claimsWeights.ts';
const models = 'models';
const markedPairs = 'training/claimsMarked.json';
/** How strongly weights are kept small, for two mentions and for two tolls: set by hand, by the cross-validation below. */
const ridge = 0.1;
const incidentRidge = 0.05;
const tollsConflict = pairIndex.countsConflict;

const [pairsFile, corpora] = process.argv.slice(2);
if (pairsFile === undefined || corpora === undefined)
  throw new Error('Say where pairs and corpora are: training/claims.ts PAIRS.json CORPORA_FOLDER');

const examples = labelledPairs(pairsFile, corpora, models);
const mentioned = examples.filter((one) => one.mentioned);
const marked = labelledPairs(markedPairs, corpora, models).filter((one) => one.mentioned);
const distant = distantPairs(join(corpora, 'fakes'), models);
console.log(
  `${examples.length} labelled pairs (${mentioned.length} of mentions), ${marked.length} pairs that were marked, ${distant.length} of distant articles`,
);

// any two mentions; what was marked of tolls was chosen for being alike, and would teach that likeness tells nothing
const pairs = [...mentioned, ...marked];
const chosen = new Set(marked.filter((one) => one.incident !== null));
const learn = (seen: readonly Labelled[]): Linear =>
  learnLinear([...seen.filter((one) => !chosen.has(one)), ...distant], ridge);
const margins = crossValidate(pairs, (seen) => scoreLinear(learn(seen)));
const { scale, slope } = calibrate(margins.slice(0, mentioned.length));
const scores = new Map(pairs.map((one, i) => [one, sigmoid(scale + slope * (margins[i] as number))]));

// tolls that do not go together: one incident or two?
const incidents = pairs.flatMap((one, i) =>
  one.incident === null ? [] : [{ ...one, pair: one, features: one.incident(margins[i] as number) }],
);
const learnIncident = (seen: readonly Example[]): Linear => learnLinear(seen, incidentRidge);
const incidentMargins = crossValidate(incidents, (seen) => scoreLinear(learnIncident(seen)));
for (const [i, { pair }] of incidents.entries()) scores.set(pair, sigmoid(incidentMargins[i] as number));

/** What is no mention is never marked. */
const scoreOf = (one: Labelled): number => scores.get(one) ?? 0;
console.log('cross-validated by event, at the threshold for marks:');
for (const corpus of new Set(examples.map((one) => one.corpus)))
  show(
    corpus,
    examples.filter((one) => one.corpus === corpus),
  );
show('all', examples);
show('once marked', marked);

const general = plain(learn(pairs));
const incident = plain(learnIncident(incidents));
writeFileSync(
  target,
  `// Made by training/claims.ts; see docs/claims.md. In the order of pairFeatureNames.
export const weights: readonly number[] = [
${table(general.weights, pairFeatureNames)}
];
export const bias = ${rounded(general.bias)};
/** Platt scaling of the margin. */
export const scale = ${rounded(scale)};
export const slope = ${rounded(slope)};

/** Of tolls that do not go together, in the order of incidentFeatureNames. */
export const incidentWeights: readonly number[] = [
${table(incident.weights, incidentFeatureNames)}
];
export const incidentBias = ${rounded(incident.bias)};
`,
);

/** Weights for features as they are, not standardised. */
function plain({ weights, scale: widths, mean, bias }: Linear): { weights: number[]; bias: number } {
  const found = weights.map((weight, k) => weight / (widths[k] as number));
  return { weights: found, bias: bias - found.reduce((sum, weight, k) => sum + weight * (mean[k] as number), 0) };
}

function table(weights: readonly number[], names: readonly string[]): string {
  return weights.map((weight, k) => `  ${rounded(weight)}, // ${names[k]}`).join('\n');
}

function rounded(value: number): number {
  return Number(value.toFixed(5));
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** Platt's sigmoid over margins of pairs whose event the learner had not seen (Platt 1999). */
function calibrate(unseen: readonly number[]): { scale: number; slope: number } {
  const platt = learnLinear(
    unseen.map((margin, i) => ({ features: [margin], positive: mentioned[i]?.positive ?? false, group: '' })),
    0.001,
  );
  const gain = (platt.weights[0] as number) / (platt.scale[0] as number);
  return { slope: gain, scale: platt.bias - gain * (platt.mean[0] as number) };
}

function show(name: string, own: readonly Labelled[]): void {
  const found = own.filter((one) => scoreOf(one) >= markedFrom);
  const contrary = found.filter((one) => one.features[tollsConflict] === 1);
  const same = measure(found, own, (one) => one.positive);
  const conflict = measure(contrary, own, (one) => one.conflict);
  const area = areaUnderCurve(
    own.map(scoreOf),
    own.map((one) => one.positive),
  );
  console.log(`  ${name.padEnd(12)} same claim ${same}  area ${area.toFixed(3)}  conflicting tolls ${conflict}`);
}

function measure(found: readonly Labelled[], all: readonly Labelled[], wanted: (one: Labelled) => boolean): string {
  const right = found.filter(wanted).length;
  const there = all.filter(wanted).length;
  const share = (part: number, whole: number): string => (whole === 0 ? 0 : part / whole).toFixed(3);
  return `P ${share(right, found.length)} R ${share(right, there)} F1 ${share(2 * right, found.length + there)}`;
}
