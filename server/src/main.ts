import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { loadModels } from './models.js';
import { nodeFiles } from './nodeFiles.js';
import { startServer } from './server.js';
import { readingSettings } from './settings.js';

const { tagger, notices } = loadModels();

// The transport is that of the command line: --node-ipc from our own client, --stdio from other editors.
startServer(createConnection(ProposedFeatures.all), {
  files: nodeFiles,
  readers: (settings) => ({ tagger, settings: readingSettings(settings) }),
  notices,
  docs: (rule) => URI.file(join(__dirname, '..', 'docs', 'rules', `${rule}.md`)).toString(),
  delay: 150,
});
