import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { messageOf } from '../files.js';
import type { Answer, Asked } from './diskThread.js';
import { type Disk, readFile } from './readFile.js';

/** Waits for each answer, which takes a sixth of the time: this thread does nothing else. */
const disk: Disk = { open: openSync, fstat: fstatSync, read: readSync, close: closeSync };

const answer = ({ file, largest }: Asked): Promise<Answer> =>
  readFile(file, largest, disk).catch((error: unknown) => ({ failed: messageOf(error) }));

parentPort?.on('message', async (asked: readonly Asked[]) => {
  const answers: Answer[] = [];
  for (const one of asked) answers.push(await answer(one));
  parentPort?.postMessage(answers);
});
