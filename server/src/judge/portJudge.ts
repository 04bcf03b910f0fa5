import type { Judge, NoJudge } from './judge.js';
import type { Answered } from './messages.js';
import { Questions } from './questions.js';

/** The judge at the other end of a port; resolves when it says whether there is one. */
export function judgeAt(port: MessagePort): Promise<Judge | NoJudge> {
  const questions = new Questions((asked) => port.postMessage(asked));
  return new Promise((resolve) => {
    port.onmessage = ({ data }: MessageEvent<Answered>) => {
      if ('version' in data) resolve({ version: data.version, judge: (pairs) => questions.ask(pairs) });
      else if ('ask' in data) questions.answered(data);
      else resolve(data);
    };
  });
}
