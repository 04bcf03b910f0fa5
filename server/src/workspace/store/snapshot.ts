import type { PackedFacts } from '../facts.js';
import { none } from './columns.js';
import { type Entry, isArticle } from './entry.js';
import type { RelatedSets } from './relatedSets.js';
import type { PackedRows } from './relationTable.js';

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
}

export const emptySnapshot: Snapshot = { files: [], relations: new Int32Array(0) };

/** What is known of files now; guests are left out. */
export function snapshotOf(entries: Iterable<Entry>, related: RelatedSets): Snapshot {
  const own = [...entries].filter(({ isGuest }) => !isGuest);
  const articles = own.filter(isArticle);
  // a store that enters the files in this order numbers their sets as they come
  const places = new Map<number, number>();
  for (const { set } of articles) if (!places.has(set.number)) places.set(set.number, places.size);
  return {
    files: [...articles, ...own.filter((entry) => !isArticle(entry))].map(({ file, text, set, storedDigest }) => ({
      file,
      digest: storedDigest ?? digestOf(text ?? ''),
      facts: set?.facts ?? null,
    })),
    relations: related.pack((number) => places.get(number) ?? none),
  };
}

/** Tells texts apart: 53 bits (cyrb53, two multiply-xor mixes of 32 bits) and the length. Not for secrets. */
export function digestOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `${text.length}-${(4294967296 * (b & 0x1fffff) + (a >>> 0)).toString(36)}`;
}
