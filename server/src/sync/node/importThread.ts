import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { language, say } from '../../../../l10n/say.js';
import type { Imported } from '../../import/importFile.js';

export interface ImportAsked {
  readonly bytes: Uint8Array;
  readonly original: string;
}

/** Makes articles of the bytes of one file after another. */
export interface Importer {
  import(bytes: Uint8Array, original: string): Promise<Imported>;
  close(): void;
}

/** Milliseconds; a page of news takes a hundredth of it. Chosen. */
const patience = 30_000;

/**
 * A thread of its own for saved pages, loaded with the first of them: they are as large and as hostile as they like, and one that
 * takes too long or too much memory ends with its thread, and nothing else does. One file at a time.
 */
export function importThread(script = join(__dirname, 'importer.js')): Importer {
  let worker: Worker | null = null;
  let answer: (found: Imported) => void = () => undefined;
  const close = (): void => {
    const ended = worker;
    worker = null;
    void ended?.terminate();
  };
  /** The answer for a file whose thread is of no use any more. */
  const giveUp = (refused: string): void => {
    close();
    answer({ refused });
  };
  const open = (): Worker => {
    const opened = new Worker(script, { workerData: language(), resourceLimits: { maxOldGenerationSizeMb: 1024 } });
    const ifCurrent = (act: () => void): void => {
      if (opened === worker) act();
    };
    opened.on('message', (found: Imported) => ifCurrent(() => answer(found)));
    opened.on('error', ({ message, code }: Error & { code?: string }) => {
      const reason =
        code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? say`It takes too much memory to read.`
          : say`It could not be read: ${message}`;
      ifCurrent(() => giveUp(reason));
    });
    opened.on('exit', () => ifCurrent(() => giveUp(say`It could not be read: its thread ended.`)));
    return opened;
  };
  return {
    close,
    import(bytes, original) {
      worker ??= open();
      const running = worker;
      return new Promise<Imported>((resolve) => {
        const timer = setTimeout(() => giveUp(say`It took longer than ${patience / 1000} seconds to read.`), patience);
        answer = (found) => {
          clearTimeout(timer);
          resolve(found);
        };
        running.postMessage({ bytes, original } satisfies ImportAsked);
      });
    },
  };
}
