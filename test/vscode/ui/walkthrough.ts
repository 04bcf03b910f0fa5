import assert from 'node:assert/strict';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from '../workbench.js';

/** The first five minutes: from the page that VS Code shows of an extension to a folder of sample articles. */
export function describeWalkthrough(workbench: Workbench): void {
  const { page, profile } = workbench;
  const step = (title: string) => page.locator('.getting-started-step', { hasText: title });

  describe('The first five minutes', () => {
    before(async () => {
      await workbench.command('Welcome: Open Walkthrough...');
      await workbench.choose('Second Source: the First Five Minutes');
    });
    after(() => workbench.command('View: Close All Editors'));

    it('lead through five steps, each with a picture', async () => {
      for (const title of [
        'Read a mark',
        'See who else says it',
        'Compare casualty figures',
        'Say what you found out',
      ]) {
        await step(title).click();
        await page.locator('.getting-started-media').locator('iframe, svg, img').first().waitFor();
      }
      await workbench.screenshot('walkthrough');
    });

    it('copy the sample newsroom into a folder that a person chooses, and open it in a window of its own', async () => {
      const folder = join(profile.folder, 'newsroom');
      mkdirSync(folder);
      await step('Open the sample newsroom').click();
      await page.locator('.getting-started-step .monaco-button', { hasText: 'Open the Sample Newsroom' }).click();
      const dialog = page.locator('.quick-input-widget', { hasText: 'A folder for the sample newsroom' });
      await dialog.waitFor();
      await workbench.choose('..'); // it begins in the folder that is open
      await workbench.choose('newsroom');
      await page.waitForFunction(
        (path) => document.querySelector<HTMLInputElement>('.quick-input-widget input.input')?.value === path,
        `${folder}/`,
      );
      const opened = page.context().waitForEvent('page');
      await dialog.getByRole('button', { name: 'Put It Here' }).click();
      const samples = await opened;
      await samples.locator('.monaco-editor[data-uri$="/northwire-sarvino-market.txt"] .view-line').first().waitFor();
      await samples.locator('.getting-started-step', { hasText: 'Read a mark' }).first().waitFor();
      await samples.close();
      assert(readdirSync(folder).includes('herald-front-page.txt'));
    });
  });
}
