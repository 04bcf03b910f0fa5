import type { Tokens } from '../server/src/core/article/article.js';

/** `x log x`, from a table for the counts that occur most. */
const table = Float64Array.from({ length: 1 << 16 }, (_, x) => (x === 0 ? 0 : x * Math.log(x)));
const xLogX = (x: number): number => (x < table.length ? (table[x] as number) : x * Math.log(x));

/**
 * Classes of words used alike, from plain text, by the predictive exchange algorithm (Uszkoreit and Brants 2008) with
 * neighbours on both sides as contexts. Starts from the order of frequency, so the same text gives the same classes.
 * Returns classes 1 to `classCount` by word in lower case; words seen less than `leastCount` times have none.
 */
export function learnWordClasses(
  texts: readonly Tokens[],
  classCount: number,
  leastCount: number,
  rounds: number,
): Map<string, number> {
  const { words, frequency, contexts } = countContexts(texts, leastCount);
  const inClass = Int32Array.from(words, (_, i) => i % classCount);
  const together = new Int32Array(2 * (words.length + 1) * classCount);
  const size = new Float64Array(classCount);
  const add = (w: number, sign: number): void => {
    const c = inClass[w] as number;
    size[c] = (size[c] as number) + sign * (frequency[w] as number);
    for (const [context, count] of contexts[w] as [number, number][]) {
      const at = context * classCount + c;
      together[at] = (together[at] as number) + sign * count;
    }
  };
  words.forEach((_, w) => {
    add(w, 1);
  });
  for (let round = 0; round < rounds; round++)
    for (let w = 0; w < words.length; w++) {
      add(w, -1);
      inClass[w] = bestClass(contexts[w] as [number, number][], frequency[w] as number, together, size);
      add(w, 1);
    }
  return new Map(words.map((written, i) => [written, 1 + (inClass[i] as number)]));
}

function bestClass(
  contexts: readonly [number, number][],
  count: number,
  together: Int32Array,
  size: Float64Array,
): number {
  const gain = Float64Array.from(size, (n) => 2 * (xLogX(n) - xLogX(n + count)));
  const classCount = size.length;
  for (const [context, times] of contexts) {
    const row = context * classCount;
    const alone = xLogX(times);
    for (let c = 0; c < classCount; c++) {
      const n = together[row + c] as number;
      gain[c] = (gain[c] as number) + (n === 0 ? alone : xLogX(n + times) - xLogX(n));
    }
  }
  let best = 0;
  for (let c = 1; c < classCount; c++) if ((gain[c] as number) > (gain[best] as number)) best = c;
  return best;
}

/** The frequent words, most frequent first, with how often each stands behind (even contexts) or before (odd) another. */
function countContexts(texts: readonly Tokens[], leastCount: number) {
  const counts = new Map<string, number>();
  for (const { lower } of texts) for (const form of lower) counts.set(form, (counts.get(form) ?? 0) + 1);
  const words = [...counts.keys()]
    .filter((form) => (counts.get(form) as number) >= leastCount)
    .sort((a, b) => (counts.get(b) as number) - (counts.get(a) as number) || (a < b ? -1 : 1));
  const index = new Map(words.map((form, i) => [form, i]));
  const rare = words.length;
  const seen: Map<number, number>[] = words.map(() => new Map());
  for (const { lower } of texts)
    lower.forEach((form, i) => {
      const here = seen[index.get(form) ?? -1];
      if (here === undefined) return;
      for (const [side, neighbour] of [lower[i - 1], lower[i + 1]].entries()) {
        const context = 2 * (index.get(neighbour ?? '') ?? rare) + side;
        here.set(context, (here.get(context) ?? 0) + 1);
      }
    });
  return {
    words,
    frequency: words.map((form) => counts.get(form) as number),
    contexts: seen.map((map) => [...map]),
  };
}
