import type { Workbench } from '../workbench.js';

/** How much of an article is marked, and the way from mark to mark. */
export function describeReading(workbench: Workbench): void {
  const article = 'pellworth-observer.md';
  const { page } = workbench;
  /** Dots under what is only repeated elsewhere: found, and nothing to question. */
  const hint = () => workbench.editor(article).locator('.squiggly-hint').first();
  const entry = (words: string) => page.locator('.statusbar-item.right', { hasText: words });

  describe('How much is marked', () => {
    before(async () => {
      await workbench.openArticle(article);
      await workbench.mark(article).waitFor();
      await workbench.lens(article).waitFor();
    });
    after(() => workbench.command('View: Close All Editors'));

    it('stands in the status bar, is chosen there, and what is not marked is told on hover', async () => {
      await hint().waitFor({ state: 'detached' });
      const hover = await workbench.hover(article, 'Rescue workers');
      await hover.filter({ hasText: 'repeated-claim' }).first().waitFor();
      await page.keyboard.press('Escape');
      await entry('to question').click();
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'All that is found' }).waitFor();
      await workbench.screenshot('reading-levels');
      await workbench.type('everything');
      await page.keyboard.press('Enter');
      await hint().waitFor();
      await entry('to question').click();
      await workbench.type('standard');
      await page.keyboard.press('Enter');
      await hint().waitFor({ state: 'detached' });
    });

    it('is walked through by the keyboard alone, round the end, with the hover of each mark', async () => {
      await workbench.clickOn(article, 'Ferry terminal');
      const at = (line: number) => workbench.lineNumberOfCursor(article, line);
      await page.keyboard.press('Control+Home');
      await at(1).waitFor(); // keys that are pressed for the first time may be overtaken by others
      for (const [keys, line] of [
        ['Control+F8', 9],
        ['Control+F8', 11],
        ['Control+Shift+F8', 9],
      ] as const) {
        await page.keyboard.press(keys);
        await at(line).waitFor();
      }
      await page.keyboard.press('Control+Shift+F8');
      await at(9).waitFor({ state: 'detached' });
      await page.keyboard.press('Control+F8');
      await at(9).waitFor();
      await page
        .locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: 'What would settle it' })
        .first()
        .waitFor();
      await page.keyboard.press('Escape');
    });

    it('is nothing while Second Source is off, which the status bar says', async () => {
      await workbench.command('Second Source: Turn On or Off');
      await workbench.mark(article).waitFor({ state: 'detached' });
      await entry('Second Source is off').click();
      await workbench.mark(article).waitFor();
    });
  });
}
