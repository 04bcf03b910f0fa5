import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { WorkerStart } from '../../protocol/src/index.js';
import { loadTagger } from './core/attribution/index.js';
import { judgeAt } from './judge/portJudge.js';
import { clientFiles } from './lsp/clientFiles.js';
import { startServer } from './server.js';
import { readingSettings } from './settings/settings.js';

const worker = self as DedicatedWorkerGlobalScope;

/** A web worker has no disk: the first message brings the weights, and files are those of the editor. */
worker.addEventListener(
  'message',
  ({ data, ports: [judge] }: MessageEvent<WorkerStart>) => {
    const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
    const tagger = loadTagger(data.tagger);
    startServer(connection, {
      files: clientFiles(connection),
      readers: (settings) => ({ tagger: 'error' in tagger ? null : tagger, settings: readingSettings(settings) }),
      ...(judge && { judge: () => judgeAt(judge) }),
      notices: 'error' in tagger ? [`Sources are found by rules alone: ${tagger.error}`] : [],
      docs: (rule) => `${data.extension}/docs/rules/${rule}.md`,
      delay: 150,
    });
  },
  { once: true },
);
