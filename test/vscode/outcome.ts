import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Unavailable } from './lockedInstall.js';

/** What a runner of tests saw. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** Screenshots, and what each runner saw. CI keeps this folder. */
export const results = 'test-results';

/**
 * Runs tests, leaves their outcome where `npm test` sums it up, and sets this process's exit status. A run without a
 * test has failed. Where the machine cannot run them, that is said and no failure, except in CI, where nothing is skipped.
 */
export async function conclude(runner: string, run: () => Promise<Outcome>): Promise<void> {
  const outcome = await run().catch((error: unknown) => {
    const skipped = error instanceof Unavailable && !process.env.CI;
    if (!skipped) console.error(error);
    return skipped ? { passed: 0, failed: 0, skipped: error.message } : { passed: 0, failed: 1, skipped: '' };
  });
  const skipped = 'skipped' in outcome && outcome.skipped;
  if (skipped) console.log(`Skipped, because this machine cannot run it. ${skipped}`);
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, `${runner}.json`), JSON.stringify(outcome));
  process.exitCode = skipped || (outcome.failed === 0 && outcome.passed > 0) ? 0 : 1;
}
