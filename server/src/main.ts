import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { clientFiles } from './lsp/clientFiles.js';
import { clientImportDisk } from './lsp/clientImportDisk.js';
import { startServer } from './server.js';
import { readingSettings } from './settings/settings.js';
import { filesByScheme, importsByScheme } from './sync/filesByScheme.js';
import { readByThread } from './sync/node/diskThread.js';
import { importDisk } from './sync/node/importDisk.js';
import { importThread } from './sync/node/importThread.js';
import { judgeCard, startJudge } from './sync/node/judgeThread.js';
import { loadModels } from './sync/node/models.js';
import { nodeFiles } from './sync/node/nodeFiles.js';
import { nodeIndexStore } from './sync/node/nodeIndexStore.js';
import { openSetArchive } from './sync/node/setArchive.js';
import { keepHeapSmall } from './sync/node/smallHeap.js';

keepHeapSmall();
const { tagger, notices } = loadModels();

/** What is stored holds for this very program and these weights. */
const program = (): string => {
  const hash = createHash('sha256').update(readFileSync(__filename));
  if (tagger) hash.update(readFileSync(join(__dirname, 'models', 'tagger.bin')));
  hash.update(judgeCard());
  return hash.digest('hex');
};

// The transport is that of the command line: --node-ipc from our own client, --stdio from other editors.
const connection = createConnection(ProposedFeatures.all);
startServer(connection, {
  files: filesByScheme(readByThread(nodeFiles), clientFiles(connection)),
  readers: (settings) => ({ tagger, settings: readingSettings(settings) }),
  store: (folder, version) => nodeIndexStore(folder, () => `${program()} ${version()}`),
  judge: startJudge,
  importing: { disk: importsByScheme(importDisk, clientImportDisk(connection)), start: () => importThread() },
  archive: openSetArchive,
  notices,
  docs: (rule) => URI.file(join(__dirname, '..', 'docs', 'rules', `${rule}.md`)).toString(),
  delay: 150,
});
