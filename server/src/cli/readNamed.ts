import type { Skipped } from '../core/article/article.js';
import type { Tagger } from '../core/attribution/index.js';
import { CopyReader } from '../core/copyReader.js';
import type { Readers, Reading } from '../core/reading.js';
import { type Content, messageOf } from '../sync/files.js';
import { nodeFiles } from '../sync/node/nodeFiles.js';
import { readOnDisk } from '../sync/pendingReads.js';
import type { NamedFile } from './named.js';

/** What is in a file and what it says, or why it was not even read. */
export type Read = (Content & { readonly reading: Reading | Skipped }) | { readonly unread: string };

const copyReader = new CopyReader();

/** Never rejects: one file that cannot be read stops no other. */
export async function readNamed(named: NamedFile, tagger: Tagger | null): Promise<Read> {
  const { path, uri, largest, content } = named;
  const found = content ?? (await readOnDisk(nodeFiles, uri, largest));
  if (found === null) return { unread: 'There is no such file any more, or its name is not UTF-8.' };
  if ('unread' in found) return found;
  try {
    return { ...found, reading: copyReader.read(found.text, path, readersOf(named, tagger)) };
  } catch (error) {
    return { unread: `Second Source failed on this file: ${messageOf(error)}` };
  }
}

/** How a file is read: as its folder says. */
export const readersOf = ({ settings, corrections }: NamedFile, tagger: Tagger | null): Readers => ({
  tagger,
  settings,
  ...(corrections && { corrections }),
});
