import { join } from 'node:path';
import type { Readers } from '../server/src/core/reading.js';
import { rulesOnly } from '../server/src/core/reading.js';
import { loadModels } from '../server/src/sync/node/models.js';

/**
 * What reads the articles of fixtures and sessions. They run twice (vitest.config.mts): by rules alone, as where the
 * weights are missing, and with the tagger, as people have it.
 */
export const testReaders: Readers = process.env.TEST_WITH_TAGGER ? withTagger() : rulesOnly;

function withTagger(): Readers {
  const { tagger, notices } = loadModels(join(__dirname, '..', 'models'));
  if (tagger === null) throw new Error(notices.join('\n'));
  return { ...rulesOnly, tagger };
}
