import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from '../workbench.js';

const millPage = `<html><head><meta property="og:site_name" content="Tarn Citizen"><meta property="article:published_time" content="2031-05-14T10:15:00+02:00"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Mill closes in Tarn</h1><p>The last paper mill in Tarn closed on Friday after a hundred and twelve years, its owner said.</p><p>Its 340 workers were told by letter, and most of them read it at the gate of the mill in the rain.</p></article></body></html>`;

/** A saved page becomes an article, from the menu of the explorer to the open file. */
export function describeImports(workbench: Workbench): void {
  const { page } = workbench;
  const at = (name: string): string => join(workbench.profile.workspace, name);
  const notice = (words: string) => page.locator('.notification-list-item', { hasText: words }).first();
  describe('Import Articles', () => {
    before(() => {
      writeFileSync(at('mill.html'), millPage);
      writeFileSync(at('broken.json'), '{');
    });
    after(async () => {
      for (const name of ['mill.html', 'mill.md', 'broken.json']) rmSync(at(name), { force: true });
      await workbench.command('Notifications: Clear All Notifications');
      await workbench.command('View: Close All Editors');
    });

    const importFromExplorer = async (name: string): Promise<void> => {
      await workbench.command('View: Show Explorer');
      await page.locator('.explorer-folders-view').hover();
      await page.locator('.action-label[aria-label="Refresh Explorer"]').click();
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).click({ button: 'right' });
      // a menu ignores clicks that come as soon as it does
      await page.locator('.monaco-menu .action-label', { hasText: 'Import Articles…' }).hover();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Beside the originals' }).click();
    };

    it('is in the menu of a saved page, and opens the article that it makes', async () => {
      await importFromExplorer('mill.html');
      await notice('1 article imported.').waitFor();
      await workbench.screenshot('import');
      await notice('1 article imported.').getByText('Open It').click();
      await page.locator('.tab', { hasText: 'mill.md' }).waitFor();
      await page.locator('.view-line', { hasText: 'outlet: Tarn Citizen' }).first().waitFor();
    });

    it('says what was not imported, and why', async () => {
      await importFromExplorer('broken.json');
      await notice('0 articles imported, 1 file not imported.').getByText('Why Not').click();
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'The file is not JSON, or damaged.' })
        .waitFor();
      await workbench.screenshot('not imported');
      await page.keyboard.press('Escape');
    });
  });
}
