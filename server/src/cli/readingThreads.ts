import { on } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Given } from '../archive/collection.js';
import { hurry } from './hurry.js';
import type { Batch } from './reader.js';
import type { GivenRead } from './readGiven.js';

/** Texts that a thread is given at a time. */
const atOnce = 16;
/** The engine on the same machine, if it is, needs the rest. */
const mostThreads = 4;

/** Reads articles for an archive in threads: whoever has least to do is given the next few. */
export class ReadingThreads {
  private readonly threads = Array.from(
    { length: Math.min(availableParallelism(), mostThreads) },
    () => new ReadingThread(),
  );

  async read(given: readonly Given[]): Promise<readonly GivenRead[]> {
    const shares: Promise<readonly GivenRead[]>[] = [];
    for (let from = 0; from < given.length; from += atOnce) {
      const least = this.threads.reduce((one, other) => (other.waiting < one.waiting ? other : one));
      shares.push(least.read(given.slice(from, from + atOnce)));
    }
    return (await Promise.all(shares)).flat();
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }
}

/** A thread that answers in the order in which it is asked, and need not wait for the next question. */
class ReadingThread {
  /** Shares that it was given and has not read yet. */
  waiting = 0;
  private readonly worker = new Worker(join(__dirname, 'reader.js'));
  private readonly answers = on(this.worker, 'message');

  constructor() {
    this.worker.once('online', hurry);
  }

  async read(given: readonly Given[]): Promise<readonly GivenRead[]> {
    this.waiting++;
    this.worker.postMessage({ given } satisfies Batch);
    const { value } = await this.answers.next();
    this.waiting--;
    const [read] = value as [readonly GivenRead[]];
    return read;
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
