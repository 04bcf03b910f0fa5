import type { MentionTable } from '../mentions/mentionTable.js';

/** An article as far as a relation quotes it. */
export interface Quoted {
  readonly mentions: MentionTable;
  /** The words of a mention. */
  sentence(mention: number): string;
}
