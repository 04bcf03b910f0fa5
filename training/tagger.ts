/**
 * Learns the tagger of attributions: node scripts/run.mjs training/tagger.ts POLNEAR [--text FOLDER]… [--out FILE]
 *
 * POLNEAR holds `train/` and `dev/` in PolNeAR's form (Newell et al. 2018). Classes of words are learned from the text of
 * `train/` and of every FOLDER of plain text besides. Same input, same weights. docs/tagger.md tells what the weights in
 * models/ were learned from.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Article } from '../server/src/core/article/article.js';
import { tokenize } from '../server/src/core/article/tokens.js';
import { decode } from '../server/src/core/attribution/tagger/decoding.js';
import { labelCount, steps } from '../server/src/core/attribution/tagger/labels.js';
import { type Observations, observe } from '../server/src/core/attribution/tagger/observations.js';
import {
  packRows,
  packWordClasses,
  type Weights,
  type WordClasses,
  wordClassesOf,
  writeWeights,
} from '../server/src/core/attribution/tagger/weights.js';
import { hash } from '../server/src/core/hash.js';
import { english } from '../server/src/core/languages/en/index.js';
import { wordsOf } from '../server/src/core/words.js';
import { Crf, type Example, exampleOf, pairSize } from './crf.js';
import { label, readCorpus } from './polnear.js';
import { seeded } from './seeded.js';
import { vary } from './variation.js';
import { learnWordClasses } from './wordClasses.js';

const sizes = { rowBits: 16, stepBits: 13 };
const wordClasses = { count: 200, leastCount: 4, rounds: 12 };
const learning = { rate: 0.03, dropout: 0.5, rounds: 10, averageFrom: 4, varied: 0.35, seed: 20 };

interface Case {
  readonly observations: Observations;
  readonly gold: Uint8Array;
}

function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      text: { type: 'string', multiple: true, default: [] },
      out: { type: 'string', default: 'models/tagger.bin' },
    },
  });
  const root = positionals[0];
  if (root === undefined) {
    console.error('usage: node scripts/run.mjs training/tagger.ts POLNEAR [--text FOLDER]… [--out FILE]');
    process.exit(2);
  }
  const packed = learnClasses(root, values.text);
  const classes = wordClassesOf({
    ...packed,
    rowBits: 0,
    stepBits: 0,
    rowScale: 1,
    stepScale: 1,
    rows: none,
    steps: none,
  });
  const weights = { ...packed, ...learn(root, classes) };
  console.log(`dev, exact words: ${figures(cases(join(root, 'dev'), classes), weights)}`);
  const file = writeWeights(weights);
  writeFileSync(values.out, file);
  console.log(`${values.out}: ${(file.byteLength / 2 ** 20).toFixed(2)} MiB`);
}

const none = new Int32Array(0);

function learnClasses(root: string, folders: readonly string[]) {
  const texts = readCorpus(join(root, 'train')).map(({ text }) => tokenize(text, 0, english.article));
  for (const folder of folders)
    for (const name of readdirSync(folder).sort())
      texts.push(tokenize(readFileSync(join(folder, name), 'utf8'), 0, english.article));
  const classes = learnWordClasses(texts, wordClasses.count, wordClasses.leastCount, wordClasses.rounds);
  console.log(`${classes.size} words in ${wordClasses.count} classes`);
  return packWordClasses(new Map([...classes].map(([form, value]) => [hash(form), value])));
}

function cases(folder: string, classes: WordClasses): Case[] {
  return readCorpus(folder).flatMap((labelled) => {
    const one = label(labelled);
    return one === null ? [] : [caseOf(one.article, one.gold, classes)];
  });
}

const caseOf = (article: Article, gold: Uint8Array, classes: WordClasses): Case => ({
  observations: observe(wordsOf(article, english), classes),
  gold,
});

/** The articles of train/, and each once more as another desk might have written it. */
function examples(root: string, classes: WordClasses): { plain: Example; varied: Example | null }[] {
  const random = seeded(learning.seed);
  return readCorpus(join(root, 'train')).flatMap((labelled) => {
    const one = label(labelled);
    if (one === null) return [];
    const other = label(vary(labelled, one.article, random));
    const toExample = ({ article, gold }: { article: Article; gold: Uint8Array }): Example =>
      exampleOf(observe(wordsOf(article, english), classes), gold, sizes);
    return [{ plain: toExample(one), varied: other && toExample(other) }];
  });
}

