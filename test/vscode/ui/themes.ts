import type { Theme, Workbench } from '../workbench.js';
import { themes } from '../workbench.js';

/** The same things in every kind of theme; the pictures are for people to look at. */
export function describeThemes(workbench: Workbench): void {
  for (const theme of Object.keys(themes) as Theme[]) {
    describe(theme, () => {
      before(() => workbench.useTheme(theme));
      after(() => workbench.command('View: Close All Editors'));

      it('shows marks, a hover and the panel', () => picture(workbench, theme));
    });
  }
}

async function picture(workbench: Workbench, theme: Theme): Promise<void> {
}
