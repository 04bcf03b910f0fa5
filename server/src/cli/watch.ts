import { resolve } from 'node:path';
import { watch } from 'chokidar';
import { URI } from 'vscode-uri';
import { Debounce } from '../sync/debounce.js';
import { keyOf } from '../sync/uris.js';

/** Milliseconds from a change until it is taken in: an editor that saves writes more than once. Chosen. */
const patience = 150;

/** Files and folders that are watched. */
export interface Watched {
  /** Watches this place, too. */
  add(place: string): void;
  /** From now on `take` hears which files were touched since it heard last, by URI, one call after the other. */
  tell(take: (touched: readonly string[]) => Promise<void>): void;
  close(): Promise<void>;
}

/** Resolves when it watches, which never ends by itself. What happens before anybody wants to hear of it is not lost. */
export async function watchFiles(places: readonly string[]): Promise<Watched> {
  const watcher = watch([...places], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => /[\\/](?:\.git|node_modules)(?:[\\/]|$)/.test(path),
  });
  const known = new Set(places);
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
    add(place) {
      if (!known.has(place)) watcher.add(place);
      known.add(place);
    },
    tell(whoTakes) {
      take = whoTakes;
      if (touched.size > 0) debounce.soon();
    },
    close: () => watcher.close(),
  };
}

/** A file of the disk, by its path as typed. */
export const uriOf = (path: string): string => keyOf(URI.file(resolve(path)).toString());
