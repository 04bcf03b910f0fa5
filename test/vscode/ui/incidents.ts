import type { Workbench } from '../workbench.js';

/** The incidents of the table of casualty figures, put right by keyboard. The reviewer’s name has been asked before. */
export function describeIncidents(workbench: Workbench): void {
  const { page } = workbench;
  const incidents = (many: RegExp) => workbench.panel().getByRole('status').filter({ hasText: many }).waitFor();
  const review = (words: string) => page.locator('.customview-tree .monaco-list-row', { hasText: words }).first();
  const press = async (name: RegExp): Promise<void> => {
    await workbench.panel().getByRole('button', { name }).first().focus();
    await page.keyboard.press('Enter');
  };
  /** Takes the first entry of a list that asks something. */
  const takeFirst = async (asks: string): Promise<void> => {
    await page.locator('.quick-input-widget', { hasText: asks }).waitFor();
    await page.keyboard.press('Enter');
  };

  describe('An incident', () => {
    before(async () => {
      await workbench.openArticle('kastrel-wire.txt');
      await workbench.command('Second Source: Compare Casualty Figures');
      await incidents(/, 1 incident\b/);
      await workbench.command('Focus on Review View');
    });
    after(async () => {
      await workbench.command('View: Show Explorer');
      await workbench.command('View: Close All Editors');
    });

    it('loses a figure that is split off, and both say so', async () => {
      await press(/^Move… \(/);
      await takeFirst('Split off');
      await incidents(/, 2 incidents/);
      await workbench
        .panel()
        .getByText(/split off by Mara Voss, \d{4}-\d\d-\d\d/)
        .waitFor();
      await review('an incident by itself').waitFor();
    });

    it('is merged with another, which says by whom', async () => {
      await press(/^Merge with… \(.*\)$/);
      await takeFirst('with…');
      await incidents(/, 1 incident\b/);
      await workbench
        .panel()
        .getByText(/^Merged by Mara Voss, \d{4}-\d\d-\d\d/)
        .waitFor();
      await review('one incident').waitFor();
      await workbench.screenshot('incident-merged');
    });

    it('comes apart again with the button beside it, and is whole after the last undo', async () => {
      await press(/^Undo: Merged by Mara Voss/);
      await incidents(/, 2 incidents/);
      await review('one incident').waitFor({ state: 'detached' });
      await press(/^Undo: .* split off by Mara Voss/);
      await incidents(/, 1 incident\b/);
    });
  });
}
