/** Words in a row that may differ, on either side, and still be named as the difference. */
const mostWords = 4;

/**
 * The one place where two sentences of otherwise the same words differ, as the words of each (*cleared*, *convicted*);
 * `null` where they differ in more than that.
 */
export function differenceOf(a: string, b: string): readonly [string, string] | null {
  const [one, other] = [wordsIn(a), wordsIn(b)];
  const shorter = Math.min(one.length, other.length);
  let before = 0;
  while (before < shorter && isSame(one[before]!, other[before]!)) before++;
  let after = 0;
  while (after < shorter - before && isSame(one.at(-1 - after)!, other.at(-1 - after)!)) after++;
  const own = one.slice(before, one.length - after);
  const its = other.slice(before, other.length - after);
  if (own.length === 0 || its.length === 0 || Math.max(own.length, its.length) > mostWords) return null;
  if (isAcronymOf(own, its) || isAcronymOf(its, own)) return null;
  return before + after < 2 * mostWords ? null : [own.join(' '), its.join(' ')];
}

/** *AFP* of *Agence France Presse*. */
const isAcronymOf = ([short = '', ...more]: readonly string[], long: readonly string[]): boolean =>
  more.length === 0 && long.length > 1 && short === long.map((word) => word.charAt(0).toUpperCase()).join('');

/** The words of a text as written, with the sign of a currency before and of a percentage behind; *6:30* is one. */
export const wordsIn = (text: string): string[] =>
  text.match(/[$€£]?[\p{L}\p{M}\p{N}]+(?:[’'.,:-][\p{L}\p{N}]+)*%?/gu) ?? [];

const isSame = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase();
