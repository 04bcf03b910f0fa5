import type { Sentence } from '../article/article.js';
import { isOneOf, type TokenRange, type Words } from '../words.js';

/** The end of a range without the marks that close it. */
export function trimEnd(words: Words, from: number, to: number): number {
  let end = to;
  while (end > from && /^[.,;:!?]$/.test(words.lower[end - 1]!)) end--;
  return end;
}

/** In words: what is shorter is no content, but to whom or when it was said; set by hand. */
export const shortestContent = 3;

/**
 * What is said: after the cue to the end of the sentence, or, where the attribution closes the sentence, all before it;
 * a quotation on the other side goes with it.
 */
export function contentAround(
  words: Words,
  from: number,
  to: number,
  sentence: Sentence,
  follows: boolean,
): TokenRange[] {
  const content: TokenRange[] = [];
  const beforeEnd = trimEnd(words, sentence.firstToken, from);
  const before = { from: sentence.firstToken, to: beforeEnd };
  let start = to;
  while (start < sentence.endToken && (/^[,:]$/.test(words.lower[start]!) || isOneOf(words, start, words.says.that)))
    start++;
  const after = { from: start, to: trimEnd(words, start, sentence.endToken) };
  const closed = /^[,"”']$/.test(words.lower[from - 1] ?? '');
  if (before.to > before.from && (closed || (follows && after.to - after.from < shortestContent))) content.push(before);
  if (after.to - after.from >= shortestContent && (content.length === 0 || words.quotation[after.from] !== 0))
    content.push(after);
  return content;
}
