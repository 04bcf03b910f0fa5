import { say } from '../../../../l10n/say.js';
import { type Importer, importerIn } from '../importer.js';
import type { ClientWorkers } from './clientWorkers.js';

/** The importer in a web worker. */
export const webImporter = (workers: ClientWorkers): Importer =>
  importerIn((heard, lost) => {
    const { port, end } = workers.start('importer', (reason) => lost(say`It could not be read: ${reason}`));
    void port.then((opened) => {
      opened.onmessage = ({ data }) => heard(data);
    });
    return { ask: (asked) => void port.then((opened) => opened.postMessage(asked)), end };
  });
