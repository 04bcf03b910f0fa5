// A first look: builds, prints what the command line finds in samples/, and says how to see it in the editor. npm start
import { spawnSync } from 'node:child_process';

const build = node('esbuild.mjs');
if (build !== 0) process.exit(build);
const check = node('dist/cli.js', 'check', 'samples');
if (check > 1) process.exit(check); // 1 says that there are warnings: the samples are there to be marked

console.log(`
The same in the editor:
  open this folder in VS Code and press F5: a second window opens with samples/ and the marks in them;
  or install it:
    npm run package
    code --install-extension second-source.vsix
    code samples
Then open an article, rest the mouse on a mark, and run "Second Source: Show Corroboration" from the palette (F1).`);

function node(...args) {
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}
