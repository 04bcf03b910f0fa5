import type { Judge, NoJudge } from './judge.js';

/** A judge that died is started again so often; then something is wrong that starting does not mend. */
const mostStarts = 3;

interface Life {
  readonly judge: Promise<Judge | NoJudge>;
  isLost: boolean;
}

/**
 * A judge that lives in a thread or a worker, and is started again when it dies there: what it was asked just then is asked
 * again. `start` tells by its second way, at any time, that the judge it started is gone.
 */
export async function restarted(start: (onLost: () => void) => Promise<Judge | NoJudge>): Promise<Judge | NoJudge> {
  let starts = 0;
  const open = (): Life => {
    starts++;
    const judge = start(() => {
      opened.isLost = true;
    });
    const opened: Life = { judge, isLost: false };
    return opened;
  };
  let latest = open();
  const current = (): Life => {
    if (latest.isLost && starts < mostStarts) latest = open();
    return latest;
  };
  const hasSuccessor = (life: Life): boolean => life.isLost && current() !== life;

  let life = latest;
  let first = await life.judge;
  while ('error' in first && hasSuccessor(life)) {
    life = current();
    first = await life.judge;
  }
  if ('error' in first) return first;
  return {
    version: first.version,
    async judge(pairs) {
      for (;;) {
        const asked = current();
        const judge = await asked.judge;
        try {
          if ('error' in judge) throw new Error(judge.error);
          return await judge.judge(pairs);
        } catch (error) {
          if (!hasSuccessor(asked)) throw error;
        }
      }
    },
  };
}
