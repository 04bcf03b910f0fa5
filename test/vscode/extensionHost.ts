import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Outcome } from './outcome.js';
import { loggedErrors, type Profile } from './profile.js';

/** The suite of test/vscode/suite as one file that VS Code can load. Its place lets it find mocha. */
export async function bundledSuite(): Promise<string> {
  const outfile = resolve('node_modules/.cache/second-source/suite.cjs');
  await build({
    entryPoints: ['test/vscode/suite/index.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}

/**
 * Runs the suite with `start`, which starts a VS Code with this environment and comes back when it has ended.
 * The suite's own word counts, not how VS Code ended: no word is a failure.
 */
export async function runSuite(
  profile: Profile,
  start: (env: Record<string, string>) => Promise<void>,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-suite-'));
  const report = join(folder, 'report.txt');
  const outcomeFile = join(folder, 'outcome.json');
  let trouble: unknown;
  try {
    await start({ SUITE_REPORT: report, SUITE_OUTCOME: outcomeFile });
  } catch (error) {
    trouble = error;
  }
  if (existsSync(report)) console.log(readFileSync(report, 'utf8'));
  const outcome: Outcome = existsSync(outcomeFile)
    ? JSON.parse(readFileSync(outcomeFile, 'utf8'))
    : { passed: 0, failed: 1 };
  if (!existsSync(outcomeFile)) console.error('The extension host ended before the suite did.');
  if (outcome.failed > 0) console.error(trouble ?? '', `\nVS Code logged:\n${loggedErrors(profile)}`);
  rmSync(folder, { recursive: true, force: true });
  return outcome;
}
