import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Given } from '../archive/collection.js';
import type { Batch } from './reader.js';
import type { GivenRead } from './readGiven.js';

/** Texts that a thread is asked to read at a time. */
const atOnce = 16;
/** The engine on the same machine, if it is, needs the rest. */
const mostThreads = 4;

/** Reads articles for an archive in threads: each takes the next few as soon as it has read the last. */
export class ReadingThreads {
  private readonly threads = Array.from(
    { length: Math.min(availableParallelism(), mostThreads) },
    () => new Worker(join(__dirname, 'reader.js')),
  );

  async read(given: readonly Given[]): Promise<readonly GivenRead[]> {
    const found: GivenRead[] = [];
    let next = 0;
    const readShare = async (thread: Worker): Promise<void> => {
      for (let from = next; from < given.length; from = next) {
        next += atOnce;
        thread.postMessage({ given: given.slice(from, from + atOnce) } satisfies Batch);
        const [read] = (await once(thread, 'message')) as [readonly GivenRead[]];
        for (const [at, one] of read.entries()) found[from + at] = one;
      }
    };
    await Promise.all(this.threads.map(readShare));
    return found;
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.terminate()));
  }
}
