// The extension in the browser alone, as vscode.dev runs it, and beside it on a machine: node scripts/run.mjs test/vscode/web.ts
import { runMocha } from './mocha.js';
import { conclude, type Outcome } from './outcome.js';
import { articles, loggedErrors } from './profile.js';
import { describeHostile } from './ui/hostile.js';
import { describeHostileFolder, hostileFolder, share } from './ui/hostileFolder.js';
import { describeImports } from './ui/imports.js';
import { describeKept } from './ui/kept.js';
import { describeLostJudge } from './ui/lostJudge.js';
import { describeProject } from './ui/project.js';
import { describeReport } from './ui/report.js';
import { describeReviews } from './ui/reviews.js';
import { Workbench } from './workbench.js';

/** Where it runs, the files it opens, and what is tried with them. */
const runs = [
  { where: 'machine', opens: 'samples', describes: [describeReport] },
  { where: 'browser', opens: 'samples', describes: [describeReport, describeLostJudge, describeKept] },
  { where: 'browser', opens: articles, describes: [describeReviews, describeProject, describeImports] },
  {
    where: 'browser',
    opens: hostileFolder(),
    describes: [describeHostileFolder, (workbench: Workbench) => describeHostile(workbench, share)],
  },
] as const;

void conclude('web', async () => {
  const total = { passed: 0, failed: 0 };
  for (const run of runs) {
    const { passed, failed } = await tried(run);
    total.passed += passed;
    total.failed += failed;
  }
  return total;
});

async function tried({ where, opens, describes }: (typeof runs)[number]): Promise<Outcome> {
  console.log(`\nThe extension runs in: ${where}`);
  const workbench = await Workbench.open(opens, undefined, where);
  const logged: string[] = [];
  workbench.page.on('console', (message) => message.type() === 'error' && logged.push(message.text()));
  try {
    return await runMocha(
      async () => {
        for (const describe of describes) describe(workbench);
      },
      {
        print: console.log,
        timeout: 120_000,
        stopAtFailure: true,
        failed: async (title) => {
          console.error(`VS Code logged:\n${loggedErrors(workbench.profile)}\n${logged.join('\n')}`);
          await workbench.screenshot(`failed in ${where} ${title.replace(/\W+/g, ' ')}`);
        },
      },
    );
  } finally {
    await workbench.close();
  }
}
