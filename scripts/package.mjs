// Packs what was built into the file people install: node scripts/package.mjs [second-source.vsix]
import { readFileSync, writeFileSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';
import { noticesFor } from './licences.mjs';

writeFileSync('dist/THIRD-PARTY-NOTICES.txt', await noticesFor(JSON.parse(readFileSync('dist/bundled.json', 'utf8'))));

await createVSIX({
  packagePath: process.argv[2] ?? 'second-source.vsix',
  dependencies: false, // all of them are bundled in dist/
  // There is no public repository to name or to point the README's pictures to.
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
