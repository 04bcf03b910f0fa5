import assert from 'node:assert/strict';
import type { Theme, Workbench } from '../workbench.js';
import { themes } from '../workbench.js';

/** The same things in every kind of theme; the pictures are for people to look at. */
export function describeThemes(workbench: Workbench): void {
  const article = 'pellworth-observer.md';

  for (const theme of Object.keys(themes) as Theme[]) {
    const picture = (what: string): Promise<void> =>
      workbench.screenshot(`${theme.toLowerCase().replaceAll(' ', '-')}-${what}`);

    describe(`In the theme ${theme}`, () => {
      before(() => workbench.useTheme(theme));
      after(() => workbench.command('View: Close All Editors'));

      it('marks and their hover are seen', async () => {
        await workbench.openArticle(article);
        await workbench.mark(article).waitFor();
        await workbench.lens(article).waitFor();
        await picture('marks');
        const hover = await workbench.hover(article, 'A senior official');
        await hover.filter({ hasText: 'What would settle it' }).first().waitFor();
        await picture('hover');
        await workbench.page.keyboard.press('Escape');
      });

      it('the panel is seen in its colours', async () => {
        await workbench.command('Second Source: Show Corroboration');
        await workbench.panel().locator(`body.${bodyClass[theme]} .claim`).first().waitFor();
        await picture('panel');
        assert.deepEqual(await workbench.panelFaults(), []);
      });

      it('the picture of who rests on whom is seen, and the table of figures', async () => {
        await workbench.panel().getByText('Who rests on whom').click();
        await workbench.panel().locator('.graph svg').waitFor();
        assert.deepEqual(await workbench.panelFaults(), []);
        await picture('graph');
        await workbench.command('Second Source: Compare Casualty Figures');
        await workbench.panel().locator(`body.${bodyClass[theme]} .figures`).waitFor();
        await picture('figures');
        assert.deepEqual(await workbench.panelFaults(), []);
      });
    });
  }
}

/** What VS Code calls the kind of theme inside a panel. */
const bodyClass: Record<Theme, string> = {
  'Light 2026': 'vscode-light',
  'Dark 2026': 'vscode-dark',
  'Dark High Contrast': 'vscode-high-contrast',
  'Light High Contrast': 'vscode-high-contrast-light',
};
