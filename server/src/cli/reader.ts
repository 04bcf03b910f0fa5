import { parentPort, workerData } from 'node:worker_threads';
import type { Skipped } from '../core/article/article.js';
import { type Reading, read } from '../core/reading.js';
import type { ReadingSettings } from '../core/settings.js';
import { loadModels } from '../sync/node/models.js';

/** What a thread of its own is asked to read, and what it answers with, in the same order. */
export type Asked = readonly (readonly [file: string, text: string])[];
export type Answered = readonly (Reading | Skipped)[];

const { settings } = workerData as { readonly settings: ReadingSettings };
const readers = { tagger: loadModels().tagger, settings };

parentPort?.on('message', (asked: Asked) => {
  const answered: Answered = asked.map(([file, text]) => read(text, file, readers));
  parentPort?.postMessage(answered);
});
