import type { Locator } from 'playwright-core';
import type { Workbench } from '../workbench.js';

/** What a person knows better than an article, from the light bulb to the project file. */
export function describeProject(workbench: Workbench): void {
  const article = 'kastrel-wire.txt';
  const body = 'the regional hospital';
  const { page } = workbench;

  describe('The project file', () => {
    before(async () => {
      await workbench.openArticle(article);
      await workbench.lens(article).waitFor();
      await workbench.compared();
    });
    after(() => workbench.command('View: Close All Editors'));

    describe('A body', () => {
      const hospital = 'Orlo Point General';
      const project = '.secondsource.json';
      const kept = (words: string): Locator => workbench.editor(project).locator('.view-line', { hasText: words });

      it('goes by another name: the quick fix says so, and the project file keeps it', async () => {
        await (
          await workbench.quickFix(article, workbench.placeIn(article, 'hospital said'), `“${body}” is another name of`)
        ).click();
        await page.locator('.quick-input-widget', { hasText: 'is another name of' }).waitFor();
        await workbench.type(hospital);
        await page.keyboard.press('Enter');
        await workbench.openArticle(project);
        await kept(hospital).waitFor();
        await kept(body).waitFor();
      });

      it('goes by its own name alone once that is undone', async () => {
        await workbench.command('Second Source: Undo Change of Project File');
        await page.getByText('as it was before the last change').first().waitFor();
        // it held nothing else
        await page
          .locator('.explorer-folders-view .monaco-list-row', { hasText: project })
          .waitFor({ state: 'detached' });
      });
    });

    describe('An outlet', () => {
      const headline = () => workbench.placeIn(article, 'Eleven killed');

      it('is set from the quick fixes of the headline, which then offer to read it again', async () => {
        await workbench.openByName(article);
        await workbench.compared();
        await (await workbench.quickFix(article, headline(), 'Set outlet of this article')).click();
        await page.locator('.quick-input-widget', { hasText: 'Set outlet' }).waitFor();
        await page.keyboard.press('Control+A');
        await workbench.type('Island Post');
        await page.keyboard.press('Enter');
        await page.getByText('kept in .secondsource.json').first().waitFor();
        const back = await workbench.quickFix(
          article,
          headline(),
          'Read outlet from the article again (now “Island Post”)',
        );
        await back.waitFor();
        await workbench.screenshot('project');
        await back.click();
        await page.locator('.action-widget .monaco-list-row').first().waitFor({ state: 'detached' });
      });
    });
  });
}
