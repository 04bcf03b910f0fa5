import type { Workbench } from '../workbench.js';

/** What a person reads whose VS Code speaks German. */
export function describeGerman(workbench: Workbench): void {
  const article = 'pellworth-observer.md';

  describe('In German', () => {
    let german: Workbench;
    before(async () => {
      german = await workbench.inLanguage('de');
      await german.openArticle(article);
      await german.mark(article).waitFor();
    });
    after(() => german.page.close());

    it('commands, the panel and its filters are German', async () => {
      await german.command('Second Source: Bestätigungen zeigen');
      await german.panel().getByRole('searchbox', { name: 'Nach Wörtern filtern' }).waitFor();
      await german.panel().locator('.claim', { hasText: 'Strittig' }).first().waitFor();
    });

    it('marks say in German what would settle them', async () => {
      const hover = await german.hover(article, 'senior official');
      await hover.getByText('Was es klären würde').first().waitFor();
      await german.screenshot('german');
    });

    it('the views are named and filled in German', async () => {
      await german.command('View: Show Second Source');
      await german.page.locator('.pane-header', { hasText: 'Aussagen' }).first().waitFor();
    });
  });
}
