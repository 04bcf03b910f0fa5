// Looks for texts and edits that break an invariant, with new ones each time: npm run fuzz -- [MINUTES] [SEED]
// MINUTES is the time of each property (2 unless said otherwise). A failure prints its text, and its seed to come again.
import { spawnSync } from 'node:child_process';

const [minutes = '2', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
console.log(`npm run fuzz -- ${minutes} ${seed}`);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project=fuzz', '--test-timeout=0'],
  {
    stdio: 'inherit',
    env: { ...process.env, FUZZ_MINUTES: minutes, FUZZ_SEED: seed },
  },
);
process.exitCode = status ?? 1;
