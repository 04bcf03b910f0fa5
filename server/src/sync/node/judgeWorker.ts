import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Judge, NoJudge } from '../../judge/judge.js';
import type { Answered, Asked } from '../../judge/messages.js';
import { loadJudge } from '../../judge/onnxJudge.js';

const { folder } = workerData as { readonly folder: string };
const answer = (message: Answered): void => parentPort?.postMessage(message);

const loaded = load();
void loaded.then((judge) => answer('error' in judge ? judge : { version: judge.version }));

parentPort?.on('message', async ({ ask, pairs }: Asked) => {
  const judge = await loaded;
  try {
    if ('error' in judge) throw new Error(judge.error);
    answer({ ask, opinions: await judge.judge(pairs) });
  } catch (error) {
    answer({ ask, failed: error instanceof Error ? error.message : String(error) });
  }
});

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
