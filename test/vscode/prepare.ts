// Installs what the tests in VS Code need and this machine lacks, and says how much that is before it does:
// node scripts/run.mjs test/vscode/prepare.ts
import { findBrowser } from './browser.js';
import { Unavailable } from './lockedInstall.js';
import { vscodeBuild } from './server.js';

async function main(): Promise<void> {
  try {
    vscodeBuild();
    console.log(`VS Code and a browser are there: ${await findBrowser()}`);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.log(`${error.message}\nThe tests that need it say so again.`);
  }
}

void main();
