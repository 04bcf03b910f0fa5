import { say } from '../../../../l10n/say.js';
import { type Importer, importerIn } from '../importer.js';
import type { ClientWorkers } from './clientWorkers.js';

/**
 * In bytes. A browser sets no limit to what a worker takes, and the page may end with it: the worst files of this size that
 * were tried took 0.8 GB in Node, those of 64 MB all of the gigabyte that a thread may have there.
 */
const largest = 16 << 20;

/** The importer in a web worker. */
export const webImporter = (workers: ClientWorkers): Importer => {
  const refusal = say`It is larger than 16 MB, the most that is imported in a browser. VS Code on a computer takes 64 MB.`;
  return importerIn({ bytes: largest, refusal }, (heard, lost) => {
    const { port, end } = workers.start('importer', (reason) => lost(say`It could not be read: ${reason}`));
    void port.then((opened) => {
      opened.onmessage = ({ data }) => heard(data);
    });
    return { ask: (asked) => void port.then((opened) => opened.postMessage(asked)), end };
  });
};
