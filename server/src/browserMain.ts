import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './server.js';
import { readingSettings } from './settings/settings.js';
import type { Files } from './sync/files.js';

/** A web worker has no disk: the articles are those that are open in the editor. */
const openDocumentsAlone: Files = {
  list: async () => ({ files: [], unread: new Map() }),
  read: async () => null,
  identity: async () => null,
  isFolder: async () => false,
  write: noDisk,
  remove: noDisk,
};

async function noDisk(): Promise<never> {
  throw new Error('this editor runs in a browser and has no disk');
}

const worker = self as DedicatedWorkerGlobalScope;

startServer(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)), {
  files: openDocumentsAlone,
  readers: (settings) => ({ tagger: null, settings: readingSettings(settings) }),
  notices: ['Only open articles are read, and sources are found by rules alone: this editor runs in a browser.'],
  docs: (rule) => new URL(`../docs/rules/${rule}.md`, worker.location.href).href,
  delay: 150,
});
