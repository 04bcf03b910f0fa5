import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Judge, NoJudge } from '../../judge/judge.js';
import type { Answered } from '../../judge/messages.js';
import { RemoteJudge } from '../../judge/remoteJudge.js';
import { restarted } from '../../judge/restarted.js';

/** Says which weights the judge in `folder` has: what one judge said is worth nothing to another. '' where there are none. */
export function judgeCard(folder = join(__dirname, 'models')): string {
  try {
    return readFileSync(join(folder, 'judge.json'), 'utf8');
  } catch {
    return '';
  }
}

/**
 * Starts the judge in a thread of its own, with the weights in `folder` (`dist/models` beside the bundles), and again when it
 * dies. A thread keeps nobody waiting who is about to end: it holds the process only while a question is open.
 */
export const startJudge = (
  script = join(__dirname, 'judge.js'),
  folder = join(__dirname, 'models'),
): Promise<Judge | NoJudge> =>
  restarted((onLost) => {
    const worker = new Worker(script, { workerData: { folder } });
    const judge = new RemoteJudge((asked) => {
      worker.ref();
      worker.postMessage(asked);
    }, onLost);
    worker.on('error', (error) => judge.lost(`The judge stopped: ${error.message}`));
    worker.on('exit', () => judge.lost('The judge stopped'));
    worker.on('message', (message: Answered) => {
      judge.hear(message);
      if (!judge.isAsked) worker.unref();
    });
    return judge.loaded;
  });
