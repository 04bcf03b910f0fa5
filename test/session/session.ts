import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import picomatch from 'picomatch';
import {
  CancellationTokenSource,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import {
  fileStatus,
  type IndexStatus,
  type Language,
  type NotificationName,
  type Position,
  type RequestName,
  referencesChanged,
  statusChanged,
} from '../../protocol/src/index.js';
import type { Readers } from '../../server/src/core/reading.js';
import { startServer } from '../../server/src/server.js';
import { readingSettings, type Settings } from '../../server/src/settings/settings.js';
import type { OpenSetArchive } from '../../server/src/sync/askedArchive.js';
import type { Content, Files, Identity, Listing } from '../../server/src/sync/files.js';
import type { IndexStore } from '../../server/src/sync/indexStore.js';
import { testReaders } from '../readers.js';

const folder = 'file:///articles';

/** Something that has not happened yet. */
class Moment {
  done = false;
  resolve = (): void => undefined;
  readonly promise = new Promise<void>((resolve) => {
    this.resolve = () => {
      this.done = true;
      resolve();
    };
  });
}

/** A disk in memory. Texts are keyed by URI. */
export class MemoryFiles implements Files {
  readonly texts = new Map<string, string>();
  /** Files that are links, and the files they lead to. */
  readonly links = new Map<string, string>();
  reads = 0;
  private readonly held: ReadonlyMap<string, { readonly asked: Moment; readonly answered: Moment }>;

  constructor(
    texts: Readonly<Record<string, string>>,
    private readonly unreadable: ReadonlySet<string>,
    held: readonly string[],
  ) {
    for (const [name, text] of Object.entries(texts)) this.texts.set(uriOf(name), text);
    this.held = new Map(held.map((name) => [uriOf(name), { asked: new Moment(), answered: new Moment() }]));
  }

  /** Answers the first look at a file or folder that was held, as soon as there is one: with what was there then. */
  async answer(name: string): Promise<void> {
    const held = this.held.get(uriOf(name));
    await held?.asked.promise;
    held?.answered.resolve();
  }

  private async wait(uri: string): Promise<void> {
    const held = this.held.get(uri);
    if (held === undefined || held.asked.done) return;
    held.asked.resolve();
    await held.answered.promise;
  }

  async list(
    under: string,
    { include, exclude }: { include: readonly string[]; exclude: readonly string[] },
  ): Promise<Listing> {
    await this.wait(under);
    const wanted = picomatch([...include], { ignore: [...exclude] });
    const files = [...this.texts.keys()]
      .filter((uri) => uri.startsWith(`${under}/`) && wanted(decodeURIComponent(uri.slice(under.length + 1))))
      .sort();
    return { files, unread: new Map() };
  }

  async read(file: string, largest: number): Promise<Content | number | null> {
    this.reads++;
    const text = this.texts.get(file);
    await this.wait(file);
    if (this.unreadable.has(file)) throw new Error('permission denied');
    if (text === undefined) return null;
    const size = Buffer.byteLength(text);
    return size > largest ? size : { text, encoding: 'UTF-8', identity: await this.identity(file) };
  }

  async identity(file: string): Promise<Identity | null> {
    return this.links.get(file) ?? file;
  }

  async isFolder(uri: string): Promise<boolean> {
    return [...this.texts.keys()].some((file) => file.startsWith(`${uri}/`));
  }

  async write(file: string, text: string): Promise<void> {
    this.texts.set(file, text);
  }

  async remove(file: string): Promise<void> {
    this.texts.delete(file);
  }
}

export const uriOf = (name: string): string => (name.includes(':') ? name : `${folder}/${encodeURIComponent(name)}`);

export interface SessionOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly folders?: readonly string[] | null;
  /** What the editor answers for `secondSource`; `folder` is the URI asked about. */
  readonly settings?: (folder: string | undefined) => unknown;
  readonly readers?: (settings: Settings) => Readers;
  /** Cancels the first progress that the server shows. */
  readonly cancelProgress?: boolean;
  /** What outlives the session. */
  readonly store?: IndexStore | ((version: () => string) => IndexStore);
  /** Opens the archive that the settings name. */
  readonly archive?: OpenSetArchive;
  /** Milliseconds that typing must pause before marks are renewed; the shipped server waits 150. */
  readonly delay?: number;
  /** Files that may not be read. */
  readonly unreadable?: readonly string[];
  /** An editor that can nothing beyond the least that LSP asks for, and names one folder by `rootUri`. */
  readonly plain?: boolean;
  /** What the person is spoken to in; absent: English. */
  readonly language?: Language;
  /** Files and folders whose first look waits until the disk is told to answer. */
  readonly held?: readonly string[];
}

