import type { Parameters } from 'fast-check';

/**
 * How long to fuzz. In CI every property has a number of runs and a seed, so a red run is red everywhere and again:
 * `npm run test:fuzz`. `npm run fuzz` draws a new seed and goes on for minutes; what it prints makes a run come again.
 */
export function budget(runs: number): Parameters<unknown> {
  const { FUZZ_MINUTES: minutes, FUZZ_SEED: seed } = process.env;
  if (minutes === undefined) return { numRuns: runs, seed: Number(seed ?? 1) };
  return {
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: Number(minutes) * 60_000,
    ...(seed !== undefined && { seed: Number(seed) }),
  };
}
