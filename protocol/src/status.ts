import type { ArchiveView } from './archive.js';
import type { Label } from './escaped.js';
import type { NotificationName, RequestName } from './names.js';

/** How the index stands, for the status item. */
export interface IndexStatus {
  readonly articles: number;
  readonly skipped: number;
  /** Files read so far and in all while the index is being built, else `null`. */
  readonly indexing: { readonly done: number; readonly total: number } | null;
  /** Whether claims are being compared: more may be marked when it is done. */
  readonly comparing: boolean;
  /** `null` where no archive is set. */
  readonly archive: ArchiveView | null;
  /** What a person should know and may act on, each a sentence: a limit that was met, weights that are missing. */
  readonly notices: readonly Label[];
}

/** What is found in an article, as the settings let it stand. */
export interface Summary {
  /** Whether anything is shown of it at all. */
  readonly isOn: boolean;
  /** The level of reading, as the setting names it. */
  readonly reading: string;
  /** Places that are marked at that level. */
  readonly marked: number;
  /** Findings that no mark stands on the words of. */
  readonly unmarked: number;
  /** *3 to question · 2 unnamed sources · 1 contested*; at any level the same. */
  readonly words: Label;
}

/** What the server makes of one file. */
export type FileStatus =
  | {
      readonly kind: 'article';
      readonly title: Label;
      readonly outlet: Label | null;
      /** Two of them where the file gives two. */
      readonly date: Label | null;
      /** How much of the file stands around the article; '' for nothing. */
      readonly leftOut: Label;
      readonly summary: Summary;
    }
  | { readonly kind: 'skipped'; readonly reason: Label }
  | { readonly kind: 'unknown' };

/** How many findings there are after every article was checked. */
export interface CheckAllResult {
  readonly articles: number;
  readonly findings: number;
}

/** Server to client: the index has moved on. */
export const statusChanged: NotificationName<IndexStatus> = { method: 'secondSource/status' };

/** Server to client: what these files share with others has changed; an open panel should ask again. */
export const referencesChanged: NotificationName<{ readonly uris: readonly string[] }> = {
  method: 'secondSource/referencesChanged',
};

/** What the server makes of one file, and why. */
export const fileStatus: RequestName<{ readonly uri: string }, FileStatus> = { method: 'secondSource/fileStatus' };

/** Shows the findings of all articles, open or not, until `only open` is asked for again. */
export const checkAll: RequestName<{ readonly onlyOpen: boolean }, CheckAllResult> = {
  method: 'secondSource/checkAll',
};

/** Forgets everything and reads all folders anew; answers when the index is complete. */
export const rebuildIndex: RequestName<null, IndexStatus> = { method: 'secondSource/rebuildIndex' };