function learn(root: string, classes: WordClasses): Omit<Weights, 'classBits' | 'classKeys' | 'classValues'> {
  const random = seeded(learning.seed);
  const crf = new Crf(sizes, learning.rate, learning.dropout, random);
  const mean = { rows: new Float32Array(crf.weights.length), pairs: new Float32Array(crf.pairWeights.length) };
  const articles = examples(root, classes);
  const dev = process.env.EACH_ROUND === undefined ? [] : cases(join(root, 'dev'), classes);
  const { classBits, classKeys, classValues } = packWordClasses(new Map());
  const packed = (): Weights => ({ ...quantize(mean.rows, mean.pairs), classBits, classKeys, classValues });
  for (let round = 0; round < learning.rounds; round++) {
    const chosen = articles.map(({ plain, varied }) =>
      varied !== null && random() < learning.varied ? varied : plain,
    );
    const sequences = chosen.flatMap((example) => example.sequences.map((sequence) => ({ example, ...sequence })));
    shuffle(sequences, random);
    let loss = 0;
    for (const { example, from, to } of sequences) loss += crf.learn(example, from, to);
    const times = Math.max(1, round - learning.averageFrom + 1);
    average(mean.rows, crf.weights, times);
    average(mean.pairs, crf.pairWeights, times);
    console.log(
      `round ${round + 1} of ${learning.rounds}: loss ${loss.toFixed(0)} ${dev.length > 0 ? figures(dev, packed()) : ''}`,
    );
  }
  return quantize(mean.rows, mean.pairs);
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
}

function average(mean: Float32Array, weights: Float32Array, times: number): void {
  for (let i = 0; i < mean.length; i++)
    mean[i] = (mean[i] as number) + ((weights[i] as number) - (mean[i] as number)) / times;
}

/** Eight bits a weight; the few largest are cut so that the many small keep their differences. */
function quantize(rows: Float32Array, pairs: Float32Array) {
  const pack = (weights: Float32Array): { scale: number; packed: Int8Array } => {
    const sizesSorted = weights
      .filter((w) => w !== 0)
      .map(Math.abs)
      .sort();
    const scale = (sizesSorted[Math.floor(sizesSorted.length * 0.9998)] ?? 1) / 127;
    return { scale, packed: Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round(w / scale)))) };
  };
  const r = pack(rows);
  const p = pack(pairs);
  return {
    ...sizes,
    rowScale: r.scale,
    stepScale: p.scale,
    rows: packRows(r.packed, labelCount),
    steps: packRows(possible(p.packed), steps.length),
  };
}

/** Of the weights by pair of labels those of pairs that may stand side by side. */
const possible = (pairs: Int8Array): Int8Array =>
  Int8Array.from({ length: (pairs.length / pairSize) * steps.length }, (_, i) => {
    const { from, to } = steps[i % steps.length] as (typeof steps)[number];
    return pairs[Math.floor(i / steps.length) * pairSize + from * labelCount + to] as number;
  });

/** F1 of exactly right spans in percent: source, cue, content. */
function figures(dev: readonly Case[], weights: Weights): string {
  const counts = [0, 1, 2].map(() => ({ right: 0, found: 0, labelled: 0 }));
  for (const { observations, gold } of dev) {
    const best = decode(observations, weights);
    const goldOfSlot = Uint8Array.from(observations.token, (token) => (token < 0 ? 0 : (gold[token] as number)));
    const found = spans(best, observations);
    const labelled = spans(goldOfSlot, observations);
    for (const span of found) if (labelled.has(span)) (counts[Number(span[0])] as { right: number }).right++;
    for (const span of found) (counts[Number(span[0])] as { found: number }).found++;
    for (const span of labelled) (counts[Number(span[0])] as { labelled: number }).labelled++;
  }
  return ['source', 'cue', 'content']
    .map((kind, k) => {
      const { right, found, labelled } = counts[k] as { right: number; found: number; labelled: number };
      return `${kind} ${((200 * right) / (found + labelled)).toFixed(1)}`;
    })
    .join('  ');
}

function spans(labels: Uint8Array, { sequences }: Observations): Set<string> {
  const found = new Set<string>();
  for (const { from, to } of sequences)
    for (let i = from; i < to; i++) {
      const begin = labels[i] as number;
      if (begin % 2 === 0) continue;
      let end = i + 1;
      while (end < to && labels[end] === begin + 1) end++;
      found.add(`${(begin - 1) / 2} ${i} ${end}`);
    }
  return found;
}

main();
