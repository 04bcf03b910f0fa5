import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { encode } from '../../server/src/judge/encode.js';
import type { Judge } from '../../server/src/judge/judge.js';
import { type JudgeFiles, loadJudge } from '../../server/src/judge/onnxJudge.js';
import { type WordPieces, wordPiecesOf } from '../../server/src/judge/wordPieces.js';

const bytes = (file: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(file));
const runtime = createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm');
const files: JudgeFiles = {
  weights: bytes('models/judge.onnx'),
  card: readFileSync('models/judge.json', 'utf8'),
  vocabulary: readFileSync('models/judge.vocabulary.txt', 'utf8'),
  runtime: bytes(runtime),
};

/** Made by training/judge/pieces.py. */
const splits: readonly { text: string; pieces: string[] }[] = JSON.parse(
  readFileSync('test/unit/wordPieces.json', 'utf8'),
);

function known(vocabulary: string): WordPieces {
  const found = wordPiecesOf(vocabulary);
  if ('error' in found) throw new Error(found.error);
  return found;
}

describe('word pieces', () => {
  const wordPieces = known(files.vocabulary);
  const lines = files.vocabulary.split('\n');

  it.each(splits)('are those that the model learned with: $text', ({ text, pieces }) => {
    expect(wordPieces.pieces(text, 500).map((piece) => lines[piece])).toEqual(pieces);
  });

  it('are cut where a sentence is too long', () => {
    expect(wordPieces.pieces('one two three four', 3)).toEqual(wordPieces.pieces('one two three', 3));
  });

  it('are refused where the vocabulary is not one', () => {
    expect(wordPiecesOf('the\nof')).toHaveProperty('error');
    expect(wordPiecesOf('[PAD]\n[UNK]\n[CLS]\n[SEP]\nof\nof')).toHaveProperty('error');
  });
});

describe('a pair for the model', () => {
  const wordPieces = known('[PAD]\n[UNK]\n[CLS]\n[SEP]\nnine\nten\ndied\nthere');

  it('is the same whichever sentence comes first', () => {
    const one = encode({ a: 'Nine died', b: 'Ten died there' }, wordPieces);
    expect(one).toEqual(encode({ a: 'Ten died there', b: 'Nine died' }, wordPieces));
    expect(one).toEqual({ words: [2, 4, 6, 3, 5, 6, 7, 3], types: [0, 0, 2, 0, 1, 3, 1, 1] });
  });
});

describe('the judge', () => {
  let judge: Judge;
  beforeAll(async () => {
    const loaded = await loadJudge(files);
    if ('error' in loaded) throw new Error(loaded.error);
    judge = loaded;
  });

  const told = 'A jury in Harrowby convicted the former mayor Ada Lindqvist of fraud on Tuesday.';
  const opinion = async (a: string, b: string) => {
    const [found] = await judge.judge([{ a, b }]);
    if (found === undefined) throw new Error('no opinion');
    return found;
  };

  it('calls a claim in other words the same', async () => {
    const { same } = await opinion(
      'Twelve people were killed in Aldmere on Monday.',
      'At least 12 people died in Aldmere on Monday, the prefect said.',
    );
    expect(same).toBeGreaterThan(0.6);
  });

  it('calls the opposite act a conflict, in either order', async () => {
    const cleared = 'Jurors in Harrowby cleared the former mayor Ada Lindqvist of fraud on Tuesday.';
    expect((await opinion(told, cleared)).conflict).toBeGreaterThan(0.6);
    expect(await opinion(cleared, told)).toEqual(await opinion(told, cleared));
  });

  it('calls another figure a conflict, and a later one neither', async () => {
    const monday = 'By Monday evening 12 people were confirmed dead in Aldmere.';
    expect(
      (await opinion(monday, 'By Monday evening 30 people were confirmed dead in Aldmere.')).conflict,
    ).toBeGreaterThan(0.6);
    expect(
      (await opinion(monday, 'By Tuesday evening 30 people were confirmed dead in Aldmere.')).neither,
    ).toBeGreaterThan(0.6);
  });

  it('calls a plan beside the fact, and what is about something else, neither', async () => {
    const planned = 'Prosecutors have asked for Ada Lindqvist to be jailed for six years.';
    const other = 'The bridge over the Sile will stay closed to lorries until May, the county engineer said.';
    expect((await opinion(told, planned)).neither).toBeGreaterThan(0.6);
    expect((await opinion(told, other)).neither).toBeGreaterThan(0.6);
  });

  it('answers in the order it was asked, each with probabilities, whatever else is asked with it', async () => {
    const asked = [
      { a: told, b: told },
      { a: '', b: '' },
      { a: told.repeat(50), b: 'Short.' },
      { a: '\u0000\uD800 👩‍👩‍👧 [SEP] [CLS]', b: '����' },
    ];
    const found = await judge.judge(asked);
    for (const [i, pair] of asked.entries()) {
      const alone = await opinion(pair.a, pair.b);
      const values = Object.values(found[i] ?? {});
      expect(values).toHaveLength(3);
      expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
      expect(found[i]).toEqual(alone);
    }
  });

  it('says why it cannot be loaded', async () => {
    const damaged = files.weights.slice();
    damaged[5_000_000] = (damaged[5_000_000] as number) ^ 1;
    expect(await loadJudge({ ...files, weights: damaged })).toEqual({ error: expect.stringContaining('damaged') });
    expect(await loadJudge({ ...files, weights: files.weights.slice(0, 100) })).toHaveProperty('error');
    expect(await loadJudge({ ...files, card: '{' })).toHaveProperty('error');
    expect(await loadJudge({ ...files, card: '{"sha256": 3}' })).toHaveProperty('error');
    expect(await loadJudge({ ...files, vocabulary: '' })).toHaveProperty('error');
  });
});
