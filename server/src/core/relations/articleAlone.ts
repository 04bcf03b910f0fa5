import { type Dead, deadOf } from '../mentions/dead.js';
import type { MentionTable } from '../mentions/mentionTable.js';

/** What is made of an article whatever the other is: one that is edited is compared with hundreds. */
export interface ArticleAlone {
  readonly mentions: MentionTable;
  readonly dead: ReadonlyMap<number, Dead>;
  /** By mention, hashes of its runs of five words, in order; made when first asked for. */
  readonly fiveGrams: (Int32Array | undefined)[];
}

export const articleAlone = (mentions: MentionTable): ArticleAlone => ({
  mentions,
  dead: deadOf(mentions),
  fiveGrams: [],
});
