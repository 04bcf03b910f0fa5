import { answering } from './answering.js';
import { type JudgeFiles, loadJudge } from './onnxJudge.js';

/** The judge in a web worker: the first message brings its files and the port on which it is asked. */
self.addEventListener(
  'message',
  ({ data, ports: [port] }: MessageEvent<JudgeFiles>) => {
    if (port === undefined) return;
    const hear = answering(loadJudge(data), (message) => port.postMessage(message));
    port.onmessage = ({ data: asked }) => hear(asked);
  },
  { once: true },
);
