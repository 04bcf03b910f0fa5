import { type Compared, compareTolls } from '../casualties/comparison.js';
import type { Count } from '../casualties/count.js';
import type { MentionTable } from '../mentions/mentionTable.js';

const none: readonly Count[] = [];

/** The figures of mention i of a and j of b as far as they can be compared. */
export const tollsOf = (a: MentionTable, i: number, b: MentionTable, j: number): readonly Compared[] =>
  compareTolls(a.counts.get(i) ?? none, b.counts.get(j) ?? none, a.day - b.day);
