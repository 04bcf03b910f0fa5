import { type Compared, isApart } from '../casualties/comparison.js';
import { sizeOf } from '../casualties/count.js';
import { wordCountOf } from '../mentions/shingles.js';
import { type ArticlePair, cosineOf } from './articlePair.js';
import { pairIndex as at, pairFeatureNames } from './featureNames.js';
import { matchedOf, profileOf } from './sharedTerms.js';
import { containment, runLength } from './sharedText.js';
import { tollsOf } from './tolls.js';

/** Added to what a mention holds, in the units of `Profile`: of two or three words even a full match says little. Tuned. */
const few = { local: 2, weight: 4, asserted: 8, assertedSquares: 60 };

/** Describes mention i of a and j of b; see `pairFeatureNames`. */
export function featuresOf(pair: ArticlePair, i: number, j: number): Float64Array {
  const f = new Float64Array(pairFeatureNames.length);
  fillPairFeatures(f, pair, i, j);
  fillReuse(f, pair, i, j);
  return f;
}

/** The features that `fillReuse` fills in, which cost more than all others. */
export const reuseFeatures: readonly number[] = [at.runShare, at.fiveGrams];

/** Fills in the features of reused text: runs of words that both mentions have. */
export function fillReuse(f: Float64Array, { a, b, buffers }: ArticlePair, i: number, j: number): void {
  const run = buffers.runs.longest(a.mentions, i, b.mentions, j);
  f[at.runShare] = run / Math.min(wordCountOf(a.mentions, i), wordCountOf(b.mentions, j));
  f[at.fiveGrams] = run < runLength ? 0 : containment(a, i, b, j);
}

/** Fills in all features but those of reused text, which become zero. */
export function fillPairFeatures(f: Float64Array, pair: ArticlePair, i: number, j: number): void {
  f.fill(0);
  const { a, b } = pair;
  const one = profileOf(a, i);
  const other = profileOf(b, j);
  const matched = matchedOf(pair, i, j);
  f[at.localCover] = share(matched.local, Math.min(one.local, other.local) + few.local);
  f[at.cover] = share(matched.weight, Math.min(one.weight, other.weight) + few.weight);
  f[at.content] = share(matched.content, Math.max(one.content, other.content) + few.weight);
  f[at.assertedCosine] = share(
    matched.assertedSquares,
    Math.sqrt(one.assertedSquares * other.assertedSquares) + few.assertedSquares,
  );
  f[at.assertedCover] = share(matched.asserted, Math.min(one.asserted, other.asserted) + few.asserted);
  f[at.quoted] = share(matched.quoted, Math.min(one.weight, other.weight) + few.weight);
  f[at.onlyNames] = matched.terms > 0 && matched.plainTerms === 0 ? 1 : 0;
  f[at.neighbours] = neighbours(pair, i, j);
  f[at.positions] = Math.abs(i / a.mentions.count - j / b.mentions.count);
  f[at.topic] = pair.topic;
  f[at.weekdayShared] = matched.days > 0 ? 1 : 0;
  f[at.weekdayApart] = one.days > 0 && other.days > 0 && matched.days === 0 ? 1 : 0;
  fillCounts(f, pair, i, j);
  f[at.namesApart] = one.names > 0 && other.names > 0 && matched.names === 0 ? 1 : 0;
  f[at.negation] = a.mentions.negated[i] === b.mentions.negated[j] ? 0 : 1;
  f[at.sameOutlet] = a.mentions.outlet !== null && a.mentions.outlet === b.mentions.outlet ? 1 : 0;
  f[at.daysApart] = pair.daysApart;
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** Casualty figures: two mentions of the main toll of two articles on one event are one claim, whatever the words. */
function fillCounts(f: Float64Array, pair: ArticlePair, i: number, j: number): void {
  const a = pair.a.mentions;
  const b = pair.b.mentions;
  const one = pair.a.dead.get(i);
  const other = pair.b.dead.get(j);
  if (one === undefined || other === undefined) return;
  const near = oneIncident(a.day - b.day);
  const tolls = tollsOf(a, i, b, j);
  const conflict = tolls.some(({ comparison }) => isApart(comparison));
  const apart = one.killed > 0 && other.killed > 0 ? Math.abs(Math.log((one.killed + 1) / (other.killed + 1))) : 0;
  const main = one.main && other.main ? near : 0;
  f[at.bothCount] = 1;
  if (!conflict)
    for (const toll of tolls) f[at.countsAgree] = Math.max(f[at.countsAgree]!, near * tellingAgreement(toll));
  f[at.countsConflict] = conflict ? 1 : 0;
  f[at.countRatio] = apart;
  f[at.mainCounts] = main;
  f[at.mainTopic] = main * Math.min(pair.topic, 0.4);
  f[at.mainConflict] = conflict ? main * Math.exp(-apart) : 0;
  f[at.yearsOfWar] = one.war && other.war ? 1 : 0;
}

/** How likely figures printed so many days apart speak of one incident; unknown days may. */
const oneIncident = (days: number): number => (Number.isNaN(days) ? 1 : Math.exp(-Math.max(0, Math.abs(days) - 1) / 2));

/** Two people die in many places; that 58 die in two places is less likely than that it is one. */
const telling = (people: number): number => 0.3 + 0.7 * Math.min(1, Math.log(people + 1) / Math.log(51));

/** How much the agreement of two figures tells, by the smaller one, so that it is the same from both sides; else 0. */
const tellingAgreement = ({ comparison, a, b }: Compared): number =>
  comparison === 'agree' ? telling(Math.min(sizeOf(a), sizeOf(b))) : 0;

/** How well the sentences before and after go together: copied and agency text travels in paragraphs. */
function neighbours(pair: ArticlePair, i: number, j: number): number {
  let best = 0;
  for (let x = i - 1; x <= i + 1; x += 2)
    for (let y = j - 1; y <= j + 1; y += 2)
      if (x >= 0 && y >= 0 && x < pair.a.mentions.count && y < pair.b.mentions.count)
        best = Math.max(best, cosineOf(pair, x, y));
  return best;
}
