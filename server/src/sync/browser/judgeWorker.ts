import type { JudgeStart } from '../../../../protocol/src/index.js';
import { answering } from '../../judge/answering.js';
import { loadJudge } from '../../judge/onnxJudge.js';
import { stayAlive } from './alive.js';

/** The judge in a web worker: the first message brings its files and the port on which it is asked. */
self.addEventListener(
  'message',
  ({ data, ports: [port] }: MessageEvent<JudgeStart>) => {
    if (port === undefined) return;
    stayAlive(data);
    const hear = answering(loadJudge(data), (message) => port.postMessage(message));
    port.onmessage = ({ data: asked }) => hear(asked);
  },
  { once: true },
);
