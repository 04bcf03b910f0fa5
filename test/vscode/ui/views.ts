import type { Locator } from 'playwright-core';
import type { Workbench } from '../workbench.js';

/** The views of the activity bar. */
export function describeViews(workbench: Workbench): void {
  const article = 'pellworth-observer.md';
  const view = (name: string): Locator => workbench.page.locator('.pane', { hasText: name }).first();
  const entry = (name: string, words: string): Locator =>
    view(name).locator('.monaco-list-row', { hasText: words }).first();

  describe('The views in the activity bar', () => {
    before(() => workbench.openArticle(article));
    after(async () => {
      await workbench.command('View: Close All Editors');
      await workbench.command('View: Show Explorer');
    });

    it('list the claims of the article in front by verdict, and open the sentence in the other article', async () => {
      await workbench.command('View: Show Second Source');
      await entry('Claims', 'Contested').waitFor();
      const claim = entry('Claims', 'Shells struck the ferry terminal');
      await claim.locator('.monaco-tl-twistie').click();
      await entry('Claims', 'Kastrel Wire').click();
      await workbench.editor('kastrel-wire.txt').waitFor();
    });

    it('list whom all articles rest on, those without a name first', async () => {
      await entry('Sources', 'senior official').waitFor();
      await entry('Sources', 'Named body').waitFor();
      await workbench.screenshot('views');
    });

    it('say what to do while nothing has been reviewed', async () => {
      await view('Review').getByText('Nothing has been dismissed').waitFor();
    });
  });
}
