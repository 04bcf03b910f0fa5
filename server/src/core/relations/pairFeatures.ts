import { type Compared, isApart } from '../casualties/comparison.js';
import { sizeOf } from '../casualties/count.js';
import { type Dead, deadOf } from '../mentions/dead.js';
import { type ArticlePair, matchedOf, profileOf, type Side } from './articlePair.js';
import { containment, longestRun, wordsOf } from './sharedText.js';
import { tollsOf } from './tolls.js';

/**
 * What a pair of mentions is judged by, in the order of the learned weights. All are the same whichever article is
 * called a.
 */
export const pairFeatureNames = [
  'localCover',
  'cover',
  'content',
  'assertedCosine',
  'assertedCover',
  'quoted',
  'onlyNames',
  'neighbours',
  'positions',
  'topic',
  'weekdayShared',
  'weekdayApart',
  'bothCount',
  'countsAgree',
  'countsConflict',
  'countRatio',
  'mainCounts',
  'mainTopic',
  'mainConflict',
  'yearsOfWar',
  'namesApart',
  'negation',
  'sameOutlet',
  'daysApart',
  'runShare',
  'fiveGrams',
] as const;

/** Added to what a mention holds: of two or three words even a full match says little. */
const few = { local: 2, weight: 4, asserted: 8, assertedSquares: 60 };

/** Days that count as far apart as any. */
const mostDays = 20;

/** Where the features of reused text begin, which cost more than all others. */
export const firstOfReuse = pairFeatureNames.indexOf('runShare');

/** Describes mention i of a and j of b; see `pairFeatureNames`. */
export function featuresOf(meeting: ArticlePair, i: number, j: number): Float64Array {
  const f = new Float64Array(pairFeatureNames.length);
  describe(f, meeting, i, j);
  describeReuse(f, meeting, i, j);
  return f;
}

/** Fills in the features of reused text: runs of words that both mentions have. */
export function describeReuse(f: Float64Array, { a, b }: ArticlePair, i: number, j: number): void {
  const run = longestRun(a.claims, i, b.claims, j);
  f[firstOfReuse] = run / Math.min(wordsOf(a.claims, i), wordsOf(b.claims, j));
  f[firstOfReuse + 1] = run < 5 ? 0 : containment(a.claims, i, b.claims, j);
}

/** Fills in all features but those of reused text, which become zero. */
export function describe(f: Float64Array, meeting: ArticlePair, i: number, j: number): void {
  f.fill(0);
  const { a, b } = meeting;
  const one = profileOf(a, i);
  const other = profileOf(b, j);
  const matched = matchedOf(meeting, i, j);
  const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
  let k = 0;
  f[k++] = share(matched.local, Math.min(one.local, other.local) + few.local);
  f[k++] = share(matched.weight, Math.min(one.weight, other.weight) + few.weight);
  f[k++] = share(matched.content, Math.max(one.content, other.content) + few.weight);
  f[k++] = share(matched.assertedSquares, Math.sqrt(one.assertedSquares * other.assertedSquares) + few.assertedSquares);
  f[k++] = share(matched.asserted, Math.min(one.asserted, other.asserted) + few.asserted);
  f[k++] = share(matched.quoted, Math.min(one.weight, other.weight) + few.weight);
  f[k++] = matched.terms > 0 && matched.plainTerms === 0 ? 1 : 0;
  f[k++] = neighbours(meeting, i, j);
  f[k++] = Math.abs(i / a.claims.count - j / b.claims.count);
  f[k++] = meeting.topic;
  f[k++] = matched.days > 0 ? 1 : 0;
  f[k++] = one.days > 0 && other.days > 0 && matched.days === 0 ? 1 : 0;
  k = countFeatures(f, k, meeting, i, j);
  f[k++] = one.names > 0 && other.names > 0 && matched.names === 0 ? 1 : 0;
  f[k++] = a.claims.negated[i] === b.claims.negated[j] ? 0 : 1;
  f[k++] = a.claims.outlet !== null && a.claims.outlet === b.claims.outlet ? 1 : 0;
  f[k++] = daysApart(a, b);
}

function daysApart(a: Side, b: Side): number {
  const days = Math.abs(a.claims.day - b.claims.day);
  return Number.isNaN(days) ? 0 : Math.log1p(Math.min(days, mostDays)) / Math.log1p(mostDays);
}

/** Casualty figures: two mentions of the main toll of two articles on one event are one claim, whatever the words. */
function countFeatures(f: Float64Array, k: number, meeting: ArticlePair, i: number, j: number): number {
  const a = meeting.a.claims;
  const b = meeting.b.claims;
  if (!a.counts.has(i) || !b.counts.has(j)) return k + 8;
  const near = oneIncident(a.day - b.day);
  const tolls = tollsOf(a, i, b, j);
  const conflict = tolls.some(({ comparison }) => isApart(comparison));
  const one = deadOf(a).get(i) as Dead;
  const other = deadOf(b).get(j) as Dead;
  const apart = one.killed > 0 && other.killed > 0 ? Math.abs(Math.log((one.killed + 1) / (other.killed + 1))) : 0;
  const main = one.main && other.main ? near : 0;
  f[k++] = 1;
  f[k++] = conflict ? 0 : near * Math.max(0, ...tolls.map(tellingAgreement));
  f[k++] = conflict ? 1 : 0;
  f[k++] = apart;
  f[k++] = main;
  f[k++] = main * Math.min(meeting.topic, 0.4);
  f[k++] = conflict ? main * Math.exp(-apart) : 0;
  f[k++] = one.war && other.war ? 1 : 0;
  return k;
}

/** How likely figures printed so many days apart speak of one incident; unknown days may. */
const oneIncident = (days: number): number => (Number.isNaN(days) ? 1 : Math.exp(-Math.max(0, Math.abs(days) - 1) / 2));

/** Two people die in many places; that 58 die in two places is less likely than that it is one. */
const telling = (people: number): number => 0.3 + 0.7 * Math.min(1, Math.log(people + 1) / Math.log(51));

/** How much the agreement of two figures tells, by the smaller one, so that it is the same from both sides; else 0. */
const tellingAgreement = ({ comparison, a, b }: Compared): number =>
  comparison === 'agree' ? telling(Math.min(sizeOf(a), sizeOf(b))) : 0;

/** How well the sentences before and after go together: copied and agency text travels in paragraphs. */
function neighbours({ a, b, cosine }: ArticlePair, i: number, j: number): number {
  let best = 0;
  for (let x = i - 1; x <= i + 1; x += 2) {
    for (let y = j - 1; y <= j + 1; y += 2) {
      if (x < 0 || y < 0 || x >= a.claims.count || y >= b.claims.count) continue;
      best = Math.max(best, cosine[x * b.claims.count + y] as number);
    }
  }
  return best;
}
