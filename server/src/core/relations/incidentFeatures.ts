import { type Count, sizeOf } from '../casualties/count.js';
import { languages } from '../languages/index.js';
import type { MentionTable } from '../mentions/mentionTable.js';
import { NAME, NUMBER, SPEAKER, termsOf } from '../mentions/terms.js';
import { type ArticlePair, cosineOf } from './articlePair.js';
import { incidentIndex as at, incidentFeatureNames, incidentFeaturesTaken, pairIndex } from './featureNames.js';

/** Describes mention i of a and j of b; `features` are those of the pair, `margin` is what they come to. */
export function incidentFeaturesOf(
  features: ArrayLike<number>,
  margin: number,
  pair: ArticlePair,
  i: number,
  j: number,
): Float64Array {
  const f = new Float64Array(incidentFeatureNames.length);
  fillIncidentFeatures(f, features, margin, pair, i, j);
  fillPlaces(f, pair, i, j);
  return f;
}

/** Fills in all features but those of the two places, which become zero. */
export function fillIncidentFeatures(
  f: Float64Array,
  features: ArrayLike<number>,
  margin: number,
  pair: ArticlePair,
  i: number,
  j: number,
): void {
  f.fill(0);
  f[at.margin] = margin;
  for (const name of incidentFeaturesTaken) f[at[name]] = features[pairIndex[name]]!;
  // three die here and five there every day; that 40 and 58 die is one incident, told twice
  const { a, b } = pair;
  f[at.people] = Math.log1p(Math.min(mostOf(a.mentions.counts.get(i)), mostOf(b.mentions.counts.get(j))));
  f[at.leads] = leadsOf(pair);
}

/** The most people that a mention counts, events only recalled left out. */
function mostOf(counts: readonly Count[] | undefined): number {
  let most = 0;
  for (const count of counts ?? []) if (count.scope !== 'historical') most = Math.max(most, sizeOf(count));
  return most;
}

/** The features that `fillPlaces` fills in, which cost more than all others. */
export const placeFeatures: readonly number[] = [at.actsApart, at.toldElsewhere];

/** Fills in the features of the two places: what they call the act, and how it is told elsewhere. */
export function fillPlaces(f: Float64Array, pair: ArticlePair, i: number, j: number): void {
  const one = actsOf(pair.a.mentions, i);
  const other = actsOf(pair.b.mentions, j);
  f[at.actsApart] = one !== 0 && other !== 0 && (one & other) === 0 ? 1 : 0;
  f[at.toldElsewhere] = toldElsewhere(pair, i, j);
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
function actsOf({ firstBag, bagPlace, topic }: MentionTable, m: number): number {
  let bits = 0;
  for (let x = firstBag[m]!; x < firstBag[m + 1]!; x++) bits |= bitsOfActs.get(topic.term[bagPlace[x]!]!) ?? 0;
  return bits;
}

/** How much more alike either mention is to another toll of the other article: then it is told there, not here. */
function toldElsewhere(pair: ArticlePair, i: number, j: number): number {
  const { a, b } = pair;
  const here = cosineOf(pair, i, j);
  a.tollCosines[i] ??= mostAlike(b.mentions, (toll) => cosineOf(pair, i, toll));
  b.tollCosines[j] ??= mostAlike(a.mentions, (toll) => cosineOf(pair, toll, j));
  return Math.max(here, a.tollCosines[i], b.tollCosines[j]) - here;
}

function mostAlike({ counts }: MentionTable, cosineTo: (toll: number) => number): number {
  let most = 0;
  for (const toll of counts.keys()) most = Math.max(most, cosineTo(toll));
  return most;
}

/** Sentences at the head of an article that say what it is about. Chosen. */
const leadLength = 3;
/** Background weight from which on a word tells an incident apart. Tuned. */
const tellingFrom = 2.5;
/** Added to the weight that a lead holds: of a word or two even a full match says little. Tuned. */
const few = 3;

function leadsOf(pair: ArticlePair): number {
  pair.leads ??= leadCover(pair.a.mentions, pair.b.mentions);
  return pair.leads;
}

/** Share of what the shorter lead is about, names and numbers left out, that the other lead is about too. */
function leadCover(a: MentionTable, b: MentionTable): number {
  const one = leadTerms(a);
  const other = leadTerms(b);
  let shared = 0;
  for (const [term, weight] of one) if (other.has(term)) shared += weight;
  return shared / (Math.min(sum(one), sum(other)) + few);
}

function leadTerms({ count, firstBag, bagPlace, bagKind, topic }: MentionTable): Map<number, number> {
  const found = new Map<number, number>();
  const end = firstBag[Math.min(leadLength, count)]!;
  for (let x = 0; x < end; x++) {
    const place = bagPlace[x]!;
    const weight = topic.telling[place]!;
    if ((bagKind[x]! & (NAME | NUMBER | SPEAKER)) === 0 && weight > tellingFrom) found.set(topic.term[place]!, weight);
  }
  return found;
}

const sum = (terms: ReadonlyMap<number, number>): number => {
  let all = 0;
  for (const weight of terms.values()) all += weight;
  return all;
};
