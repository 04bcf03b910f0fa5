// npm run archive:test: a real OpenSearch, one node and three, from the packages in test/archive/pom.xml. Needs Java 17 and
// Maven: without them it says so and tests nothing, and with CI set that counts as failed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

const results = 'test-results';
const programs = ['java', 'javac', 'mvn'];
const missing = programs.filter((program) => spawnSync(program, ['-version'], { stdio: 'ignore' }).status !== 0);

if (missing.length > 0) {
  const reason = `There is no ${missing.join(', ')} here: install a JDK (17 or later) and Maven.`;
  console.log(reason);
  mkdirSync(results, { recursive: true });
  writeFileSync(
    `${results}/archive.json`,
    JSON.stringify({ passed: 0, failed: process.env.CI ? 1 : 0, skipped: reason }),
  );
  process.exitCode = process.env.CI ? 1 : 0;
} else {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}/archive.json`];
  const args = ['vitest', 'run', '--project=archive', ...reporters, ...process.argv.slice(2)];
  process.exitCode = spawnSync('npx', args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
}
