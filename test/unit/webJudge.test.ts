import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Judge } from '../../server/src/judge/judge.js';
import type { Asked } from '../../server/src/judge/messages.js';
import { judgeIn } from '../../server/src/sync/browser/webJudge.js';

const pair = { a: 'Nine people died in Aldmere on Monday.', b: 'On Monday nine people died in Aldmere.' };
const said = [{ same: 1, conflict: 0, neither: 0 }];

/** What a life of the judge does: `answers`, or what befalls it when it is asked, or before it has said a word. */
type Life = 'answers' | 'dies when asked' | 'is silent when asked' | 'is silent at once' | 'is lost at once';

/** Workers that live as is written, one after another, and how many were ended. */
function workers(...lives: readonly Life[]) {
  const seen = { started: 0, ended: 0 };
  const judge = judgeIn((onLost) => {
    const life = lives[seen.started++] ?? 'is lost at once';
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = ({ data: { ask } }: MessageEvent<Asked>) => {
      if (life === 'answers') port2.postMessage({ ask, opinions: said });
      if (life === 'dies when asked') onLost('it ended');
    };
    if (life === 'is lost at once') queueMicrotask(() => onLost('its script is not there'));
    else if (life !== 'is silent at once') port2.postMessage({ version: 'x' });
    return {
      port: Promise.resolve(port1),
      end: () => {
        seen.ended++;
        port2.close();
      },
    };
  });
  const running = async (): Promise<Judge> => {
    const found = await judge;
    if ('error' in found) throw new Error(found.error);
    return found;
  };
  return { seen, judge, running };
}

/** Lets time pass until it has an answer. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let isOver = false;
  void answer
    .finally(() => {
      isOver = true;
    })
    .catch(() => undefined);
  while (!isOver) {
    await vi.advanceTimersByTimeAsync(10_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return answer;
}

describe('the judge in a web worker', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());

  it('is started again when its worker dies, and asked again what it was asked then', async () => {
    const { seen, running } = workers('dies when asked', 'answers');
    const judge = await running();
    expect(await judge.judge([pair])).toEqual(said);
    expect(seen.started).toBe(2);
  });

  it('is started again when it falls silent, and the silent worker is ended', async () => {
    const { seen, running } = workers('is silent when asked', 'answers');
    const judge = await running();
    expect(await inTime(judge.judge([pair]))).toEqual(said);
    expect(seen).toEqual({ started: 2, ended: 1 });
  });

  it('is started again when it hangs before it has said a word', async () => {
    const { seen, running } = workers('is silent at once', 'answers');
    expect(await (await inTime(running())).judge([pair])).toEqual(said);
    expect(seen).toEqual({ started: 2, ended: 1 });
  });

  it('is given up when it dies again and again, which is said', async () => {
    const { seen, running } = workers('dies when asked', 'dies when asked', 'dies when asked', 'answers');
    const judge = await running();
    await expect(judge.judge([pair])).rejects.toThrow('The judge stopped: it ended');
    await expect(judge.judge([pair])).rejects.toThrow('The judge stopped: it ended');
    expect(seen.started).toBe(3);
  });

  it('is none where its worker cannot be started', async () => {
    const { seen, judge } = workers();
    expect(await judge).toEqual({ error: 'The judge stopped: its script is not there' });
    expect(seen.started).toBe(3);
  });

  it('is not given up while nobody asks', async () => {
    const { seen, running } = workers('answers');
    const judge = await running();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(await judge.judge([pair])).toEqual(said);
    expect(seen.started).toBe(1);
  });
});
