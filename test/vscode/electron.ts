// The same suite in the desktop's VS Code: node scripts/run.mjs test/vscode/electron.ts
// VSCODE_EXECUTABLE_PATH names an installed VS Code; without it @vscode/test-electron downloads one.
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { bundledSuite, runSuite } from './extensionHost.js';
import { cacheFolder, Unavailable } from './lockedInstall.js';
import { conclude } from './outcome.js';
import { packagedExtension, unpack } from './package.js';
import { articles, makeProfile } from './profile.js';

void conclude('extension-host', async () => {
  const vsix = packagedExtension();
  const vscodeExecutablePath = process.env.VSCODE_EXECUTABLE_PATH ?? (await downloadedVSCode());
  const extensionTestsPath = await bundledSuite();
  const profile = makeProfile(articles);
  const outcome = await runSuite(profile, async (extensionTestsEnv) => {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: unpack(vsix, profile.folder),
      extensionTestsPath,
      extensionTestsEnv,
      launchArgs: [
        profile.workspace,
        ...['--user-data-dir', profile.userData, '--extensions-dir', profile.extensions],
        ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--disable-updates'],
      ],
    });
  });
  profile.remove();
  return outcome;
});

async function downloadedVSCode(): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: join(cacheFolder(), 'desktop') });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unavailable(
      `VS Code could not be downloaded; set VSCODE_EXECUTABLE_PATH to an installed one.\n${reason}`,
    );
  }
}
