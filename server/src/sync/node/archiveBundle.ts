import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { language } from '../../../../l10n/say.js';
import type * as Bundle from '../../archive/index.js';

/**
 * What asks a newsroom's archive: a bundle of its own, because it alone reaches a network. Loaded when somebody has set an
 * archive, and never else.
 */
export async function archiveBundle(script = join(__dirname, 'archive.js')): Promise<typeof Bundle> {
  const bundle = (await import(pathToFileURL(script).href)) as typeof Bundle;
  bundle.speak(language());
  return bundle;
}
