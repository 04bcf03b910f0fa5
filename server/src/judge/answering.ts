import type { Judge, NoJudge } from './judge.js';
import type { Answered, Asked } from './messages.js';

/** The other end of `Questions`: says first whether there is a judge, then answers each question that `hear` is given. */
export function answering(
  loaded: Promise<Judge | NoJudge>,
  answer: (message: Answered) => void,
): (asked: Asked) => void {
  void loaded.then((judge) => answer('error' in judge ? judge : { version: judge.version }));
  return async ({ ask, pairs }) => {
    const judge = await loaded;
    try {
      if ('error' in judge) throw new Error(judge.error);
      answer({ ask, opinions: await judge.judge(pairs) });
    } catch (error) {
      answer({ ask, failed: error instanceof Error ? error.message : String(error) });
    }
  };
}
