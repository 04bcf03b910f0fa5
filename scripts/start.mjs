// A first look: builds and packs the extension, prints what the command line finds in samples/, and says how to see
// it in the editor. npm start
import { spawnSync } from 'node:child_process';

if (node(['esbuild.mjs']) !== 0 || node(['scripts/package.mjs'], 'ignore') !== 0) process.exit(1);
const status = node(['dist/cli.js', 'check', 'samples']);
if (status > 1) process.exit(status); // 1 says that there are warnings: the samples are there to be marked

console.log(`
In VS Code: run "Extensions: Install from VSIX…" (F1), choose second-source.vsix in this folder, then run
"Second Source: Open the Sample Newsroom".`);

function node(args, stdio = 'inherit') {
  return spawnSync(process.execPath, args, { stdio: ['ignore', stdio, 'inherit'] }).status ?? 1;
}
