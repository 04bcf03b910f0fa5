// npm run longday -- [--edits 100000] [--files 2000] [--kills 100] [--seed 1]: a long day of editing, and servers that are
// killed. Says what was done and exits with 1 where memory grew by a tenth, marks differ or anything was logged.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killed } from '../process/kills.js';
import { day, growth } from './day.js';

const option = (fallback: string) => ({ type: 'string', default: fallback }) as const;
const { values } = parseArgs({
  options: { edits: option('100000'), files: option('2000'), kills: option('100'), seed: option('1') },
});
const [edits, files, kills, seed] = [values.edits, values.files, values.kills, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
];

async function main(): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'second-source-longday-'));
  const faults: string[] = [];
  try {
    const start = performance.now();
    const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
    const told = (done: number, bytes: number): void => console.log(`${done} edits: ${megabytes(bytes)} MB`);
    const seen = await day({ files, edits, seed, told });
    console.log(
      `${edits} edits over ${files} files in ${((performance.now() - start) / 1000).toFixed(0)} s`,
      seen.done,
    );
    console.log(
      `memory (MB): ${seen.memory.map(megabytes).join(', ')}; growth after warm-up ${(growth(seen.memory) * 100).toFixed(1)} %`,
    );
    if (growth(seen.memory) > 0.1) faults.push('memory grew');
    faults.push(...seen.differences.map((file) => `${file}: marks differ from those of a rebuild`), ...seen.log);
    const killing = await killed({ place, rounds: kills, articles: 300, seed });
    console.log(`${killing.kills} servers killed, ${killing.whileStoring} of them while they stored`);
    faults.push(...killing.differences, ...killing.leftOver.map((name) => `left over: ${name}`));
  } finally {
    rmSync(place, { recursive: true });
  }
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

void main();
