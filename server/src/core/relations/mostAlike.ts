import type { ArticlePair } from './articlePair.js';

/** Cosine below which two mentions are not compared: hardly any are one claim. Chosen for speed. */
const cosineFrom = 0.1;
/**
 * Of the mentions of another article so many are compared with one, the most alike: a text may say a thousand times nearly
 * the same, and comparing two such texts must take time that grows with their length. Chosen.
 */
const comparedMost = 64;

/**
 * Which mentions i of a and j of b are alike enough to be compared, as 1 at `i * b.mentions.count + j`: both have one
 * another, or one has the other, among the most alike. The same from either side.
 */
export function mostAlike({ a, b, cosines, buffers }: ArticlePair): Uint8Array {
  const rows = a.mentions.count;
  const columns = b.mentions.count;
  const alike = buffers.alikeOf(rows * columns);
  const ranked = buffers.rankedOf(Math.max(rows, columns));
  for (let i = 0; i < rows; i++) markMostAlike(alike, cosines, ranked, i * columns, 1, columns);
  if (rows > comparedMost) for (let j = 0; j < columns; j++) markMostAlike(alike, cosines, ranked, j, columns, rows);
  return alike;
}

/** Marks the most alike of `count` pairs, the first at `first` and each `step` further; of pairs as alike those that come first. */
function markMostAlike(
  alike: Uint8Array,
  cosines: Float32Array,
  ranked: Float32Array,
  first: number,
  step: number,
  count: number,
): void {
  const end = first + step * count;
  let found = 0;
  for (let at = first; at < end; at += step) if (cosines[at]! >= cosineFrom) ranked[found++] = cosines[at]!;
  let least = cosineFrom;
  let asLeast = found;
  if (found > comparedMost) {
    const kept = ranked
      .subarray(0, found)
      .sort()
      .subarray(found - comparedMost);
    least = kept[0]!;
    asLeast = kept.lastIndexOf(least) + 1;
  }
  for (let at = first; at < end; at += step) {
    const cosine = cosines[at]!;
    if (cosine > least || (cosine === least && asLeast-- > 0)) alike[at] = 1;
  }
}
