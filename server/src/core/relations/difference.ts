import type { MentionTable } from '../mentions/mentionTable.js';

/** Words in a row that may differ, on either side, and still be named as the difference. */
const mostWords = 4;

/**
 * The one place where two sentences of otherwise the same words differ, as the words of each (*cleared*, *convicted*);
 * `null` where they differ in more than that.
 */
export function differenceOf(a: string, b: string): readonly [string, string] | null {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const shorter = Math.min(one.length, other.length);
  let before = 0;
  while (before < shorter && isSame(one[before]!, other[before]!)) before++;
  let after = 0;
  while (after < shorter - before && isSame(one.at(-1 - after)!, other.at(-1 - after)!)) after++;
  const own = one.slice(before, one.length - after);
  const its = other.slice(before, other.length - after);
  if (own.length === 0 || its.length === 0 || Math.max(own.length, its.length) > mostWords) return null;
  return before + after < 2 * mostWords ? null : [own.join(' '), its.join(' ')];
}

/** The numbers of a mention that count nobody harmed: tolls have a ruler of their own, and 43 dead are no six rockets. */
export function plainNumbersOf({ numbers, counts }: MentionTable, m: number): readonly number[] {
  const tolls = counts.get(m) ?? [];
  return (numbers.get(m) ?? []).filter((value) => !tolls.some(({ low, high }) => low === value || high === value));
}

/** Numbers that stand in one sentence and not in the other, where each has such: *14*, *41*. */
export function numbersApart(a: readonly number[], b: readonly number[]): readonly [number, number] | null {
  const one = a.find((value) => !b.includes(value));
  const other = b.find((value) => !a.includes(value));
  return one === undefined || other === undefined ? null : [one, other];
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu) ?? [];

const isSame = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase();
