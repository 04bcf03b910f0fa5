import type { Workbench } from '../workbench.js';

/** The table of all casualty figures. */
export function describeFigures(workbench: Workbench): void {
  const row = (outlet: string) => workbench.panel().getByRole('row').filter({ hasText: outlet });

  describe('The table of casualty figures', () => {
    before(() => workbench.openArticle('kastrel-wire.txt'));
    after(() => workbench.command('View: Close All Editors'));

    it('opens from the palette with the figures of all articles', async () => {
      await workbench.command('Second Source: Compare Casualty Figures');
      await row('Pellworth Observer').filter({ hasText: 'around 30' }).first().waitFor();
      await row('Kastrel Wire').filter({ hasText: '11' }).first().waitFor();
      await workbench.screenshot('figures');
    });

    it('shows only what passes its filter', async () => {
      const filter = workbench.panel().getByRole('searchbox', { name: 'Filter by words' });
      await filter.fill('kastrel');
      await row('Pellworth Observer').first().waitFor({ state: 'detached' });
      await row('Kastrel Wire').first().waitFor();
      await filter.fill('');
      await row('Pellworth Observer').first().waitFor();
    });

    it('opens an article at its figure', async () => {
      await row('Pellworth Observer').getByRole('button').first().click();
      await workbench.editor('pellworth-observer.md').waitFor();
    });
  });
}
