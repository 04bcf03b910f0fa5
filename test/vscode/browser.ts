import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { lockedInstall, Unavailable } from './lockedInstall.js';

const { ProgramFiles = 'C:\\Program Files', 'ProgramFiles(x86)': x86 = 'C:\\Program Files (x86)' } = process.env;
const installed: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: [
    join(ProgramFiles, 'Google/Chrome/Application/chrome.exe'),
    join(x86, 'Google/Chrome/Application/chrome.exe'),
    join(x86, 'Microsoft/Edge/Application/msedge.exe'),
  ],
};

/**
 * A browser of the Chromium family: the one CHROMIUM names, an installed one, or one from npm (linux-x64 alone).
 * Throws Unavailable with what to install.
 */
export async function findBrowser(): Promise<string> {
  const chosen = process.env.CHROMIUM;
  if (chosen && !existsSync(chosen)) throw new Unavailable(`CHROMIUM names ${chosen}, and there is no such file.`);
  const found = chosen || installed[process.platform]?.find((path) => existsSync(path));
  return found ?? (await packagedChromium());
}

async function packagedChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Unavailable('No browser found. Install Chrome, Chromium or Edge, or set CHROMIUM to the path of one.');
  const folder = lockedInstall('Chromium (about 70 MB)', join('test', 'vscode', 'chromium'));
  const main = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium');
  const packaged: { default: { executablePath(): Promise<string> } } = await import(pathToFileURL(main).href);
  return packaged.default.executablePath();
}

/** Starts a headless browser that can reach this machine alone. Throws Unavailable where there is none that starts. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  const offline = [
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ];
  try {
    // Inside containers Chromium's own sandbox has no rights to start; it meets only our pages here.
    return await chromium.launch({ executablePath, args: ['--no-sandbox', ...args, ...offline] });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unavailable(
      `${executablePath} does not start. Install Chromium (on Debian: apt-get install chromium) or set CHROMIUM.\n${reason}`,
    );
  }
}
