// Pictures of samples/ in four themes, those of the README among them (media/*.png, in the light theme):
// node scripts/run.mjs test/vscode/screenshots.ts, then look in test-results/.
import { type Theme, themes, Workbench } from './workbench.js';

const article = 'northwire-sarvino-market.txt';

async function main(): Promise<void> {
  // small enough for words to be read where the README shows it, and for its files to stay below 200 KB
  const workbench = await Workbench.open('samples', { width: 1120, height: 700 });
  try {
    // all is compared before the first picture: the line above the headline would stay for a while as it was before
    await workbench.openArticle(article);
    await workbench.command('Second Source: Show Corroboration');
    await workbench.panel().locator('.claim').filter({ hasText: 'Contested' }).first().waitFor();
    await workbench.compared();
    await workbench.command('View: Close All Editors');
    for (const theme of Object.keys(themes) as Theme[]) {
      const name = theme.toLowerCase().replaceAll(' ', '-');
      await workbench.useTheme(theme);
      await workbench.openArticle(article);
      await workbench.lens(article).waitFor();
      await workbench.page.locator('.hover-language-status').waitFor({ state: 'hidden' });
      // first: text that flows anew would move the claim out of view
      await workbench.command('View: Close Primary Side Bar');
      const hover = await workbench.hover(article, 'A source close');
      await hover.filter({ hasText: 'What would settle it' }).first().waitFor();
      await workbench.screenshot(`samples-${name}-marks`);
      await workbench.clickOn(article, 'Local media'); // the panel shows the claim at the cursor first
      await workbench.command('Second Source: Show Corroboration');
      await workbench.panel().locator('.claim').filter({ hasText: 'Contested' }).first().waitFor();
      await workbench.screenshot(`samples-${name}-panel`);
      await workbench.command('View: Close All Editors');
      await workbench.command('Second Source: Compare Casualty Figures');
      await workbench.panel().locator('table').first().waitFor();
      await workbench.screenshot(`samples-${name}-figures`);
      await workbench.command('View: Close All Editors');
      await workbench.command('View: Show Explorer');
    }
  } finally {
    await workbench.close();
  }
}

void main();
