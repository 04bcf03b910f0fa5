// The extension in the browser alone, as vscode.dev runs it, beside it on a machine, and there with a folder that lies on no
// disk: node scripts/run.mjs test/vscode/web.ts
import { runMocha } from './mocha.js';
import { conclude, type Outcome } from './outcome.js';
import { articles, loggedErrors } from './profile.js';
import { describeElsewhere } from './ui/elsewhere.js';
import { describeHostile } from './ui/hostile.js';
import { describeHostileFolder, hostileFolder, share } from './ui/hostileFolder.js';
import { describeImports } from './ui/imports.js';
import { describeKept } from './ui/kept.js';
import { describeLostJudge } from './ui/lostJudge.js';
import { describeProject } from './ui/project.js';
import { describeReport } from './ui/report.js';
import { describeReviews } from './ui/reviews.js';
import { type Elsewhere, Workbench } from './workbench.js';

/** Where it runs, the files it opens, and what is tried with them. */
interface Run {
  readonly where: 'machine' | 'browser';
  readonly opens: string;
  readonly elsewhere?: Elsewhere;
  readonly describes: readonly ((workbench: Workbench) => void)[];
}

const runs: readonly Run[] = [
  { where: 'machine', opens: 'samples', describes: [describeReport] },
  { where: 'browser', opens: 'samples', describes: [describeReport, describeLostJudge, describeKept] },
  { where: 'browser', opens: articles, describes: [describeReviews, describeProject, describeImports] },
  {
    where: 'browser',
    opens: hostileFolder(),
    describes: [describeHostileFolder, (workbench: Workbench) => describeHostile(workbench, share)],
  },
  {
    where: 'machine',
    opens: articles,
    elsewhere: { uri: 'mem:/newsroom', extension: 'test/vscode/memory' },
    describes: [describeElsewhere],
  },
];

void conclude('web', async () => {
  const total = { passed: 0, failed: 0 };
  for (const run of runs) {
    const { passed, failed } = await tried(run);
    total.passed += passed;
    total.failed += failed;
  }
  return total;
});

async function tried({ where, opens, elsewhere, describes }: Run): Promise<Outcome> {
  console.log(`\nThe extension runs in: ${where}`);
  const workbench = await Workbench.open(opens, undefined, where, elsewhere);
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
