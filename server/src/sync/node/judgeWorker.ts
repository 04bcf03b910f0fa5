import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { answering } from '../../judge/answering.js';
import type { Judge, NoJudge } from '../../judge/judge.js';
import { loadJudge } from '../../judge/onnxJudge.js';

const { folder } = workerData as { readonly folder: string };

parentPort?.on(
  'message',
  answering(load(), (message) => parentPort?.postMessage(message)),
);

async function load(): Promise<Judge | NoJudge> {
  try {
    const bytes = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(folder, name)));
    const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
    return await loadJudge({
      weights: bytes('judge.onnx'),
      card: text('judge.json'),
      vocabulary: text('judge.vocabulary.txt'),
      runtime: bytes('judge.wasm'),
    });
  } catch (error) {
    return { error: `The judge’s files cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}