/** What our own client says of itself. */
const extension = (options: SessionOptions, folders: readonly string[] | null) => ({
  rootUri: null,
  workspaceFolders: folders?.map((uri) => ({ uri, name: uri })) ?? null,
  initializationOptions: {
    commands: true,
    ...(options.store && { storage: 'of the editor' }),
    ...(options.language && { language: options.language }),
  },
  capabilities: {
    workspace: {
      configuration: true,
      workspaceFolders: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
    },
    window: { workDoneProgress: true },
  },
});

const plain = { rootUri: folder, capabilities: {} };

/** An editor and a server that talk over streams in one process, as they do over pipes in two. */
export class Session {
  readonly disk: MemoryFiles;
  settings: (folder: string | undefined) => unknown;
  /** Newest diagnostics by file name. */
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly log: string[] = [];
  /** What the server sent of its own accord, in order: marks, and what has changed. */
  readonly sent: object[] = [];
  /** Messages of the server that are not of LSP, where the editor is not ours. */
  readonly unknown: string[] = [];
  /** What the server told the person. */
  readonly told: string[] = [];
  status: IndexStatus | null = null;
  initialized: InitializeResult | null = null;
  private readonly client: ProtocolConnection;
  private readonly texts = new Map<string, { text: string; version: number }>();
  private waiting: (() => void)[] = [];
  private cancelProgress: boolean;

