import { parentPort } from 'node:worker_threads';
import { loadModels } from '../sync/node/models.js';
import type { NamedFile } from './named.js';
import { readNamed } from './readNamed.js';

/** A thread of its own that reads batches of files; it answers in the order in which it is asked. */
const { tagger } = loadModels();

let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (files: readonly NamedFile[]) => {
  last = last.then(async () => {
    parentPort?.postMessage(await Promise.all(files.map((file) => readNamed(file, tagger))));
  });
});
