// A first look: builds and packs the extension, prints what the command line finds in one of samples/, and says how to see
// it in the editor. npm start
import { spawnSync } from 'node:child_process';

const article = 'samples/northwire-sarvino-market.txt';

if (node(['esbuild.mjs']) !== 0 || node(['scripts/package.mjs'], 'ignore') !== 0) process.exit(1);
const { status, stdout } = spawnSync(process.execPath, ['dist/cli.js', 'check', '--reading', 'essential', 'samples'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
if (status > 1) process.exit(status); // 1 says that there are warnings: the samples are there to be marked

// one article and the totals, so that it fits a screen
const parts = stdout.trim().split('\n\n');
console.log(parts.filter((part) => part.startsWith(article) || part === parts.at(-1)).join('\n\n'));
console.log(`
All of it: node dist/cli.js check samples

In VS Code: run "Extensions: Install from VSIX…" (F1), choose second-source.vsix in this folder, then run
"Second Source: Open the Sample Newsroom".`);

function node(args, stdio = 'inherit') {
  return spawnSync(process.execPath, args, { stdio: ['ignore', stdio, 'inherit'] }).status ?? 1;
}
