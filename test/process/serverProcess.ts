import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type IndexStatus, type RequestName, statusChanged } from '../../protocol/src/index.js';

/** A server may be killed while it is spoken to. */
const notThere = (): void => undefined;

/** What an editor's watcher calls what happened to a file. */
const happened = { created: 1, changed: 2, deleted: 3 } as const;

export interface ServerProcessOptions {
  readonly folder: string;
  readonly storage?: string;
  /** What the editor answers for `secondSource`. */
  readonly settings?: object;
  /** A script that the process runs before the server. */
  readonly preload?: string;
  /** Kills the server, as a crash would, when it sends its n-th message. */
  readonly killedAfter?: number;
}

/** The server as it is shipped, in a process and on a disk of its own, and an editor that talks to it. */
export class ServerProcess {
  status: IndexStatus | null = null;
  /** Newest marks by URI. */
  readonly marks = new Map<string, readonly Diagnostic[]>();
  readonly log: string[] = [];
  /** What it wrote beside its messages. */
  errors = '';
  /** Exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly client: ProtocolConnection;
  private waiting: (() => void)[] = [];
  private messages = 0;
  private isOver = false;

  private constructor(private readonly options: ServerProcessOptions) {
    const preload = options.preload === undefined ? [] : ['--require', options.preload];
    this.process = spawn(process.execPath, [...preload, 'dist/server.js', '--stdio']);
    this.process.stdin.on('error', notThere);
    this.process.stderr.on('data', (written: Buffer) => {
      this.errors += written.toString();
    });
    this.ended = new Promise((resolve) =>
      this.process.once('exit', (code, signal) => {
        this.isOver = true;
        this.wake();
        resolve(signal ?? code);
      }),
    );
    this.client = createProtocolConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.listen();
    this.client.listen();
  }

  /** A server that is killed on its way may be gone when this resolves. */
  static async start(options: ServerProcessOptions): Promise<ServerProcess> {
    const server = new ServerProcess(options);
    const { folder, storage } = options;
    const initialized = server.client.sendRequest('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      initializationOptions: { commands: true, ...(storage && { storage }) },
      capabilities: { workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
    await Promise.race([initialized.catch(notThere), server.ended]);
    server.notify('initialized', {});
    return server;
  }

  static async indexed(options: ServerProcessOptions): Promise<ServerProcess> {
    const server = await ServerProcess.start(options);
    await server.until(() => server.status?.indexing === null);
    return server;
  }

  private listen(): void {
    const { client } = this;
    client.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      this.marks.set(uri, diagnostics);
      this.heard();
    });
    client.onNotification(statusChanged.method, (status: IndexStatus) => {
      this.status = status;
      this.heard();
    });
    client.onNotification('window/logMessage', ({ message }) => {
      this.log.push(message);
      this.heard();
    });
    client.onUnhandledNotification(() => this.heard());
    client.onRequest('workspace/configuration', ({ items }) => {
      this.heard();
      return items.map(() => ({ reading: 'everything', ...this.options.settings }));
    });
    client.onRequest('client/registerCapability', () => {
      this.heard();
      return null;
    });
  }

  private heard(): void {
    if (++this.messages === this.options.killedAfter) this.kill();
    this.wake();
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const look of waiting) look();
  }

  /** Waits until the server has told enough, or is gone. Never looks at a clock. */
  async until(happened: () => boolean): Promise<void> {
    while (!happened() && !this.isOver) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Opens a document and waits for its first marks. */
  async marksOf(uri: string, text: string): Promise<readonly Diagnostic[]> {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text } });
    await this.until(() => this.marks.has(uri));
    return this.marks.get(uri) ?? [];
  }

  ask<Params, Result>(name: RequestName<Params, Result>, params: Params): Promise<Result> {
    return this.client.sendRequest(name.method, params);
  }

  tellOnDisk(changes: Readonly<Record<string, keyof typeof happened>>): void {
    const events = Object.entries(changes).map(([uri, what]) => ({ uri, type: happened[what] }));
    this.notify('workspace/didChangeWatchedFiles', { changes: events });
  }

  notify(method: string, params: object): void {
    const send = async (): Promise<void> => this.client.sendNotification(method, params);
    void send().catch(notThere);
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  /** Asks it to end, as an editor does. Answers with its exit status. */
  async end(): Promise<number | NodeJS.Signals | null> {
    const shutdown = async (): Promise<unknown> => this.client.sendRequest('shutdown');
    await Promise.race([shutdown().catch(notThere), this.ended]);
    this.notify('exit', {});
    const status = await this.ended;
    this.client.dispose();
    return status;
  }
}
