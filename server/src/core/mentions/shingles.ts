import { join } from '../hash.js';
import type { MentionTable } from './mentionTable.js';

/** Number of words of a mention. */
export const wordCountOf = ({ firstWord }: MentionTable, mention: number): number =>
  firstWord[mention + 1]! - firstWord[mention]!;

/** Hashes of the runs of `length` words of a mention. */
export function shingles({ firstWord, word }: MentionTable, mention: number, length: number): number[] {
  const to = firstWord[mention + 1]!;
  const found: number[] = [];
  for (let i = firstWord[mention]!; i + length <= to; i++) {
    let h = 17;
    for (let k = 0; k < length; k++) h = join(h, word[i + k]!);
    found.push(h);
  }
  return found;
}
