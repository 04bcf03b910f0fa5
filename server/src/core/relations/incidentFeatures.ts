import { type Count, sizeOf } from '../casualties/count.js';
import { languages } from '../languages/index.js';
import type { MentionTable } from '../mentions/mentionTable.js';
import { NAME, NUMBER, SPEAKER, termsOf } from '../mentions/terms.js';
import type { ArticlePair } from './articlePair.js';
import { pairFeatureNames } from './pairFeatures.js';

/** What is taken over from the features of any pair. */
const general = ['assertedCover', 'sameOutlet', 'daysApart'] as const;

/**
 * What two mentions whose tolls do not go together are judged by, beside the margin of any pair: 9 killed here and 7 there
 * contradict each other only where both count the dead of one incident, and on a day of war there are many.
 */
export const incidentFeatureNames = ['margin', ...general, 'people', 'leads', 'actsApart', 'toldElsewhere'] as const;

const taken = general.map((name) => pairFeatureNames.indexOf(name));

/** The features of `incidentFeatureNames`; `features` are those of the pair, `margin` is what they come to. */
export function incidentOf(
  features: ArrayLike<number>,
  margin: number,
  meeting: ArticlePair,
  i: number,
  j: number,
): Float64Array {
  const f = new Float64Array(incidentFeatureNames.length);
  describeIncident(f, features, margin, meeting, i, j);
  describePlaces(f, meeting, i, j);
  return f;
}

const [people, leads, actsApart, elsewhere] = (['people', 'leads', 'actsApart', 'toldElsewhere'] as const).map((name) =>
  incidentFeatureNames.indexOf(name),
) as [number, number, number, number];

/** Fills in all features but those of the two places, which become zero. */
export function describeIncident(
  f: Float64Array,
  features: ArrayLike<number>,
  margin: number,
  meeting: ArticlePair,
  i: number,
  j: number,
): void {
  f.fill(0);
  f[0] = margin;
  for (let k = 0; k < taken.length; k++) f[k + 1] = features[taken[k] as number] as number;
  // three die here and five there every day; that 40 and 58 die is one incident, told twice
  f[people] = Math.log1p(Math.min(mostOf(meeting.a.claims.counts.get(i)), mostOf(meeting.b.claims.counts.get(j))));
  f[leads] = leadsOf(meeting);
}

/** The most people that a mention counts, events only recalled left out. */
function mostOf(counts: readonly Count[] | undefined): number {
  let most = 0;
  for (const count of counts ?? []) if (count.scope !== 'historical') most = Math.max(most, sizeOf(count));
  return most;
}

/** The features that `describePlaces` fills in, which cost more than all others. */
export const ofPlaces: readonly number[] = [actsApart, elsewhere];

/** Fills in the features of the two places: what they call the act, and how it is told elsewhere. */
export function describePlaces(f: Float64Array, meeting: ArticlePair, i: number, j: number): void {
  const one = actsOf(meeting.a.claims, i);
  const other = actsOf(meeting.b.claims, j);
  f[actsApart] = one !== 0 && other !== 0 && (one & other) === 0 ? 1 : 0;
  f[elsewhere] = toldElsewhere(meeting, i, j);
}

/** The kinds of act by the terms that name them in any language; terms of two languages have different hashes. */
const bitsOfActs = new Map(
  languages.flatMap((language) =>
    language.claims.acts.flatMap((words, bit) =>
      words.map((word): [number, number] => [termsOf(language).termOf(word, false)?.hash ?? 0, 1 << bit]),
    ),
  ),
);

/** The kinds of act that a mention names (*air strike*, *car bomb*), as bits. */
function actsOf({ firstBag, bagTerm }: MentionTable, m: number): number {
  let bits = 0;
  for (let x = firstBag[m] as number; x < (firstBag[m + 1] as number); x++)
    bits |= bitsOfActs.get(bagTerm[x] as number) ?? 0;
  return bits;
}

/** How much more alike either mention is to another toll of the other article: then it is told there, not here. */
function toldElsewhere({ a, b, cosine }: ArticlePair, i: number, j: number): number {
  const width = b.claims.count;
  const here = cosine[i * width + j] as number;
  let most = here;
  for (const other of b.claims.counts.keys()) most = Math.max(most, cosine[i * width + other] as number);
  for (const other of a.claims.counts.keys()) most = Math.max(most, cosine[other * width + j] as number);
  return most - here;
}

/** Sentences at the head of an article that say what it is about. */
const leadLength = 3;
/** Words that tell an incident apart, by background weight. */
const tellingFrom = 2.5;
/** Added to what a lead holds: of a word or two even a full match says little. */
const few = 3;

/** The cover of the leads of the meeting asked about last: it is the same for all its pairs. */
let last: { readonly meeting: ArticlePair; readonly cover: number } | null = null;

function leadsOf(meeting: ArticlePair): number {
  if (last?.meeting !== meeting) last = { meeting, cover: leadCover(meeting.a.claims, meeting.b.claims) };
  return last.cover;
}

/** Share of what the shorter lead is about, names and numbers left out, that the other lead is about too. */
function leadCover(a: MentionTable, b: MentionTable): number {
  const one = leadTerms(a);
  const other = leadTerms(b);
  let shared = 0;
  for (const [term, weight] of one) if (other.has(term)) shared += weight;
  return shared / (Math.min(sum(one), sum(other)) + few);
}

function leadTerms({ count, firstBag, bagTerm, bagKind, bagWeight }: MentionTable): Map<number, number> {
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