  private constructor(options: SessionOptions) {
    const {
      files = {},
      settings = () => ({}),
      readers,
      cancelProgress = false,
      unreadable = [],
      held = [],
      store,
    } = options;
    this.disk = new MemoryFiles(files, new Set(unreadable.map(uriOf)), held);
    this.cancelProgress = cancelProgress;
    this.settings = settings;
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
      files: this.disk,
      readers: readers ?? ((chosen) => ({ ...testReaders, settings: readingSettings(chosen) })),
      ...(store && { store: (_, version) => (typeof store === 'function' ? store(version) : store) }),
      ...(options.archive && { archive: options.archive }),
      notices: [],
      docs: (rule) => `file:///docs/${rule}.md`,
      delay: options.delay ?? 0,
    });
    this.client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    this.listen();
    this.client.listen();
  }

  /** Joins the two, and does not start the server yet. */
  static connect = (): Session => new Session({});

  static async start(options: SessionOptions = {}): Promise<Session> {
    const session = new Session(options);
    const folders = options.folders === undefined ? [folder] : options.folders;
    session.initialized = await session.client.sendRequest('initialize', {
      processId: null,
      ...(options.plain ? plain : extension(options, folders)),
    });
    await session.client.sendNotification('initialized', {});
    return session;
  }

  /** Starts and waits until all files are read. */
  static async indexed(options: SessionOptions = {}): Promise<Session> {
    const session = await Session.start(options);
    await session.until(() => session.status !== null && session.status.indexing === null);
    return session;
  }

  private listen(): void {
    const { client } = this;
    client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(nameOf(params.uri), params);
      this.sent.push(params);
      this.wake();
    });
    client.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
      this.wake();
    });
    client.onNotification(statusChanged.method, (status: IndexStatus) => {
      this.status = status;
      this.sent.push(status);
      this.wake();
    });
    client.onNotification(referencesChanged.method, (params: object) => {
      this.sent.push(params);
      this.wake();
    });
    client.onNotification('$/progress', ({ token, value }: { token: string | number; value: { kind: string } }) => {
      if (value.kind !== 'begin' || !this.cancelProgress) return;
      this.cancelProgress = false;
      void client.sendNotification('window/workDoneProgress/cancel', { token });
    });
    client.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      // all that is found is marked, unless a test is about the level of reading
      items.map(({ scopeUri }) => ({ reading: 'everything', ...(this.settings(scopeUri) as object) })),
    );
    client.onUnhandledNotification(({ method }) => this.unknown.push(method));
    client.onRequest('client/registerCapability', () => null);
    client.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.told.push(message);
      this.wake();
    });
    client.onRequest('window/workDoneProgress/create', () => null);
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const look of waiting) look();
  }

  /** Waits until the server has told enough. Never looks at a clock: a test that waits in vain runs into its limit. */
  async until(happened: () => boolean): Promise<void> {
    while (!happened()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  async untilMarked(name: string, marked: (diagnostics: readonly Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    await this.until(() => {
      const published = this.published.get(name);
      return published !== undefined && marked(published.diagnostics);
    });
    return this.published.get(name)?.diagnostics ?? [];
  }

  async open(name: string, text: string, languageId = 'plaintext'): Promise<void> {
    this.texts.set(name, { text, version: 1 });
    await this.notify('textDocument/didOpen', { textDocument: { uri: uriOf(name), languageId, version: 1, text } });
  }

  /** Types `words` over the first occurrence of `old`, as an incremental change. */
  async replace(name: string, old: string, words: string): Promise<void> {
    const document = this.texts.get(name);
    if (document === undefined || !document.text.includes(old)) throw new Error(`“${old}” is not in ${name}`);
    const range = { start: this.positionOf(name, old), end: this.positionOf(name, old, old.length) };
    document.text = document.text.replace(old, () => words);
    document.version++;
    await this.notify('textDocument/didChange', {
      textDocument: { uri: uriOf(name), version: document.version },
      contentChanges: [{ range, text: words }],
    });
  }

  /** The text of an open document. */
  textOf = (name: string): string => this.texts.get(name)?.text ?? '';

  async close(name: string): Promise<void> {
    this.texts.delete(name);
    await this.notify('textDocument/didClose', { textDocument: { uri: uriOf(name) } });
  }

  /** Where some words of an open document stand; `shift` moves on from their first character. */
  positionOf(name: string, words: string, shift = 0): Position {
    const text = this.texts.get(name)?.text ?? this.disk.texts.get(uriOf(name)) ?? '';
    const at = text.indexOf(words);
    if (at < 0) throw new Error(`“${words}” is not in ${name}`);
    const before = text.slice(0, at + shift).split(/\r\n|\r|\n/);
    return { line: before.length - 1, character: before[before.length - 1]?.length ?? 0 };
  }

  /** Writes files and tells the server what happened, as an editor's watcher does. */
  async onDisk(changes: Readonly<Record<string, string | null>>): Promise<void> {
    const events = Object.entries(changes).map(([name, text]) => {
      const uri = uriOf(name);
      const type = text === null ? 3 : this.disk.texts.has(uri) ? 2 : 1;
      if (text === null) this.disk.texts.delete(uri);
      else this.disk.texts.set(uri, text);
      return { uri, type };
    });
    await this.notify('workspace/didChangeWatchedFiles', { changes: events });
  }

  async changeSettings(settings: (folder: string | undefined) => unknown): Promise<void> {
    this.settings = settings;
    await this.notify('workspace/didChangeConfiguration', { settings: null });
  }

  /** A standard request about a place of a document. */
  at<Result>(method: string, name: string, words: string, more: object = {}): Promise<Result> {
    return this.client.sendRequest(method, {
      textDocument: { uri: uriOf(name) },
      position: this.positionOf(name, words, 1),
      ...more,
    });
  }

  request<Result>(method: string, params: object | null): Promise<Result> {
    return this.client.sendRequest(method, params);
  }

  ask<Params, Result>(name: RequestName<Params, Result>, params: Params): Promise<Result> {
    return this.client.sendRequest(name.method, params);
  }

  tell<Params>(name: NotificationName<Params>, params: Params): Promise<void> {
    return this.notify(name.method, params as object);
  }

  notify(method: string, params: object): Promise<void> {
    return this.client.sendNotification(method, params);
  }

  /** Everything sent so far has been handled when this returns. */
  async settled(): Promise<void> {
    await this.ask(fileStatus, { uri: uriOf('no such file') });
    await turn();
  }

  /** Sends a request and its cancellation in one breath; answers with the error. */
  async cancelled(method: string, params: object): Promise<{ code: number }> {
    const id = { cancel: (): void => undefined };
    const token = {
      isCancellationRequested: false,
      onCancellationRequested: (listener: (event: unknown) => void) => {
        id.cancel = () => listener(undefined);
        return { dispose: () => undefined };
      },
    };
    const answer = this.client.sendRequest(method, params, token);
    id.cancel();
    return answer.then(
      () => {
        throw new Error('The request was answered though it was cancelled.');
      },
      (error: { code: number }) => error,
    );
  }

  /** Sends a request and cancels it after some turns; tells whether it was answered, or the code of the error. */
  async cancelledAfter(turns: number, method: string, params: object | null): Promise<'answered' | number> {
    const cancelling = new CancellationTokenSource();
    const answer = this.client.sendRequest(method, params, cancelling.token).then(
      () => 'answered' as const,
      (error: { code: number }) => error.code,
    );
    for (let i = 0; i < turns; i++) await turn();
    cancelling.cancel();
    return answer;
  }

  async end(): Promise<void> {
    await this.client.sendRequest('shutdown');
    this.client.dispose();
  }
}

/** The last segment of a URI, decoded. */
export const nameOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
