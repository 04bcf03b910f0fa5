import type { MentionTable } from '../mentions/mentionTable.js';
import { wordCountOf } from '../mentions/shingles.js';

/** Of a sentence with more words (a text without full stops) only the first are compared. Chosen. */
const wordsCompared = 128;
/** Last bits of a word's hash by which words are told apart at a glance. */
const glanceBits = 10;
const glanceMask = 2 ** glanceBits - 1;

/** Finds runs of words that two mentions have in common; looks for millions of them. */
export class WordRuns {
  /** By the last bits of a word, the search in which such a word was last seen: most words of one sentence are not in the other at all. */
  private readonly seenIn = new Int32Array(2 ** glanceBits);
  /** By the last bits of a word, its first place in the second mention; by place, the next one of such a word. */
  private readonly firstAt = new Int32Array(2 ** glanceBits);
  private readonly nextAt = new Int32Array(wordsCompared);
  private search = 0;
  /** The last answer: whoever asks for features asks again for what they come to. */
  private readonly last: { a: MentionTable | null; i: number; b: MentionTable | null; j: number; run: number } = {
    a: null,
    i: 0,
    b: null,
    j: 0,
    run: 0,
  };

  /** Number of words in the longest run that both mentions have. */
  longest(a: MentionTable, i: number, b: MentionTable, j: number): number {
    const { last } = this;
    if (last.i === i && last.j === j && last.a === a && last.b === b) return last.run;
    last.a = a;
    last.i = i;
    last.b = b;
    last.j = j;
    last.run = this.find(a, i, b, j);
    return last.run;
  }

  private find(a: MentionTable, i: number, b: MentionTable, j: number): number {
    const { seenIn, firstAt, nextAt } = this;
    const wordsA = a.word;
    const wordsB = b.word;
    const fromA = a.firstWord[i]!;
    const toA = fromA + Math.min(wordCountOf(a, i), wordsCompared);
    const fromB = b.firstWord[j]!;
    const toB = fromB + Math.min(wordCountOf(b, j), wordsCompared);
    this.search = (this.search + 1) | 0;
    const search = this.search;
    for (let y = toB - 1; y >= fromB; y--) {
      const glance = wordsB[y]! & glanceMask;
      nextAt[y - fromB] = seenIn[glance] === search ? firstAt[glance]! : toB;
      firstAt[glance] = y;
      seenIn[glance] = search;
    }
    let best = 0;
    // a longer run than the best lies over one of these words, and is walked from there to both sides
    for (let x = fromA; x < toA; x += best + 1) {
      const word = wordsA[x]!;
      const glance = word & glanceMask;
      if (seenIn[glance] !== search) continue;
      for (let y = firstAt[glance]!; y < toB; y = nextAt[y - fromB]!) {
        const mostBefore = Math.min(x - fromA, y - fromB);
        const mostAfter = Math.min(toA - x, toB - y);
        if (wordsB[y] !== word || mostBefore + mostAfter <= best) continue;
        let before = 0;
        while (before < mostBefore && wordsA[x - before - 1] === wordsB[y - before - 1]) before++;
        let after = 1;
        while (after < mostAfter && wordsA[x + after] === wordsB[y + after]) after++;
        best = Math.max(best, before + after);
      }
    }
    return best;
  }
}
