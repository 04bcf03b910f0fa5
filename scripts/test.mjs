// Everything that must hold: npm test. What has to be downloaded comes first, then the cheapest. The last line sums the tests of all runners.
// With CI set nothing is skipped: what this machine cannot run counts as failed.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';

const results = 'test-results';
const desktop = process.env.VSCODE_EXECUTABLE_PATH || process.platform !== 'linux';

/** A line that .ci/run has for what takes long to install: it runs beside the first steps. */
const beside = process.env.BESIDE;
const besideEnds = beside && once(spawn(beside, { shell: true, stdio: 'inherit' }), 'exit');

/**
 * `outcome`: the file in which a runner of tests leaves what it saw. `needed`: without it the rest says nothing. `waits`: for the
 * line that runs beside the steps.
 */
const steps = [
  { name: 'test:prepare' },
  { name: 'lint' },
  { name: 'typecheck' },
  { name: 'unused' },
  { name: 'package', needed: true },
  { name: 'audit', outcome: 'audit.json' },
  {
    name: 'test:unit',
    args: `--reporter=default --reporter=json --outputFile.json=${results}/unit.json`,
    outcome: 'unit.json',
  },
  {
    name: 'test:process',
    args: `--reporter=default --reporter=json --outputFile.json=${results}/process.json`,
    outcome: 'process.json',
    waits: true,
  },
  {
    name: 'test:fuzz',
    args: `--reporter=default --reporter=json --outputFile.json=${results}/fuzz.json`,
    outcome: 'fuzz.json',
  },
  {
    name: 'test:work',
    args: `--reporter=default --reporter=json --outputFile.json=${results}/work.json`,
    outcome: 'work.json',
  },
  { name: 'archive:test', outcome: 'archive.json' },
  { name: 'test:neovim', outcome: 'neovim.json' },
  { name: 'test:emacs', outcome: 'emacs.json' },
  { name: desktop ? 'test:electron' : 'test:vscode', outcome: 'extension-host.json' },
  { name: 'test:ui', outcome: 'workbench.json' },
  { name: 'test:web', outcome: 'web.json' },
];

rmSync(results, { recursive: true, force: true });
let passed = 0;
let failed = 0;
const notes = [];
for (const step of steps) {
  if (step.waits && besideEnds) await waitBeside();
  const seen = run(step);
  passed += seen.passed;
  failed += seen.failed;
  if (seen.failed > 0) notes.push(`${step.name}: failed`);
  if (seen.skipped) notes.push(`${step.name}: not run. ${seen.skipped}`);
  if (seen.failed > 0 && step.needed) break;
}
for (const note of notes) console.log(note);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** What could not be installed is told here, and by the tests that miss it. */
async function waitBeside() {
  const start = performance.now();
  const [status] = await besideEnds;
  console.log(`\n— ${beside}: ${status === 0 ? 'done' : `ended with ${status}`}, waited ${seconds(start)} s for it`);
  if (status === 0) return;
  failed++;
  notes.push(`${beside}: failed`);
}

/** Runs one npm script. One that fails without naming a test, or runs no test where it should, has failed once. */
function run({ name, args, outcome }) {
  const start = performance.now();
  console.log(`\n— ${name}`);
  // A shell, because npm is a .cmd file on Windows; the line is ours and holds nothing from outside.
  const { status } = spawnSync(`npm run --silent ${name}${args ? ` -- ${args}` : ''}`, {
    shell: true,
    stdio: 'inherit',
  });
  console.log(`— ${name}: ${status === 0 ? 'done' : `ended with ${status}`}, ${seconds(start)} s`);
  const seen = outcome ? outcomeIn(`${results}/${outcome}`) : { passed: 0, failed: 0 };
  const silent = outcome && seen.passed === 0 && !seen.skipped;
  return { ...seen, failed: Math.max(seen.failed, status !== 0 || silent ? 1 : 0) };
}

/** Vitest and our own runners name their counts differently. */
function outcomeIn(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, ...own } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: numPassedTests ?? own.passed,
    failed: numFailedTests ?? own.failed,
    skipped: own.skipped,
  };
}

function seconds(start) {
  return ((performance.now() - start) / 1000).toFixed(1);
}
