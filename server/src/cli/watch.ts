import { resolve } from 'node:path';
import { watch } from 'chokidar';
import { URI } from 'vscode-uri';
import { Debounce } from '../sync/debounce.js';
import { keyOf } from '../sync/folders.js';

/** Milliseconds from a change until all is read again: an editor that saves writes more than once. Chosen. */
const patience = 150;

/**
 * Calls `again` whenever a file at or under the places whose URI it `heeds` is changed, one call after the other. Resolves when
 * it watches, which never ends by itself.
 */
export async function watchFiles(
  places: readonly string[],
  heeds: (path: string, uri: string) => boolean,
  again: () => Promise<void>,
): Promise<void> {
  const watcher = watch([...places], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => /[\\/](?:\.git|node_modules)(?:[\\/]|$)/.test(path),
  });
  let running: Promise<void> = Promise.resolve();
  const debounce = new Debounce(patience, () => {
    running = running.then(again);
  });
  watcher.on('all', (_, path) => {
    const whole = resolve(path);
    if (heeds(whole, keyOf(URI.file(whole).toString()))) debounce.soon();
  });
  await new Promise<void>((ready) => watcher.on('ready', () => ready()));
}
