import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from '../workbench.js';

/** Evidence out and notes in: what a person chooses, and what lies in the folder then. */
export function describeExports(workbench: Workbench): void {
  const { page } = workbench;
  const article = 'tressel-evening-mail.txt';
  const at = (name: string): string => join(workbench.profile.workspace, name);
  describe('Export and import', () => {
    after(async () => {
      for (const name of ['second-source.json', 'notes.json']) rmSync(at(name), { force: true });
      await workbench.command('Notifications: Clear All Notifications');
      await workbench.command('View: Show Explorer');
      await workbench.command('View: Close All Editors');
    });

    it('offers every format and writes the file where a person wants it', async () => {
      await workbench.command('Second Source: Export…');
      await page.locator('.quick-input-list', { hasText: 'a W3C Web Annotation collection' }).waitFor();
      await workbench.screenshot('export');
      await workbench.choose('annotations');
      // VS Code in a browser asks for a path in a list of its own, which begins with the one that we propose
      await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
      // in the status bar, or as a message where the judge is still at work
      await page
        .getByText(/exported to|Exported\./)
        .first()
        .waitFor();
      const { first } = JSON.parse(readFileSync(at('second-source.json'), 'utf8'));
      const sources = new Set(first.items.map(({ target }: { target: { source: string } }) => target.source));
      if (!sources.has(article)) throw new Error(`${[...sources].join(', ')} have no ${article}`);
    });

    it('takes annotations of others in, and says which are orphaned', async () => {
      const note = (exact: string) => ({
        creator: { type: 'Person', name: 'Jonas Weil' },
        bodyValue: 'Which office?',
        target: { source: article, selector: { type: 'TextQuoteSelector', exact } },
      });
      const notes = [note('Sources close to the harbour police'), note('Nobody wrote this')];
      writeFileSync(at('notes.json'), JSON.stringify(notes));
      await workbench.command('Second Source: Import Notes from Web Annotations…');
      await workbench.choose('notes.json');
      await page.locator('.notification-list-item', { hasText: '2 notes imported' }).first().waitFor();
      await page.locator('.notification-list-item', { hasText: 'orphaned' }).getByText('Show Reviews').click();
      await page.locator('.customview-tree .monaco-list-row', { hasText: 'Which office?' }).first().waitFor();
      await workbench.screenshot('imported');
      await workbench.command('Second Source: Undo Review');
      await page.locator('.welcome-view-content', { hasText: 'Nothing has been dismissed' }).waitFor();
    });
  });
}
