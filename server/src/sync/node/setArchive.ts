import { readFile } from 'node:fs/promises';
import { say } from '../../../../l10n/say.js';
import type { ArchiveWishes } from '../archive.js';
import type { OpenSetArchive } from '../askedArchive.js';
import { archiveBundle } from './archiveBundle.js';

/** Chosen: people pause within a sentence for less, and an archive of ten million articles answers in half a second. */
const wishes: ArchiveWishes = { settle: 1000, patience: 10_000 };

/** Opens the archive that the settings name, with the one bundle that reaches a network. */
export const openSetArchive: OpenSetArchive = async ({ url, name, ca }, credentials) => {
  const certificate = ca.trim() === '' ? null : await certificateIn(ca.trim());
  const { openArchive } = await archiveBundle();
  return openArchive({ url: url.trim(), name: name.trim(), ca: certificate, credentials }, wishes);
};

async function certificateIn(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new Error(say`The file that secondSource.archive.ca names cannot be read.`);
  }
}
