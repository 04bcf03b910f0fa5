import type { Damage } from '../settings/damage.js';
import { shown } from '../sync/uris.js';

/** What is wrong with files that people share, by URI: a sentence each, in order of file. */
export const damageWords = (damages: ReadonlyMap<string, readonly Damage[]>): string[] =>
  [...damages]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([uri, all]) =>
      all.map(({ line, reason }) => `${shown(uri)}:${line + 1}: not read, and left as it is: ${reason}`),
    );
