import { parentPort } from 'node:worker_threads';
import { type Imported, importFile } from '../../import/importFile.js';
import type { ImportAsked } from './importThread.js';

parentPort?.on('message', ({ bytes, original }: ImportAsked) => {
  parentPort?.postMessage(importFile(bytes, original) satisfies Imported);
});
