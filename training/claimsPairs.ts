import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTagger } from '../server/src/core/attribution/index.js';
import type { MentionTable } from '../server/src/core/mentions/mentionTable.js';
import { readMentions } from '../server/src/core/mentions/readMentions.js';
import { type Readers, read, rulesOnly } from '../server/src/core/reading.js';
import { cosineOf, pairArticles } from '../server/src/core/relations/articlePair.js';
import { incidentIndex, pairFeatureNames } from '../server/src/core/relations/featureNames.js';
import { incidentFeaturesOf } from '../server/src/core/relations/incidentFeatures.js';
import { featuresOf } from '../server/src/core/relations/pairFeatures.js';
import { tollsApart } from '../server/src/core/relations/pairModel.js';
import { overlap, type Span } from '../server/src/core/span.js';
import type { Example } from './claimsLearn.js';
import { seeded } from './seeded.js';

interface Side extends Span {
  /** In the folder of corpora. */
  readonly path: string;
}

/** Two sentences of two articles, labelled by hand; `group` is the event they report on. */
interface Pair {
  readonly group: string;
  readonly label: 'SAME' | 'CONFLICT' | 'RELATED' | 'NONE';
  readonly a: Side;
  readonly b: Side;
}

export interface Labelled extends Example {
  readonly corpus: string;
  readonly conflict: boolean;
  /** See `incidentFeatureNames`, given the margin; `null` but for tolls that do not go together. */
  readonly incident: ((margin: number) => Float64Array) | null;
  /** Whether both sentences are mentions; a question, or a sentence that tells nothing, is never marked. */
  readonly mentioned: boolean;
}

/** Articles are read as they are in use: with the tagger. */
function readersWith(models: string): Readers {
  const tagger = loadTagger(readFileSync(join(models, 'tagger.bin')));
  if ('error' in tagger) throw new Error(tagger.error);
  return { ...rulesOnly, tagger };
}

/**
 * The labelled pairs as examples; the features of those that are not `mentioned` are zero. Pairs of files that are not read
 * as articles are left out, which is said.
 */
export function labelledPairs(pairsFile: string, corpora: string, models: string): Labelled[] {
  const readers = readersWith(models);
  const cache = new Map<string, MentionTable | null>();
  const claimsOf = (path: string): MentionTable | null => {
    const known = cache.get(path);
    if (known !== undefined) return known;
    const reading = read(readFileSync(join(corpora, path), 'utf8'), path, readers);
    if ('skipped' in reading) console.warn(`${path} is left out: ${reading.skipped}`);
    const claims = 'skipped' in reading ? null : readMentions(reading);
    cache.set(path, claims);
    return claims;
  };
  const all = JSON.parse(readFileSync(pairsFile, 'utf8')) as Pair[];
  const labelled = all.flatMap((pair) => {
    const a = claimsOf(pair.a.path);
    const b = claimsOf(pair.b.path);
    if (a === null || b === null) return [];
    const articles = pairArticles(a, b);
    const cosine = ([i, j]: readonly [number, number]): number => cosineOf(articles, i, j);
    const combinations = mentionsOf(a, pair.a).flatMap((i) => mentionsOf(b, pair.b).map((j) => [i, j] as const));
    const likest = combinations.reduce((x, y) => (cosine(y) > cosine(x) ? y : x), combinations[0] ?? [-1, -1]);
    const mentioned = likest[0] >= 0;
    const features = mentioned ? featuresOf(articles, ...likest) : new Float64Array(pairFeatureNames.length);
    return {
      features,
      incident: tollsApart(features) ? incidentMaker(features, a, b, likest) : null,
      positive: pair.label === 'SAME' || pair.label === 'CONFLICT',
      conflict: pair.label === 'CONFLICT',
      group: pair.group,
      corpus: pair.a.path.split('/')[0] as string,
      mentioned,
    };
  });
  const left = all.length - labelled.length;
  if (left > 0) console.warn(`${left} of ${all.length} pairs of ${pairsFile} are left out: they are of no article`);
  return labelled;
}

/** What the margin decides is learned later: what is told of it is asked for at once, and the margin filled in later. */
function incidentMaker(
  features: Float64Array,
  a: MentionTable,
  b: MentionTable,
  [i, j]: readonly [number, number],
): (margin: number) => Float64Array {
  const found = incidentFeaturesOf(features, 0, pairArticles(a, b), i, j);
  return (margin) => found.with(incidentIndex.margin, margin);
}

/** The mentions that lie (half) in a labelled sentence, or it in them: a labelled sentence may be two of ours. */
function mentionsOf({ count, start, end }: MentionTable, side: Span): number[] {
  return Array.from({ length: count }, (_, m) => m).filter((m) => {
    const mention = { start: start[m] as number, end: end[m] as number };
    return 2 * overlap(mention, side) >= Math.min(mention.end - mention.start, side.end - side.start);
  });
}

/** From this many people on a figure is a count of years of war, which articles of different weeks share. */
const countOfYears = 1000;

/**
 * Pairs of sentences from dated articles of different weeks: what they have in common are words and places, hardly ever
 * a claim. They teach what time between two articles means, which the labelled pairs, all of one event, cannot.
 */
export function distantPairs(folder: string, models: string): Example[] {
  const readers = readersWith(models);
  const random = seeded(3);
  const found: Example[] = [];
  const all = readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const reading = read(readFileSync(join(folder, name), 'utf8'), name, readers);
      return 'skipped' in reading ? [] : [readMentions(reading)];
    });
  for (const [x, a] of all.entries()) {
    for (const b of all.slice(x + 1)) {
      const days = Math.abs(a.day - b.day);
      if (!(days >= 4 && days <= 31) || random() > 0.2) continue;
      const pair = pairArticles(a, b);
      for (let i = 0; i < a.count; i++) {
        for (let j = 0; j < b.count; j++) {
          if (cosineOf(pair, i, j) < 0.25 || random() > 0.15) continue;
          if ((a.counts.get(i) ?? []).some((count) => (count.low ?? 0) >= countOfYears)) continue;
          if (pair.buffers.runs.longest(a, i, b, j) < 6)
            found.push({ features: featuresOf(pair, i, j), positive: false, group: '' });
        }
      }
    }
  }
  return found;
}
