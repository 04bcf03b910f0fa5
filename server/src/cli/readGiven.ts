import type { Given } from '../archive/collection.js';
import type { Corrections } from '../core/article/corrections.js';
import type { Tagger } from '../core/attribution/index.js';
import { read } from '../core/reading.js';
import type { ReadingSettings } from '../core/readingSettings.js';
import { messageOf } from '../sync/files.js';
import { factsOf, type PackedFacts } from '../workspace/facts.js';

/** What an article is read with besides the program and its weights, as it is kept in an archive: as JSON. */
export interface KeptSettings {
  readonly settings: ReadingSettings;
  readonly corrections: Corrections | null;
}

/** What an article says, as an archive keeps it, or why it is none. */
export type GivenRead = PackedFacts | { readonly skipped: string };

/** Never throws: one article that cannot be read stops no other. */
export function readGiven({ path, text, settings: kept }: Given, tagger: Tagger | null): GivenRead {
  const { settings, corrections } = JSON.parse(kept) as KeptSettings;
  try {
    const reading = read(text, path, { tagger, settings, ...(corrections && { corrections }) });
    return 'skipped' in reading ? reading : (factsOf(reading) as PackedFacts);
  } catch (error) {
    return { skipped: `Second Source failed on this file: ${messageOf(error)}` };
  }
}
