// What a person sees and does, in a browser: node scripts/run.mjs test/vscode/ui.ts
import { runMocha } from './mocha.js';
import { conclude } from './outcome.js';
import { articles, loggedErrors } from './profile.js';
import { describeArchive } from './ui/archive.js';
import { describeArticle } from './ui/article.js';
import { describeDirections } from './ui/directions.js';
import { describeExports } from './ui/exports.js';
import { describeFigures } from './ui/figures.js';
import { describeFind } from './ui/find.js';
import { describeGerman } from './ui/german.js';
import { describeHostile } from './ui/hostile.js';
import { describeImports } from './ui/imports.js';
import { describeIncidents } from './ui/incidents.js';
import { describePanel } from './ui/panel.js';
import { describePolicy } from './ui/policy.js';
import { describeProject } from './ui/project.js';
import { describeReading } from './ui/reading.js';
import { describeReviews } from './ui/reviews.js';
import { describeThemes } from './ui/themes.js';
import { describeViews } from './ui/views.js';
import { describeWalkthrough } from './ui/walkthrough.js';
import { Workbench } from './workbench.js';

void conclude('workbench', async () => {
  const workbench = await Workbench.open(articles);
  try {
    return await runMocha(
      async () => {
        for (const describe of [
          describeArticle,
          describeReading,
          describePanel,
          describeFigures,
          describeFind,
          describeViews,
          describeReviews,
          describeIncidents,
          describeExports,
          describeImports,
          describeThemes,
          describeProject,
          describeHostile,
          describePolicy,
          describeGerman,
          describeWalkthrough,
          describeDirections,
          describeArchive,
        ])
          describe(workbench);
      },
      // One thing leads to the next: after a failure the rest would only wait in vain.
      { print: console.log, timeout: 120_000, stopAtFailure: true, failed: (title) => show(workbench, title) },
    );
  } finally {
    await workbench.close();
  }
});

/** What could be seen when a test or a hook failed, and what was logged until then. */
async function show(workbench: Workbench, title: string): Promise<void> {
  console.error(`VS Code logged:\n${loggedErrors(workbench.profile) || 'no error'}`);
  await workbench.screenshot(`failed ${title.replace(/\W+/g, ' ')}`);
}
