// Asks npm for known faults of the packages whose code ships (those that the source maps in dist/ name; others only build
// and test): npm run audit. Where npm cannot be asked, that is said and is no failure.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const shipped = new Set(
  readdirSync('dist')
    .filter((name) => name.endsWith('.js.map'))
    .flatMap((name) => JSON.parse(readFileSync(`dist/${name}`, 'utf8')).sources)
    .flatMap((source) => /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(source)?.[0] ?? []),
);
if (shipped.size === 0) {
  console.error('dist/ names no package: run `npm run build` first.');
  process.exit(1);
}

const { stdout } = spawnSync('npm audit --json', {
  shell: true,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
});
const answer = told(stdout);
const outcome =
  answer.vulnerabilities === undefined
    ? {
        passed: 0,
        failed: 0,
        skipped: `npm's registry does not say which faults are known (${answer.message ?? 'no answer'}): what ships was not checked.`,
      }
    : checked(answer.vulnerabilities);
if (outcome.skipped) console.log(outcome.skipped);
else console.log(`${shipped.size} packages ship; known faults in ${outcome.failed} of them`);
mkdirSync('test-results', { recursive: true });
writeFileSync('test-results/audit.json', JSON.stringify(outcome));
process.exitCode = outcome.failed > 0 ? 1 : 0;

function checked(vulnerabilities) {
  const faulty = Object.values(vulnerabilities).filter(({ nodes }) => nodes.some((node) => shipped.has(node)));
  for (const { name, severity, range, via } of faulty)
    console.error(`${name} ${range}: ${severity}; ${via.map((why) => why.title ?? why).join('; ')}`);
  return { passed: faulty.length === 0 ? 1 : 0, failed: faulty.length };
}

function told(json) {
  try {
    return JSON.parse(json);
  } catch {
    return {};
  }
}
