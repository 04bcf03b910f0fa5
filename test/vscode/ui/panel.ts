import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { Workbench } from '../workbench.js';

/** The panel beside an article, from the palette to the sentence in the other file. */
export function describePanel(workbench: Workbench): void {
  const article = 'pellworth-observer.md';
  const title = 'Ferry terminal at Orlo Point hit overnight';
  const lineOf = (name: string, words: string): number => {
    const text = readFileSync(join(workbench.profile.workspace, name), 'utf8');
    return text.slice(0, text.indexOf(words)).split('\n').length;
  };
  const mention = (outlet: string, line: number): Locator =>
    workbench.panel().getByRole('button', { name: new RegExp(`^${outlet} · .*line ${line} ?(?!Possibly)[A-Z]`) });
  const heading = (name: string): Locator => workbench.panel().getByRole('heading', { name, level: 1 });

  describe('The corroboration panel', () => {
    before(async () => {
      await workbench.openArticle(article);
      await workbench.mark(article).waitFor();
    });
    after(() => workbench.command('View: Close All Editors'));

    it('opens from the palette and lists who else makes the article’s claims', async () => {
      await workbench.command('Second Source: Show Corroboration');
      await heading(title).waitFor();
      const copied = mention('Tressel Evening Mail', lineOf('tressel-evening-mail.txt', 'Shells struck'));
      await copied.filter({ hasText: 'killing 30 people' }).filter({ hasText: '2031-03-05' }).first().waitFor();
    });

    it('tells a hedge that the other lost', async () => {
      await workbench.panel().locator('.drift', { hasText: 'around' }).first().waitFor();
    });

    it('sets a conflicting report apart in words', async () => {
      const conflict = mention('Kastrel Wire', lineOf('kastrel-wire.txt', 'killed 11 people'));
      await conflict.filter({ hasText: 'Conflicting report' }).first().waitFor();
    });

    it('shows only what passes its filter', async () => {
      const filter = workbench.panel().getByRole('searchbox', { name: 'Filter by words' });
      const claims = workbench.panel().locator('.claim:not(.uncertain)');
      await filter.fill('no such words');
      await workbench.panel().getByText('No claim passes the filter.').waitFor();
      await filter.fill('');
      await claims.first().waitFor();
    });

    it('tells who said it first', async () => {
      await workbench.panel().getByText('Who said it first').first().click();
      await workbench.panel().getByRole('cell', { name: '2031-03-05' }).first().waitFor();
      await workbench.screenshot('panel-timeline');
    });

    it('opens the other article beside, at the sentence, and stays', async () => {
      const line = lineOf('tressel-evening-mail.txt', 'Shells struck');
      await mention('Tressel Evening Mail', line).first().click();
      await workbench.lineNumberOfCursor('tressel-evening-mail.txt', line).waitFor();
      await workbench.editor(article).waitFor();
      await heading(title).waitFor();
    });

    it('goes on to the next article by keyboard', async () => {
      const line = lineOf('kastrel-wire.txt', 'killed 11 people');
      await mention('Kastrel Wire', line).first().press('Enter');
      await workbench.lineNumberOfCursor('kastrel-wire.txt', line).waitFor();
      await heading(title).waitFor();
    });

    it('lays the two articles side by side', async () => {
      await workbench
        .panel()
        .getByRole('button', { name: 'Compare articles: this and Tressel Evening Mail' })
        .first()
        .click();
      await workbench.page.locator('.monaco-diff-editor .editor.modified .view-line').first().waitFor();
      await workbench.screenshot('compare');
      await workbench.page.keyboard.press('Control+F4');
      await heading(title).waitFor();
    });

    it('comes back with the window', async () => {
      await workbench.reload('secondSource.corroboration');
      await heading(title).waitFor();
    });

    it('shows markup in an article as text', async () => {
      await workbench.clickOn(article, 'Rescue'); // else the next file opens in front of the panel, whose side is active
      await workbench.openArticle('ostmouth-gazette.txt');
      await heading('Cranes stand still at Ostmouth').waitFor();
      await workbench
        .panel()
        .getByRole('button', { name: /^Island Courier/ })
        .first()
        .waitFor();
      assert.equal(await workbench.panel().locator('img').count(), 0);
    });

    it('follows the editor in front, and says when nothing is shared', async () => {
      await workbench.openArticle('garden-show.txt');
      await heading('Nothing shared').waitFor();
      await workbench.panel().getByText('No other article makes a claim of').waitFor();
    });

    it('says why a file is not checked', async () => {
      await workbench.openArticle('requirements.txt');
      await heading('This file is not checked').waitFor();
      await workbench.panel().getByText('project file').waitFor();
    });

    it('says what to do while no article is open', async () => {
      await workbench.command('View: Close All Editors');
      await workbench.command('Second Source: Show Corroboration');
      await heading('No article is open').waitFor();
    });
  });
}
