import { digestOf } from '../digest.js';
import type { PackedFacts } from '../facts.js';
import { textIn } from '../keptText.js';
import { none } from './columns.js';
import { type Entry, isArticle } from './entry.js';
import { noOpinions, type PackedOpinions } from './opinions.js';
import type { PackedRows } from './relationTable.js';
import type { SetRelations } from './setRelations.js';

/** What was found out about a file: it holds as long as the file's text has this digest. */
export interface StoredFile {
  readonly file: string;
  readonly digest: string;
  /** `null` for a file that is not an article. */
  readonly facts: PackedFacts | null;
}

/** What one workspace leaves to a later one with the same readers. Nobody changes it. */
export interface Snapshot {
  /** Articles first. */
  readonly files: readonly StoredFile[];
  /** All relations between sets of copies, numbered from 0 as they first come in `files`. */
  readonly relations: PackedRows;
  /** What the judge said of the pairs of sentences that are related. */
  readonly opinions: PackedOpinions;
}

export const emptySnapshot: Snapshot = { files: [], relations: [], opinions: noOpinions };

/** What is known of files now; guests are left out. */
export function snapshotOf(entries: Iterable<Entry>, relations: SetRelations, opinions: PackedOpinions): Snapshot {
  const own = [...entries].filter(({ isGuest }) => !isGuest);
  const articles = own.filter(isArticle);
  // a store that enters the files in this order numbers their sets as they come
  const places = new Map<number, number>();
  for (const { set } of articles) if (!places.has(set.number)) places.set(set.number, places.size);
  return {
    files: [...articles, ...own.filter((entry) => !isArticle(entry))].map(({ file, text, set, storedDigest }) => ({
      file,
      digest: storedDigest ?? digestOf(textIn(text ?? '')),
      facts: set?.facts ?? null,
    })),
    relations: relations.pack((number) => places.get(number) ?? none),
    opinions,
  };
}
