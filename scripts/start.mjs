// A first look: builds and packs the extension, prints what the command line finds in samples/, and says how to see
// it in the editor. npm start; with --built, what was built before is shown
import { spawnSync } from 'node:child_process';

const isBuilt = process.argv.includes('--built');
if (!isBuilt && (node(['esbuild.mjs']) !== 0 || node(['scripts/package.mjs'], 'ignore') !== 0)) process.exit(1);
const status = node(['dist/cli.js', 'check', 'samples']);
if (status > 1) process.exit(status); // 1 says that there are warnings: the samples are there to be marked

console.log(`
See it in VS Code: press F1, run "Extensions: Install from VSIX…" and choose
second-source.vsix in this folder; then run "Second Source: Open the Sample Newsroom".
Your own articles: node dist/cli.js check FOLDER`);

function node(args, stdio = 'inherit') {
  return spawnSync(process.execPath, args, { stdio: ['ignore', stdio, 'inherit'] }).status ?? 1;
}
