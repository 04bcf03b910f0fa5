import { parentPort } from 'node:worker_threads';
import type { Given } from '../archive/collection.js';
import { loadModels } from '../sync/node/models.js';
import type { NamedFile } from './named.js';
import { readGiven } from './readGiven.js';
import { readNamed } from './readNamed.js';

/** Files to be read from the disk for a report, or texts for an archive. */
export type Batch = { readonly files: readonly NamedFile[] } | { readonly given: readonly Given[] };

/** A thread of its own that reads batches; it answers in the order in which it is asked. */
const { tagger } = loadModels();

let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (batch: Batch) => {
  last = last.then(async () => {
    const read =
      'given' in batch
        ? batch.given.map((one) => readGiven(one, tagger))
        : await Promise.all(batch.files.map((file) => readNamed(file, tagger)));
    parentPort?.postMessage(read);
  });
});
