import { dirname, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import { URI } from 'vscode-uri';
import { Debounce } from '../sync/debounce.js';
import { keyOf } from '../sync/uris.js';

/** Milliseconds from a change until it is taken in: an editor that saves writes more than once. Chosen. */
const patience = 150;

/** Files and folders that are watched. */
export interface Watched {
  /** From now on `take` hears which files were touched since it heard last, by URI, one call after the other. */
  tell(take: (touched: readonly string[]) => Promise<void>): void;
  close(): Promise<void>;
}

/**
 * Watches some places, and in every folder above them what is called `above`, if it is there or comes: what people said of
 * articles is kept in the nearest folder that has it. Resolves when it watches, which never ends by itself. What happens
 * before anybody wants to hear of it is not lost.
 */
export async function watchFiles(places: readonly string[], above: string): Promise<Watched> {
  const named = places.map((place) => resolve(place));
  const folders = new Set(named.flatMap(foldersAbove));
  const wanted = [...named, ...Array.from(folders, (folder) => resolve(folder, above))];
  const watcher = watch([...named, ...folders], {
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true, // a check tells what it may not read
    ignored: (path) => {
      if (/[\\/](?:\.git|node_modules)(?:[\\/]|$)/.test(path)) return true;
      const found = resolve(path);
      return !folders.has(found) && !wanted.some((place) => found === place || found.startsWith(place + sep));
    },
  });
  let touched = new Set<string>();
  let take: ((touched: readonly string[]) => Promise<void>) | null = null;
  let taken: Promise<void> = Promise.resolve();
  const debounce = new Debounce(patience, () => {
    taken = taken.then(() => {
      const now = [...touched];
      touched = new Set();
      return take?.(now);
    });
  });
  watcher.on('all', (_, path) => {
    touched.add(uriOf(path));
    if (take !== null) debounce.soon();
  });
  await new Promise<void>((ready) => watcher.on('ready', () => ready()));
  return {
    tell(whoTakes) {
      take = whoTakes;
      if (touched.size > 0) debounce.soon();
    },
    close: () => watcher.close(),
  };
}

/** All folders above a place but the root of the disk, where nobody keeps articles. */
function foldersAbove(place: string): string[] {
  const folder = dirname(place);
  return folder === dirname(folder) ? [] : [folder, ...foldersAbove(folder)];
}

/** A file of the disk, by its path as typed. */
export const uriOf = (path: string): string => keyOf(URI.file(resolve(path)).toString());
