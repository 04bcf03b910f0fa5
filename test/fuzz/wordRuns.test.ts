import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MentionTable } from '../../server/src/core/mentions/mentionTable.js';
import { WordRuns } from '../../server/src/core/relations/wordRuns.js';
import { budget } from './budget.js';

/** An article of one sentence, as the hashes of its words. */
const saying = (words: readonly number[]): MentionTable =>
  ({ firstWord: Int32Array.of(0, words.length), word: Int32Array.from(words) }) as unknown as MentionTable;

/** The longest run by looking at every pair of words. */
function longest(one: readonly number[], other: readonly number[]): number {
  let best = 0;
  for (let x = 0; x < one.length; x++)
    for (let y = 0; y < other.length; y++) {
      let run = 0;
      while (x + run < one.length && y + run < other.length && one[x + run] === other[y + run]) run++;
      best = Math.max(best, run);
    }
  return best;
}

it('the longest run that two sentences share is found, however often their words come again', () => {
  const runs = new WordRuns();
  // few words, some of them with the same last bits
  const words = fc.array(fc.constantFrom(0, 1, 2, 1024, 1025, 2048), { maxLength: 40 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      expect(runs.longest(saying(one), 0, saying(other), 0)).toBe(longest(one, other));
    }),
    budget(2000),
  );
});
