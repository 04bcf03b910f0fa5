import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Content, Files } from '../files.js';

export interface Asked {
  readonly file: string;
  readonly largest: number;
}

/** What `Files.read` answers, or why it rejects. */
export type Answer = Content | number | null | { readonly failed: string };

interface Question extends Asked {
  readonly resolve: (found: Content | number | null) => void;
  readonly reject: (error: unknown) => void;
}

/** So many files of one folder asked for at once are read by the thread. Chosen: it takes as long to start as to read hundreds. */
const many = 8;
/** Milliseconds after which a thread that nobody asks ends: it takes memory. Chosen. */
const idle = 10_000;

/**
 * The same files, but where one folder is read by the thousand, a thread reads them: it waits for the disk, file by file,
 * while this one takes in what was read before. Of several folders the thread reads none: a disk that does not answer would
 * hold up the others. Where it cannot be started all are read as before.
 */
export function readByThread(files: Files, script = join(__dirname, 'disk.js')): Files {
  const thread = new DiskThread(files, script);
  return {
    ...files,
    read: (file, largest, alone) => (alone ? thread.read(file, largest) : files.read(file, largest)),
  };
}

class DiskThread {
  /** Questions that the thread has not been sent yet. */
  private waiting: Question[] = [];
  /** What the thread was asked, in the order in which it answers. */
  private readonly asked: Question[][] = [];
  private worker: Worker | null = null;
  private ends: NodeJS.Timeout | null = null;
  private isLost = false;

  constructor(
    private readonly files: Files,
    private readonly script: string,
  ) {}

  read(file: string, largest: number): Promise<Content | number | null> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => this.ask());
      this.waiting.push({ file, largest, resolve, reject });
    });
  }

  private ask(): void {
    const { waiting } = this;
    this.waiting = [];
    if (this.isLost || waiting.length < many) this.readHere(waiting);
    else {
      this.worker ??= this.start();
      this.worker.ref();
      this.asked.push(waiting);
      this.worker.postMessage(waiting.map(({ file, largest }): Asked => ({ file, largest })));
    }
  }

  private readHere(questions: readonly Question[]): void {
    for (const { file, largest, resolve, reject } of questions) this.files.read(file, largest).then(resolve, reject);
  }

  private start(): Worker {
    const worker = new Worker(this.script, { resourceLimits: { maxYoungGenerationSizeMb: 4 } });
    worker.on('message', (answers: readonly Answer[]) => this.hear(answers));
    worker.on('error', () => this.lose());
    worker.on('exit', () => {
      if (this.worker === worker) this.lose();
    });
    return worker;
  }

  private hear(answers: readonly Answer[]): void {
    for (const [k, { resolve, reject }] of this.asked.shift()!.entries()) {
      const found = answers[k]!;
      if (found !== null && typeof found === 'object' && 'failed' in found) reject(new Error(found.failed));
      else resolve(found);
    }
    if (this.asked.length === 0) this.worker?.unref();
    this.ends ??= setTimeout(() => this.end(), idle).unref();
    this.ends.refresh();
  }

  private end(): void {
    const { worker } = this;
    if (this.asked.length > 0 || worker === null) return; // the next answer asks again
    this.worker = null;
    void worker.terminate();
  }

  private lose(): void {
    this.isLost = true;
    for (const questions of this.asked.splice(0)) this.readHere(questions);
  }
}
