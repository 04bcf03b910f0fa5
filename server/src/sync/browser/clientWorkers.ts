import type { WorkerAsked, WorkerKind, WorkerTold } from '../../../../protocol/src/index.js';

/** A web worker that somebody else started. */
export interface StartedWorker {
  /** Where it is spoken to, once it runs. */
  readonly port: Promise<MessagePort>;
  end(): void;
}

/** Web workers that the client starts for us. */
export class ClientWorkers {
  private count = 0;
  private readonly running = new Map<
    number,
    { readonly started: (port: MessagePort) => void; readonly lost: (reason: string) => void }
  >();

  /** `client` is the port on which it is asked for them. */
  constructor(private readonly client: MessagePort) {
    client.onmessage = ({ data, ports: [port] }: MessageEvent<WorkerTold>) => {
      if ('lost' in data) {
        const worker = this.running.get(data.lost);
        this.running.delete(data.lost);
        worker?.lost(data.reason);
      } else if (port) this.running.get(data.started)?.started(port);
    };
  }

  start(kind: WorkerKind, onLost: (reason: string) => void): StartedWorker {
    const worker = ++this.count;
    const port = new Promise<MessagePort>((started) => this.running.set(worker, { started, lost: onLost }));
    this.ask({ start: kind, worker });
    return {
      port,
      end: () => {
        this.running.delete(worker);
        this.ask({ end: worker });
      },
    };
  }

  private ask(asked: WorkerAsked): void {
    this.client.postMessage(asked);
  }
}
