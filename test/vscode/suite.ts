// The suite in the extension host of VS Code's server build: node scripts/run.mjs test/vscode/suite.ts
import { openBrowser } from './browser.js';
import { bundledSuite, runSuite } from './extensionHost.js';
import { conclude } from './outcome.js';
import { packagedExtension, unpack } from './package.js';
import { articles, makeProfile } from './profile.js';
import { startServer, vscodeBuild } from './server.js';
import { addressOf } from './workbench.js';

void conclude('extension-host', async () => {
  const vsix = packagedExtension();
  const build = vscodeBuild();
  const suite = await bundledSuite();
  const profile = makeProfile(articles);
  const extension = unpack(vsix, profile.folder);
  const browser = await openBrowser();
  const outcome = await runSuite(profile, async (env) => {
    // A built VS Code loads a suite only with this driver switched on.
    const server = await startServer(build, profile, { args: ['--enable-smoke-test-driver'], env });
    try {
      const page = await browser.newPage();
      const ended = new Promise<void>((resolve, reject) => {
        page.once('crash', () => reject(new Error('The page crashed.')));
        setTimeout(() => reject(new Error('The suite did not end in 300 s.')), 300_000).unref();
        page.exposeFunction('codeAutomationExit', () => resolve()).catch(reject);
      });
      const remote = (path: string) => `vscode-remote://127.0.0.1:${server.port}${path}`;
      const payload: [string, string][] = [
        ['extensionDevelopmentPath', remote(extension)],
        ['extensionTestsPath', remote(suite)],
      ];
      await page.goto(addressOf(server, profile, payload));
      await ended;
    } finally {
      await server.stop();
    }
  });
  await browser.close();
  profile.remove();
  return outcome;
});
