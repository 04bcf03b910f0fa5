import { parentPort, workerData } from 'node:worker_threads';
import { type Language, speak } from '../../../../l10n/say.js';
import { type Imported, importFile } from '../../import/importFile.js';
import type { ImportAsked } from '../importer.js';

// why a file is not imported is said to a person
speak(workerData as Language);

parentPort?.on('message', ({ bytes, original }: ImportAsked) => {
  parentPort?.postMessage(importFile(bytes, original) satisfies Imported);
});
