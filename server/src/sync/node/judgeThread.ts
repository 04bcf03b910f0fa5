import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Judge, NoJudge, Opinion, Pair } from '../../judge/judge.js';
import type { Answered } from '../../judge/messages.js';
import { Questions } from '../../judge/questions.js';

/** A thread that died is started again so often; then something is wrong that starting does not mend. */
const mostStarts = 3;

/** Says which weights the judge in `folder` has: what one judge said is worth nothing to another. '' where there are none. */
export function judgeCard(folder = join(__dirname, 'models')): string {
  try {
    return readFileSync(join(folder, 'judge.json'), 'utf8');
  } catch {
    return '';
  }
}

interface Thread {
  readonly version: string;
  ask(pairs: readonly Pair[]): Promise<readonly Opinion[]>;
}

/**
 * Starts the judge in a thread of its own, with the weights in `folder` (`dist/models` beside the bundles). A thread
 * keeps nobody waiting who is about to end: it holds the process only while a question is open.
 */
export async function startJudge(
  script = join(__dirname, 'judge.js'),
  folder = join(__dirname, 'models'),
): Promise<Judge | NoJudge> {
  let starts = 1;
  let lost = false;
  const open = (): Promise<Thread | NoJudge> =>
    startThread(script, folder, () => {
      lost = true;
    });
  let running = open();
  const first = await running;
  if ('error' in first) return first;
  return {
    version: first.version,
    async judge(pairs) {
      if (lost && starts < mostStarts) {
        lost = false;
        starts++;
        running = open();
      }
      const thread = await running;
      if ('error' in thread) throw new Error(thread.error);
      return thread.ask(pairs);
    },
  };
}

function startThread(script: string, folder: string, onLost: () => void): Promise<Thread | NoJudge> {
  const worker = new Worker(script, { workerData: { folder } });
  const questions = new Questions((asked) => worker.postMessage(asked));
  let ended: string | null = null;
  const settle = (): void => {
    if (questions.areAllAnswered) worker.unref();
  };
  return new Promise((resolve) => {
    const end = (reason: string): void => {
      if (ended !== null) return;
      ended = reason;
      onLost();
      resolve({ error: reason });
      questions.lost(reason);
    };
    worker.on('error', (error) => end(`The judge stopped: ${error.message}`));
    worker.on('exit', () => end('The judge stopped'));
    worker.on('message', (message: Answered) => {
      if ('version' in message) resolve({ version: message.version, ask });
      else if ('error' in message) resolve(message);
      else questions.answered(message);
      settle();
    });
  });

  function ask(pairs: readonly Pair[]): Promise<readonly Opinion[]> {
    if (ended !== null) return Promise.reject(new Error(ended));
    worker.ref();
    return questions.ask(pairs);
  }
}
