import { acts } from '../languages/en/claims.js';
import type { Claims } from './claims.js';
import { standingOf } from './counts.js';
import { featureNames } from './features.js';
import type { Meeting } from './meeting.js';
import { NAME, NUMBER, SPEAKER, termOf } from './terms.js';

/** What is taken over from the features of any pair. */
const general = ['countRatio', 'mainTopic', 'daysApart'] as const;

/**
 * What two mentions whose tolls do not go together are judged by, beside the margin of any pair: 9 killed here and 7 there
 * contradict each other only where both count the dead of one incident, and on a day of war there are many.
 */
export const incidentNames = ['margin', ...general, 'actsApart', 'agreesElsewhere', 'leads'] as const;

const taken = general.map((name) => featureNames.indexOf(name));

/** The features of `incidentNames`; `features` are those of the pair, `margin` is what they come to. */
export function incidentOf(
  features: ArrayLike<number>,
  margin: number,
  meeting: Meeting,
  i: number,
  j: number,
): Float64Array {
  const f = new Float64Array(incidentNames.length);
  let k = 0;
  f[k++] = margin;
  for (const feature of taken) f[k++] = features[feature] as number;
  const a = meeting.a.claims;
  const b = meeting.b.claims;
  const one = actsOf(a, i);
  const other = actsOf(b, j);
  f[k++] = one !== 0 && other !== 0 && (one & other) === 0 ? 1 : 0;
  f[k++] = agreesElsewhere(meeting, i, j) ? 1 : 0;
  f[k++] = leadCover(a, b);
  return f;
}

const bitsOfActs = new Map(
  acts.flatMap((words, bit) => words.map((word): [number, number] => [termOf(word, false)?.hash ?? 0, 1 << bit])),
);

/** The kinds of act that a mention names (*air strike*, *car bomb*), as bits. */
function actsOf({ firstBag, bagTerm }: Claims, m: number): number {
  let bits = 0;
  for (let x = firstBag[m] as number; x < (firstBag[m + 1] as number); x++)
    bits |= bitsOfActs.get(bagTerm[x] as number) ?? 0;
  return bits;
}

/** Whether either article holds, in a sentence that is more alike, a toll that goes with that of the other. */
function agreesElsewhere({ a, b, cosine }: Meeting, i: number, j: number): boolean {
  const width = b.claims.count;
  const here = cosine[i * width + j] as number;
  const ofA = a.claims.counts.get(i) ?? [];
  const ofB = b.claims.counts.get(j) ?? [];
  for (const [other, counts] of b.claims.counts)
    if ((cosine[i * width + other] as number) > here && standingOf(ofA, counts).standing === 'agree') return true;
  for (const [other, counts] of a.claims.counts)
    if ((cosine[other * width + j] as number) > here && standingOf(counts, ofB).standing === 'agree') return true;
  return false;
}

/** Sentences at the head of an article that say what it is about. */
const leadLength = 3;
/** Words that tell an incident apart, by background weight. */
const tellingFrom = 2.5;
/** Added to what a lead holds: of a word or two even a full match says little. */
const few = 3;

/** Share of what the shorter lead is about, names and numbers left out, that the other lead is about too. */
function leadCover(a: Claims, b: Claims): number {
  const one = leadTerms(a);
  const other = leadTerms(b);
  let shared = 0;
  for (const [term, weight] of one) if (other.has(term)) shared += weight;
  return shared / (Math.min(sum(one), sum(other)) + few);
}

function leadTerms({ count, firstBag, bagTerm, bagKind, bagWeight }: Claims): Map<number, number> {
  const found = new Map<number, number>();
  const end = firstBag[Math.min(leadLength, count)] as number;
  for (let x = 0; x < end; x++) {
    const weight = bagWeight[x] as number;
    if (((bagKind[x] as number) & (NAME | NUMBER | SPEAKER)) === 0 && weight > tellingFrom)
      found.set(bagTerm[x] as number, weight);
  }
  return found;
}

const sum = (terms: ReadonlyMap<number, number>): number => {
  let all = 0;
  for (const weight of terms.values()) all += weight;
  return all;
};
