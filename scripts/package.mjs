// Packs what was built into the file people install: node scripts/package.mjs [second-source.vsix]
import { createVSIX } from '@vscode/vsce';

await createVSIX({
  packagePath: process.argv[2] ?? 'second-source.vsix',
  dependencies: false, // all of them are bundled in dist/
  // There is no public repository to name or to point the README's pictures to.
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
