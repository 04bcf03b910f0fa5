import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { type Encoded, encode } from './encode.js';
import { type Judge, type NoJudge, type Opinion, opinionKinds, type Pair } from './judge.js';
import { wordPiecesOf } from './wordPieces.js';

/** The files that a judge is made of, as bytes. */
export interface JudgeFiles {
  /** The model, in ONNX. */
  readonly weights: Uint8Array<ArrayBuffer>;
  /** What was said of it when it was made: see `Card`. */
  readonly card: string;
  readonly vocabulary: string;
  /** The runtime: ort-wasm-simd-threaded.wasm of onnxruntime-web. */
  readonly runtime: Uint8Array<ArrayBuffer>;
}

/** models/judge.json, written when the weights are. */
interface Card {
  readonly sha256: string;
  /** Logits are divided by it: so that of pairs called 80 % the same, 80 % are. */
  readonly temperature: number;
}

/** Reads with onnxruntime-web. Never throws: damaged or missing weights are told in words. */
export async function loadJudge(files: JudgeFiles): Promise<Judge | NoJudge> {
  try {
    const card = cardOf(files.card);
    if (card === null) return { error: 'The judge’s description cannot be read' };
    if ((await sha256(files.weights)) !== card.sha256) return { error: 'The judge’s weights file is damaged' };
    const wordPieces = wordPiecesOf(files.vocabulary);
    if ('error' in wordPieces) return { error: `The judge’s weights cannot be used: ${wordPieces.error}` };
    env.wasm.numThreads = 1;
    env.wasm.wasmBinary = files.runtime;
    const session = await InferenceSession.create(files.weights, { executionProviders: ['wasm'] });
    return {
      version: card.sha256.slice(0, 16),
      async judge(pairs: readonly Pair[]): Promise<readonly Opinion[]> {
        const found: Opinion[] = [];
        for (const pair of pairs) found.push(opinionOf(await ask(session, encode(pair, wordPieces)), card.temperature));
        return found;
      },
    };
  } catch (error) {
    return { error: `The judge cannot be loaded: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/**
 * A pair by itself: the model's numbers are rounded to a scale of all that is read in one go, so beside other pairs the
 * same pair would get another opinion (by 0.12 at most). Several in one go are no faster.
 */
async function ask(session: InferenceSession, { words, types }: Encoded): Promise<Float32Array> {
  const shape = [1, words.length];
  const { logits } = await session.run({
    words: new Tensor('int64', BigInt64Array.from(words, BigInt), shape),
    types: new Tensor('int64', BigInt64Array.from(types, BigInt), shape),
  });
  return logits?.data as Float32Array;
}

function opinionOf(logits: Float32Array, temperature: number): Opinion {
  const scaled = opinionKinds.map((_, k) => (logits[k] as number) / temperature);
  const most = Math.max(...scaled);
  const parts = scaled.map((value) => Math.exp(value - most));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const [same, conflict, neither] = parts.map((value) => value / whole) as [number, number, number];
  return { same, conflict, neither };
}

function cardOf(json: string): Card | null {
  const card = JSON.parse(json) as Partial<Card>;
  return typeof card.sha256 === 'string' && typeof card.temperature === 'number' && card.temperature > 0
    ? { sha256: card.sha256, temperature: card.temperature }
    : null;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
