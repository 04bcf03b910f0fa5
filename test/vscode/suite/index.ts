import { appendFileSync, writeFileSync } from 'node:fs';
import { runMocha } from '../mocha.js';

const load = () =>
  Promise.all([
    import('./marks.test.js'),
    import('./answers.test.js'),
    import('./commands.test.js'),
    import('./samples.test.js'),
  ]);

/**
 * The entry point that VS Code calls inside its extension host, started by our own runner or by @vscode/test-electron:
 * rejects when a test failed. What the tests print and their outcome go to files that the runner names, since a host
 * that crashes looks to VS Code like one that ended well.
 */
export async function run(): Promise<void> {
  const { SUITE_REPORT: report, SUITE_OUTCOME: outcomeFile } = process.env;
  if (!report || !outcomeFile) throw new Error('SUITE_REPORT and SUITE_OUTCOME name the files to write.');
  const outcome = await runMocha(load, {
    print: (line) => appendFileSync(report, `${line}\n`),
    timeout: 30_000,
  });
  writeFileSync(outcomeFile, JSON.stringify(outcome));
  if (outcome.failed > 0) throw new Error(`${outcome.failed} failed`);
}
