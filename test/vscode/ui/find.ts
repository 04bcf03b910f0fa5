import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from '../workbench.js';

/** Finding who asserts a claim, from words typed to the sentence in its article. */
export function describeFind(workbench: Workbench): void {
  describe('Find a Claim', () => {
    after(() => workbench.command('View: Close All Editors'));

    it('lists who asserts what is typed, and opens the sentence', async () => {
      const article = 'kastrel-wire.txt';
      await workbench.command('Second Source: Find a Claim');
      await workbench.type('shells struck the ferry terminal and killed people');
      await workbench.choose('Kastrel Wire · 2031-03-05');
      const text = readFileSync(join(workbench.profile.workspace, article), 'utf8');
      const line = text.slice(0, text.indexOf('Shells that struck')).split('\n').length;
      await workbench.lineNumberOfCursor(article, line).waitFor();
    });

    it('says that nothing was found, and what to try', async () => {
      await workbench.command('Second Source: Find a Claim');
      await workbench.type('zeppelins over Quux');
      await workbench.page.locator('.quick-input-list', { hasText: 'Nothing found' }).waitFor();
      await workbench.page.keyboard.press('Escape');
    });
  });
}
