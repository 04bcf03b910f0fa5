import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, type MessageTransports } from 'vscode-languageclient/browser';
import {
  type Life,
  language,
  type WorkerAsked,
  type WorkerKind,
  type WorkerStart,
  type WorkerStarts,
  type WorkerTold,
} from '../../../protocol/src/index.js';

/** What a worker is told first, beside the name of its life, and which of it is handed over. */
interface FirstWords<Words> {
  readonly words: Omit<Words, keyof Life>;
  readonly handedOver: readonly Transferable[];
}

/** The web workers of this window: the server, and those that it asks for. All get their files from here. */
export class Workers implements vscode.Disposable {
  private server: Worker | null = null;
  /** By the number that the server gave it. */
  private readonly asked = new Map<number, Worker>();

  constructor(private readonly extension: vscode.Uri) {}

  /** Starts the server anew and returns how it is spoken to. */
  async start(): Promise<MessageTransports> {
    this.dispose();
    const { port1, port2 } = new MessageChannel();
    const [tagger, card, code] = await Promise.all([
      this.bytes('models/tagger.bin'),
      this.bytes('models/judge.json'),
      this.bytes('webserver.js'),
    ]);
    const program = (await Promise.all([code, tagger, card].map(digestOf))).join(' ');
    const server = this.open('webserver.js');
    this.server = server;
    port1.onmessage = ({ data }: MessageEvent<WorkerAsked>) => {
      if ('end' in data) this.end(data.end);
      else void this.startFor(port1, data.start, data.worker);
    };
    const workerStart: WorkerStart = { tagger, program, extension: this.extension.toString() };
    server.postMessage(workerStart, [port2]);
    return { reader: new BrowserMessageReader(server), writer: new BrowserMessageWriter(server) };
  }

  dispose(): void {
    this.server?.terminate();
    for (const worker of this.asked.keys()) this.end(worker);
  }

  /** Starts a worker for the server, which speaks to it without us from then on, and tells it when the worker is gone. */
  private async startFor(server: MessagePort, kind: WorkerKind, number: number): Promise<void> {
    const tell = (told: WorkerTold, ...ports: MessagePort[]): void => server.postMessage(told, ports);
    const lost = (reason: string): void => {
      if (!this.asked.has(number)) return;
      this.end(number);
      tell({ lost: number, reason });
    };
    const worker = this.open(`web${kind}.js`);
    this.asked.set(number, worker);
    worker.onerror = ({ message }) => lost(message);
    const life = `Second Source ${Math.random()}`;
    // its one word to us: it holds the lock, which we are given when it is gone
    worker.onmessage = () => void navigator.locks.request(life, () => lost('it ended'));
    try {
      const { words, handedOver } = await this.firstWords[kind]();
      const { port1, port2 } = new MessageChannel();
      worker.postMessage({ ...words, life }, [port1, ...handedOver]);
      tell({ started: number }, port2);
    } catch (error) {
      lost(String(error));
    }
  }

  private end(number: number): void {
    this.asked.get(number)?.terminate();
    this.asked.delete(number);
  }

  private readonly firstWords: { readonly [Kind in WorkerKind]: () => Promise<FirstWords<WorkerStarts[Kind]>> } = {
    judge: async () => {
      const [weights, card, vocabulary, runtime] = await Promise.all([
        this.bytes('models/judge.onnx'),
        this.text('models/judge.json'),
        this.text('models/judge.vocabulary.txt'),
        this.bytes('models/judge.wasm'),
      ]);
      return { words: { weights, card, vocabulary, runtime }, handedOver: [weights.buffer, runtime.buffer] };
    },
    importer: async () => ({ words: { language: language() }, handedOver: [] }),
  };

  private open(script: string): Worker {
    return new Worker(vscode.Uri.joinPath(this.extension, 'dist', script).toString(true));
  }

  /** A copy, since what is handed over to a worker is gone here. */
  private async bytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extension, 'dist', name)));
  }

  private text = async (name: string): Promise<string> => new TextDecoder().decode(await this.bytes(name));
}

/** SHA-256; '' where the browser has none, and stores nothing either: on pages that do not come by a safe way. */
async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  const digest = new Uint8Array((await subtle?.digest('SHA-256', bytes)) ?? []);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
