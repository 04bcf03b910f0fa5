import type { Workbench } from '../workbench.js';

/** A workspace of two folders, one on the disk and one that only the editor reaches (`test/vscode/memory`). */
export function describeElsewhere(workbench: Workbench): void {
  const [onDisk, elsewhere] = ['tressel-evening-mail.txt', 'harbour-memory.txt'];
  const { page } = workbench;

  describe('A folder that lies on no disk', () => {
    after(() => workbench.command('View: Close All Editors'));

    it('is read beside one that does: its article, which nobody opened, says otherwise', async () => {
      await workbench.openArticle(onDisk);
      await workbench.mark(onDisk).waitFor();
      await workbench.command('Second Source: Show Corroboration');
      await workbench.panel().locator('.entry', { hasText: 'Harbour Memory' }).first().waitFor();
      await workbench.screenshot('elsewhere');
      await workbench.command('View: Close All Editors');
    });

    it('has marks, and its project file is written where its articles lie', async () => {
      await workbench.openArticle(elsewhere);
      await workbench.mark(elsewhere).waitFor();
      await workbench.compared();
      await (await workbench.quickFix(elsewhere, { line: 7, column: 1 }, 'Set outlet of this article')).click();
      await page.locator('.quick-input-widget', { hasText: 'Set outlet' }).waitFor();
      await page.keyboard.press('Control+A');
      await workbench.type('Island Post');
      await page.keyboard.press('Enter');
      await page.getByText('kept in .secondsource.json').first().waitFor();
      await page
        .locator('.explorer-folders-view .monaco-list-row', { hasText: '.secondsource.json' })
        .first()
        .waitFor();
    });
  });
}
