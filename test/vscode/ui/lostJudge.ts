import assert from 'node:assert/strict';
import type { Worker } from 'playwright-core';
import type { Workbench } from '../workbench.js';
import { assertReport } from './report.js';

/** In a browser the judge is a web worker, which may die; the folder was compared before. */
export function describeLostJudge(workbench: Workbench): void {
  const { page } = workbench;
  describe('The worker of the judge', () => {
    it('is started again when it died, and what it says is as before', async () => {
      await (await judgeOf(workbench)).evaluate(() => self.close());
      const started = page.waitForEvent('worker');
      await workbench.command('Second Source: Rebuild Index');
      await started;
      await workbench.compared();
      await assertReport(workbench);
    });
  });
}

/** The one worker that was given the judge’s script. */
async function judgeOf({ page }: Workbench): Promise<Worker> {
  const names = await Promise.all(
    page.workers().map(async (worker) => [worker, await worker.evaluate(() => self.name)] as const),
  );
  const found = names.filter(([, name]) => name.endsWith('webjudge.js'));
  assert.equal(found.length, 1);
  return found[0]![0];
}
