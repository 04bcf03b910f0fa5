/** Median wall-clock milliseconds of `runs` runs, after one to warm up. */
export async function milliseconds(work: () => unknown, runs = 3): Promise<number> {
  await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return percentile(times, 0.5);
}

/** The value below which `share` (0..1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Words of texts, and the yardstick of every ratio: one pass of a bare regular expression over them. */
export function scan(texts: readonly string[]): number {
  let words = 0;
  const word = /[\p{L}\p{N}]+/gu;
  for (const text of texts) {
    word.lastIndex = 0;
    while (word.test(text)) words++;
  }
  return words;
}

/** A line of a table on standard output. */
export function row(name: string, ...cells: readonly string[]): void {
  console.log(name.padEnd(48) + cells.map((cell) => cell.padStart(18)).join(''));
}

/** Loads something to measure beside. Where it is not to be had, its row says what would help, and the answer is `null`. */
export async function beside<T>(name: string, load: () => Promise<T>): Promise<T | null> {
  return load().catch((error: Error) => {
    row(name, `not measured: ${error.message.split('\n')[0]} (npm ci --prefix bench)`);
    return null;
  });
}
