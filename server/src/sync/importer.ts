import { say } from '../../../l10n/say.js';
import type { Imported } from '../import/importFile.js';

export interface ImportAsked {
  readonly bytes: Uint8Array;
  readonly original: string;
}

/** The largest file that is imported, and what is said of one that is larger. */
interface ImportLimit {
  readonly bytes: number;
  readonly refusal: string;
}

/** Makes articles of the bytes of one file after another. */
export interface Importer {
  readonly limit: ImportLimit;
  import(bytes: Uint8Array, original: string): Promise<Imported>;
  close(): void;
}

/** A thread of a machine, or a worker of a browser, that reads pages. */
export interface ImportThread {
  ask(asked: ImportAsked): void;
  end(): void;
}

/** Milliseconds; a page of news takes a hundredth of it. Chosen. */
const patience = 30_000;

/**
 * A thread of its own for saved pages, started with the first of them: they are as large and as hostile as they like, and one
 * that takes too long or too much memory ends with its thread, and nothing else does. One file at a time. `start` is told how
 * an answer is heard, and how it is said that the thread is gone.
 */
export function importerIn(
  limit: ImportLimit,
  start: (heard: (found: Imported) => void, lost: (refused: string) => void) => ImportThread,
): Importer {
  let thread: ImportThread | null = null;
  let answer: (found: Imported) => void = () => undefined;
  const close = (): void => {
    thread?.end();
    thread = null;
  };
  /** The answer for a file whose thread is of no use any more. */
  const giveUp = (refused: string): void => {
    close();
    answer({ refused });
  };
  const open = (): ImportThread => {
    const ifCurrent =
      <T>(act: (told: T) => void) =>
      (told: T): void => {
        if (opened === thread) act(told);
      };
    const opened = start(
      ifCurrent((found) => answer(found)),
      ifCurrent(giveUp),
    );
    return opened;
  };
  return {
    limit,
    close,
    import(bytes, original) {
      thread ??= open();
      const running = thread;
      return new Promise<Imported>((resolve) => {
        const timer = setTimeout(() => giveUp(say`It took longer than ${patience / 1000} seconds to read.`), patience);
        answer = (found) => {
          clearTimeout(timer);
          resolve(found);
        };
        running.ask({ bytes, original });
      });
    },
  };
}
