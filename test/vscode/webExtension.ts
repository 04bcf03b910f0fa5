/// <reference lib="dom" />
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Server } from './server.js';

/** Where the page finds the extension’s files. */
const prefix = '/second-source-extension';

/**
 * Makes the workbench load an unpacked extension from http, as vscode.dev does, so that its `browser` entry runs in the
 * extension host of the browser: an extension of the server’s machine would run there.
 */
export async function loadWebExtension(page: Page, server: Server, folder: string): Promise<void> {
  await page.route(
    ({ pathname }) => pathname.startsWith(`${prefix}/`),
    (route) => {
      const path = join(folder, decodeURIComponent(new URL(route.request().url()).pathname.slice(prefix.length)));
      return existsSync(path) && statSync(path).isFile()
        ? route.fulfill({ path })
        : route.fulfill({ status: 404, body: 'There is no such file.' });
    },
  );
  const extension = { scheme: 'http', authority: `127.0.0.1:${server.port}`, path: prefix };
  // in the page and not in the response: Chromium lets no document that a route has answered open a socket to this machine
  await page.addInitScript(
    (extensions) => {
      new MutationObserver((_, observer) => {
        const meta = document.getElementById('vscode-workbench-web-configuration');
        if (meta === null) return;
        observer.disconnect();
        const configuration = JSON.parse(meta.dataset.settings ?? '{}');
        configuration.developmentOptions = { ...configuration.developmentOptions, extensions };
        meta.dataset.settings = JSON.stringify(configuration);
      }).observe(document, { childList: true, subtree: true });
    },
    [extension],
  );
}
