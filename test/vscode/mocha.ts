import { format } from 'node:util';
import Mocha from 'mocha';
import type { Outcome } from './outcome.js';

/**
 * Runs tests that are bundled with the caller: `load` imports them once mocha's `describe` and `it` are there.
 * A pending test counts as failed, because nothing here may be skipped.
 */
export async function runMocha(
  load: () => Promise<unknown>,
  options: {
    print: (line: string) => void;
    timeout: number;
    stopAtFailure?: boolean;
    /** Told of each test that fails before anything else is done, and of each hook that does. */
    failed?: (title: string) => Promise<void>;
  },
): Promise<Outcome> {
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => options.print(format(...parts));
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: options.timeout, bail: options.stopAtFailure ?? false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
  const told: Promise<void>[] = [];
  mocha.suite.afterEach(async function () {
    if (this.currentTest?.isFailed()) await options.failed?.(this.currentTest.fullTitle());
  });
  const outcome = await new Promise<Outcome>((resolve) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures + pending });
    });
    runner.on('fail', (failed: Mocha.Runnable) => {
      if (failed instanceof Mocha.Hook && options.failed) told.push(options.failed(failed.fullTitle()));
    });
  });
  await Promise.all(told);
  return outcome;
}
