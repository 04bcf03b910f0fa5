import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Judge } from '../../server/src/judge/judge.js';
import { startJudge } from '../../server/src/sync/node/judgeThread.js';

/** The thread as it ships: built first (`npm run test:unit` does). */
const script = resolve('dist/judge.js');
const models = resolve('dist/models');
const pair = { a: 'Nine people died in Aldmere on Monday.', b: 'On Monday nine people died in Aldmere.' };

const folder = mkdtempSync(join(tmpdir(), 'second-source-judge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function started(of: string): Promise<Judge> {
  const judge = await startJudge(of, models);
  if ('error' in judge) throw new Error(judge.error);
  return judge;
}

/** A thread that does what is written, instead of judging. */
function thread(name: string, code: string): string {
  const file = join(folder, `${name}.cjs`);
  writeFileSync(file, `const { parentPort } = require('node:worker_threads');\n${code}`);
  return file;
}

describe('the judge in a thread of its own', () => {
  it('answers several who ask at once', async () => {
    const judge = await started(script);
    const [one, other] = await Promise.all([judge.judge([pair, pair]), judge.judge([pair])]);
    expect(one).toHaveLength(2);
    expect(other).toHaveLength(1);
    expect(judge.version).toMatch(/^[0-9a-f]{16}$/);
  });

  it('says why there is none', async () => {
    expect(await startJudge(script, folder)).toEqual({ error: expect.stringContaining('cannot be read') });
    expect(await startJudge(join(folder, 'absent.js'), models)).toHaveProperty('error');
    expect(await startJudge(thread('dies', 'process.exit(1);'), models)).toHaveProperty('error');
  });

  it('is started again when its thread dies, and asked again what it was asked then', async () => {
    // its first life ends at the first question; the second answers
    const mark = join(folder, 'died').replaceAll('\\', '/');
    const judge = await started(
      thread(
        'dies-once',
        `const fs = require('node:fs');
         parentPort.postMessage({ version: 'x' });
         parentPort.on('message', ({ ask, pairs }) => {
           if (!fs.existsSync('${mark}')) { fs.writeFileSync('${mark}', ''); process.exit(1); }
           parentPort.postMessage({ ask, opinions: pairs.map(() => ({ same: 1, conflict: 0, neither: 0 })) });
         });`,
      ),
    );
    const said = [{ same: 1, conflict: 0, neither: 0 }];
    expect(await Promise.all([judge.judge([pair]), judge.judge([pair])])).toEqual([said, said]);
  });

  it('is started again when its thread dies before it has said a word', async () => {
    const mark = join(folder, 'born').replaceAll('\\', '/');
    const judge = await started(
      thread(
        'born-twice',
        `const fs = require('node:fs');
         if (!fs.existsSync('${mark}')) { fs.writeFileSync('${mark}', ''); process.exit(1); }
         parentPort.postMessage({ version: 'x' });
         parentPort.on('message', ({ ask }) => parentPort.postMessage({ ask, opinions: [] }));`,
      ),
    );
    expect(await judge.judge([])).toEqual([]);
  });

  it('is given up when it dies again and again', async () => {
    const judge = await started(
      thread(
        'dies-always',
        `parentPort.postMessage({ version: 'x' }); parentPort.on('message', () => process.exit(1));`,
      ),
    );
    for (let times = 0; times < 5; times++) await expect(judge.judge([pair])).rejects.toThrow('stopped');
  });

  it('answers others when one question fails', async () => {
    const judge = await started(
      thread(
        'fails',
        `parentPort.postMessage({ version: 'x' });
         parentPort.on('message', ({ ask, pairs }) =>
           parentPort.postMessage(pairs.length > 1 ? { ask, failed: 'too many' } : { ask, opinions: [] }));`,
      ),
    );
    await expect(judge.judge([pair, pair])).rejects.toThrow('too many');
    expect(await judge.judge([pair])).toEqual([]);
  });
});
