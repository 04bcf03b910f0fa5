/** Words in a row that may differ, on either side, and still be named as the difference. */
const mostWords = 4;

/**
 * The one place where two sentences of otherwise the same words differ, as the words of each (*cleared*, *convicted*);
 * `null` where they differ in more than that.
 */
export const differenceOf = (a: string, b: string): readonly [string, string] | null =>
  differenceIn(wordsIn(a), wordsIn(b));

function differenceIn(one: readonly string[], other: readonly string[]): readonly [string, string] | null {
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

/** Words in a row that say that two sentences go on alike. Chosen. */
const goingOn = 3;

/**
 * The same of two sentences of which one begins with who it is about, and the other with *the company*, *he*: behind that.
 * `subjects`: words with which such a sentence begins.
 */
export function differenceBehindSubject(
  a: string,
  b: string,
  subjects: ReadonlySet<string>,
): readonly [string, string] | null {
  const [one, other] = [wordsIn(a), wordsIn(b)];
  if (subjects.has(one[0]?.toLowerCase() ?? '') === subjects.has(other[0]?.toLowerCase() ?? '')) return null;
  for (let x = 1; x <= mostWords; x++)
    for (let y = 1; y <= mostWords; y++)
      if (one.length >= x + goingOn && one.slice(x, x + goingOn).every((word, k) => isSame(word, other[y + k] ?? '')))
        return differenceIn(one.slice(x), other.slice(y));
  return null;
}

/** *AFP* of *Agence France Presse*. */
const isAcronymOf = ([short = '', ...more]: readonly string[], long: readonly string[]): boolean =>
  more.length === 0 && long.length > 1 && short === long.map((word) => word.charAt(0).toUpperCase()).join('');

/** The words of a text as written, with the sign of a currency before and of a percentage behind; *6:30* is one. */
export const wordsIn = (text: string): string[] =>
  text.match(/[$€£]?[\p{L}\p{M}\p{N}]+(?:[’'.,:-][\p{L}\p{N}]+)*%?/gu) ?? [];

const isSame = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase();
