import type { Judge, NoJudge } from '../../judge/judge.js';
import type { Answered } from '../../judge/messages.js';
import { RemoteJudge } from '../../judge/remoteJudge.js';
import { restarted } from '../../judge/restarted.js';
import type { StartedWorker } from './clientWorkers.js';

/** Milliseconds without a word after which a judge that was asked is given up: hundreds of times what an answer takes. Chosen. */
const patience = 60_000;

/**
 * The judge in a web worker, started again when that dies or falls silent: a browser may not tell that a worker has died.
 * `start` tells by its second way that the worker is gone, and why.
 */
export const judgeIn = (start: (onLost: (reason: string) => void) => StartedWorker): Promise<Judge | NoJudge> =>
  restarted((onLost) => {
    const worker = start((reason) => judge.lost(`The judge stopped: ${reason}`));
    const judge = new RemoteJudge(
      (asked) => {
        void worker.port.then((port) => port.postMessage(asked));
        expectAnswer();
      },
      () => {
        worker.end();
        onLost();
      },
    );
    let timer: ReturnType<typeof setTimeout> | undefined;
    function expectAnswer(): void {
      clearTimeout(timer);
      if (judge.isAsked) timer = setTimeout(() => judge.lost('The judge does not answer'), patience);
    }
    expectAnswer();
    void worker.port.then((port) => {
      port.onmessage = ({ data }: MessageEvent<Answered>) => {
        judge.hear(data);
        expectAnswer();
      };
    });
    return judge.loaded;
  });
