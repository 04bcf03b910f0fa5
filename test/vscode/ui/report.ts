import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Workbench } from '../workbench.js';

/** What is exported of a folder, wherever the extension runs, is what the command line prints. */
export function describeReport(workbench: Workbench): void {
  const article = 'northwire-sarvino-market.txt';
  describe('The report of a folder', () => {
    it('is that of the command line, to the byte', async () => {
      await workbench.openArticle(article);
      await workbench.mark(article).waitFor();
      await workbench.compared();
      await assertReport(workbench);
    });
  });
}

/** What was found in the folder is what the command line finds there. */
export async function assertReport(workbench: Workbench): Promise<void> {
  const { exported, printed } = await reportOf(workbench);
  assert.equal(exported, printed);
}

/** What is found in the folder, all of which has been compared: as it is exported, and as the command line prints it. */
export async function reportOf(workbench: Workbench): Promise<{ exported: string; printed: string }> {
  const { page, profile } = workbench;
  const file = join(profile.workspace, 'second-source.json');
  await workbench.command('Second Source: Export…');
  await workbench.choose('json');
  await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
  await page
    .getByText(/exported to/)
    .first()
    .waitFor();
  const exported = readFileSync(file, 'utf8');
  rmSync(file);
  await workbench.command('Notifications: Clear All Notifications');
  const cli = [resolve('dist/cli.js'), 'check', '--format', 'json', '.'];
  const { stdout } = spawnSync(process.execPath, cli, { cwd: profile.workspace, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { exported, printed: stdout };
}
