import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import {
  type InitializationOptions,
  type JudgeStart,
  language,
  type WorkerStart,
} from '../../../protocol/src/index.js';
import { run } from '../extension.js';
import { answerFiles } from './files.js';

/** Where VS Code runs in a browser, the server and the judge are web workers; both get their files from here. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const workers = new Workers(context.extensionUri);
  context.subscriptions.push(workers);
  await run(context, (options) => {
    const initializationOptions: InitializationOptions = { commands: true, language: language() };
    const client = new LanguageClient('secondSource', 'Second Source', () => workers.start(), {
      ...options,
      initializationOptions,
    });
    answerFiles(client);
    return client;
  });
}

class Workers implements vscode.Disposable {
  private running: Worker[] = [];

  constructor(private readonly extension: vscode.Uri) {}

  /** Starts both anew and returns how that of the server is spoken to. */
  async start(): Promise<MessageTransports> {
    this.dispose();
    const { port1, port2 } = new MessageChannel();
    const [tagger, weights, card, vocabulary, runtime] = await Promise.all([
      this.bytes('tagger.bin'),
      this.bytes('judge.onnx'),
      this.text('judge.json'),
      this.text('judge.vocabulary.txt'),
      this.bytes('judge.wasm'),
    ]);
    const judge = this.open('webjudge.js');
    const judgeStart: JudgeStart = { weights, card, vocabulary, runtime };
    judge.postMessage(judgeStart, [port1, weights.buffer, runtime.buffer]);
    const server = this.open('webserver.js');
    const workerStart: WorkerStart = { tagger, extension: this.extension.toString() };
    server.postMessage(workerStart, [port2]);
    return { reader: new BrowserMessageReader(server), writer: new BrowserMessageWriter(server) };
  }

  dispose(): void {
    for (const worker of this.running) worker.terminate();
    this.running = [];
  }

  private open(script: string): Worker {
    const worker = new Worker(vscode.Uri.joinPath(this.extension, 'dist', script).toString(true));
    this.running.push(worker);
    return worker;
  }

  /** A copy, since what is handed to a worker is gone here. */
  private async bytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extension, 'dist', 'models', name)),
    );
  }

  private text = async (name: string): Promise<string> => new TextDecoder().decode(await this.bytes(name));
}
