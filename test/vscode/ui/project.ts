import type { Locator } from 'playwright-core';
import type { Workbench } from '../workbench.js';

/** What a person knows better than an article, from the light bulb to the project file. */
export function describeProject(workbench: Workbench): void {
  const article = 'tressel-evening-mail.txt';
  const { page } = workbench;

  describe('An outlet', () => {
    /** An entry of the quick fixes at the first line. */
    const fix = async (title: string): Promise<Locator> => {
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Control+.');
      return page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    };
    before(async () => {
      await workbench.openArticle(article);
      await workbench.lens(article).waitFor();
      await workbench.compared();
      await workbench.clickOn(article, 'Sources close to the harbour police');
    });
    after(() => workbench.command('View: Close All Editors'));

    it('is set from the quick fixes of the headline, which then offer to read it again', async () => {
      await (await fix('Set outlet of this article')).click();
      await page.locator('.quick-input-widget', { hasText: 'Set outlet' }).waitFor();
      await page.keyboard.press('Control+A');
      await workbench.type('Island Post');
      await page.keyboard.press('Enter');
      await page.getByText('kept in .secondsource.json').first().waitFor();
      const back = await fix('Read outlet from the article again (now “Island Post”)');
      await back.waitFor();
      await workbench.screenshot('project');
      await back.click();
      await page.locator('.action-widget .monaco-list-row').first().waitFor({ state: 'detached' });
    });
  });
}
