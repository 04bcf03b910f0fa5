import type { Locator } from 'playwright-core';
import type { Workbench } from '../workbench.js';

/** What a person says of a finding: from the light bulb to the list of all reviews, and back. */
export function describeReviews(workbench: Workbench): void {
  const article = 'tressel-evening-mail.txt';
  const source = 'Sources close to the harbour police';
  const { page } = workbench;

  /** An entry of the quick fixes at some words. */
  const fix = (title: string | RegExp): Promise<Locator> =>
    workbench.quickFix(article, workbench.placeIn(article, source), title);
  const row = (words: string): Locator => page.locator('.customview-tree .monaco-list-row', { hasText: words }).first();
  const hovered = async (words: string): Promise<void> => {
    const hover = await workbench.hover(article, 'Sources close');
    await hover.filter({ hasText: words }).first().waitFor();
    await page.keyboard.press('Escape');
  };

  describe('A review', () => {
    before(async () => {
      await workbench.openArticle(article);
      await workbench.mark(article).waitFor();
      await workbench.lens(article).waitFor();
      await workbench.compared();
    });
    after(async () => {
      await workbench.command('View: Show Explorer');
      await workbench.command('View: Close All Editors');
    });

    it('begins in an empty view that says how', async () => {
      await workbench.command('Focus on Review View');
      await page.locator('.welcome-view-content', { hasText: 'Nothing has been dismissed' }).waitFor();
      await workbench.screenshot('review-empty');
    });

    it('is made from the quick fixes: the reason is chosen, the name asked once', async () => {
      // the sentence is contested, too, once that was found: the source is dismissed, not the conflict
      await (await fix(/Dismiss this finding…(?! (?:conflicting|repeated|casualty|certainty)-)/)).click();
      await workbench.choose('Agreed with the desk');
      await page.getByText('Your name').first().waitFor();
      await workbench.type('Mara Voss');
      await page.keyboard.press('Enter');
      await row('Agreed with the desk').waitFor();
      await hovered('Dismissed by Mara Voss');
      await workbench.lens(article).filter({ hasNotText: 'unnamed source' }).waitFor(); // the marks have come anew
    });

    it('is written in a person’s own words, too, and the name is known', async () => {
      await (await fix('Add a note')).click();
      await page.locator('.quick-input-widget', { hasText: 'whoever reads this next' }).waitFor();
      await workbench.type('Ask Henrike Sandvoll’s office on Monday');
      await page.keyboard.press('Enter');
      await row('Ask Henrike Sandvoll’s office').waitFor();
      await hovered('Note by Mara Voss');
      await workbench.screenshot('review');
    });

    it('leads from the view to its words', async () => {
      await workbench.openByName('pellworth-observer.md');
      await row('Agreed with the desk').click();
      await page.locator(`.monaco-editor[data-uri$="/${article}"]`).first().waitFor();
    });

    it('is taken back with a click or a command, and that, too', async () => {
      await row('Agreed with the desk').hover();
      await row('Agreed with the desk').getByRole('button', { name: 'Take Review Back' }).click();
      await row('Agreed with the desk').waitFor({ state: 'detached' });
      await workbench.command('Second Source: Undo Review');
      await row('Agreed with the desk').waitFor();
      await workbench.command('Second Source: Undo Review');
      await row('Ask Henrike').waitFor({ state: 'detached' });
      await workbench.command('Second Source: Undo Review');
      await row('Agreed with the desk').waitFor({ state: 'detached' });
    });
  });
}
