import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { WorkerStart } from '../../protocol/src/index.js';
import { loadTagger } from './core/attribution/index.js';
import { clientFiles } from './lsp/clientFiles.js';
import { clientImportDisk } from './lsp/clientImportDisk.js';
import { startServer } from './server.js';
import { readingSettings } from './settings/settings.js';
import { ClientWorkers } from './sync/browser/clientWorkers.js';
import { webImporter } from './sync/browser/webImporter.js';
import { webIndexStore } from './sync/browser/webIndexStore.js';
import { judgeIn } from './sync/browser/webJudge.js';

const worker = self as DedicatedWorkerGlobalScope;

/** A web worker has no disk: the first message brings the weights, and files are those of the editor. */
worker.addEventListener(
  'message',
  ({ data, ports: [client] }: MessageEvent<WorkerStart>) => {
    const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
    const tagger = loadTagger(data.tagger);
    const workers = client && new ClientWorkers(client);
    startServer(connection, {
      files: clientFiles(connection),
      readers: (settings) => ({ tagger: 'error' in tagger ? null : tagger, settings: readingSettings(settings) }),
      ...(workers && {
        judge: () => judgeIn((onLost) => workers.start('judge', onLost)),
        importing: { disk: clientImportDisk(connection), start: () => webImporter(workers) },
      }),
      store: (place, version) => webIndexStore(place, () => `${data.program} ${version()}`),
      notices: 'error' in tagger ? [`Sources are found by rules alone: ${tagger.error}`] : [],
      docs: (rule) => `${data.extension}/docs/rules/${rule}.md`,
      delay: 150,
    });
  },
  { once: true },
);
