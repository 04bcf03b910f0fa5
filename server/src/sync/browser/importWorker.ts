import { speak } from '../../../../l10n/say.js';
import type { ImporterStart } from '../../../../protocol/src/index.js';
import { type Imported, importFile } from '../../import/importFile.js';
import type { ImportAsked } from '../importer.js';
import { stayAlive } from './alive.js';

/** The importer in a web worker: the first message brings the port on which it is asked. */
self.addEventListener(
  'message',
  ({ data, ports: [port] }: MessageEvent<ImporterStart>) => {
    if (port === undefined) return;
    // why a file is not imported is said to a person
    speak(data.language);
    stayAlive(data);
    port.onmessage = ({ data: { bytes, original } }: MessageEvent<ImportAsked>) =>
      port.postMessage(importFile(bytes, original) satisfies Imported);
  },
  { once: true },
);
