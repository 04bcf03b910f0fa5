import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { language, say } from '../../../../l10n/say.js';
import { type Importer, importerIn } from '../importer.js';

/** In bytes: a page saved with all its pictures takes that much. Chosen. */
const largest = 64 << 20;

/** The importer in a thread of Node, with a limit to its memory. */
export const importThread = (script = join(__dirname, 'importer.js')): Importer =>
  importerIn({ bytes: largest, refusal: say`It is larger than 64 MB, the most that is imported.` }, (heard, lost) => {
    const worker = new Worker(script, { workerData: language(), resourceLimits: { maxOldGenerationSizeMb: 1024 } });
    worker.on('message', heard);
    worker.on('error', ({ message, code }: Error & { code?: string }) =>
      lost(
        code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? say`It takes too much memory to read.`
          : say`It could not be read: ${message}`,
      ),
    );
    worker.on('exit', () => lost(say`It could not be read: its thread ended.`));
    return {
      ask: (asked) => worker.postMessage(asked),
      end: () => void worker.terminate(),
    };
  });
