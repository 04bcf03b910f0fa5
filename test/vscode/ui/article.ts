import type { Workbench } from '../workbench.js';

/** What a person sees in an article: marks, their entries in Problems, the hover, the status item. */
export function describeArticle(workbench: Workbench): void {
  const article = 'tressel-evening-mail.txt';
  const source = 'Sources close to the harbour police';

  describe('An article in the editor', () => {
    before(() => workbench.openArticle(article));
    after(() => workbench.command('View: Close All Editors'));

    it('has squiggles under its marks', async () => {
      await workbench.mark(article).waitFor();
    });

    it('says above its headline how many of its claims stand elsewhere', async () => {
      await workbench
        .lens(article)
        .filter({ hasText: /claims? elsewhere/ })
        .waitFor();
    });

    it('lists its marks in Problems, with their rule', async () => {
      await workbench.command('Problems: Focus on Problems View');
      const problems = await workbench.problems('');
      const problem = problems.filter({ hasText: /reports? otherwise/ }).filter({ hasText: 'Second Source' });
      await problem.filter({ hasText: 'conflicting-report' }).waitFor();
      await workbench.command('View: Hide Panel');
      await problem.waitFor({ state: 'hidden' });
    });

    it('explains a mark when the mouse rests on it', async () => {
      const hover = await workbench.hover(article, 'Sources close');
      await hover.filter({ hasText: source }).filter({ hasText: 'What would settle it' }).first().waitFor();
      await workbench.page.keyboard.press('Escape');
    });

    it('says in the status item how many articles there are', async () => {
      await workbench.clickOn(article, 'Schools');
      const status = await workbench.languageStatus();
      await status.filter({ hasText: '6 articles' }).waitFor();
    });

    it('says in the status item why a file is no article', async () => {
      await workbench.openArticle('requirements.txt');
      const status = await workbench.languageStatus();
      await status.filter({ hasText: 'project file' }).waitFor();
    });
  });
}
