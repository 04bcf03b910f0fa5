import {
  type CancellationToken,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { NotificationName } from '../../protocol/src/index.js';
import * as protocol from '../../protocol/src/index.js';
import type { Readers } from './core/reading.js';
import type { RuleId } from './core/rules/rule.js';
import { Desk, type DeskEvents } from './desk.js';
import { diagnosticsOf } from './features/diagnostics.js';
import { fileStatusOf } from './features/fileStatus.js';
import { type Edition, Publisher } from './lsp/publisher.js';
import { capabilities, registerFeatures } from './lsp/registration.js';
import { answering, cancelled, onRequest } from './lsp/requests.js';
import type { Settings } from './settings/settings.js';
import { Debounce } from './sync/debounce.js';
import type { Files } from './sync/files.js';
import { Folders, keyOf } from './sync/folders.js';
import type { IndexStore } from './sync/indexStore.js';

export interface ServerOptions {
  readonly files: Files;
  /** Makes the readers for some settings; whoever has the weights gives them. */
  readonly readers: (settings: Settings) => Readers;
  /** Keeps an index in a folder that the editor names, as long as `version` stays the same. */
  readonly store?: (folder: string, version: () => string) => IndexStore;
  /** What a person should know about the weights, or nothing. */
  readonly notices: readonly string[];
  /** The address of the page about a rule. */
  readonly docs: (rule: RuleId) => string;
  /** Milliseconds that typing must pause before marks are renewed. */
  readonly delay: number;
}

/** The composition root: joins a connection and a disk into a running server. Answers nothing before `initialize`. */
export function startServer(connection: Connection, options: ServerOptions): void {
  new Server(connection, options).listen();
}

class Server {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly folders = new Folders((uri) => this.ask(uri));
  private readonly desk: Desk;
  private readonly publisher: Publisher;
  private readonly edits: Debounce;
  private readonly news: Debounce;
  private readonly moved = new Set<string>();
  private readonly failures = new Set<string>();
  private client: InitializeParams['capabilities'] = {};
  private commands = false;
  private everyArticle = false;
  private settingProblems: readonly string[] = [];
  private store: IndexStore | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly options: ServerOptions,
  ) {
    const readers = (file: string): Readers => options.readers(this.folders.settings(file));
    const events: DeskEvents = {
      changed: (files) => {
        for (const file of files) this.moved.add(file);
        this.publisher.changed(files);
        this.news.soon();
      },
      status: () => this.news.soon(),
      failed: (file, error) => this.log(file, error),
    };
    this.desk = new Desk(options.files, this.folders, readers, events, () => this.store);
    this.publisher = new Publisher(
      options.delay,
      (file) => this.edition(file),
      (edition) => connection.sendDiagnostics(edition),
      (file, error) => this.log(file, error),
    );
    this.edits = new Debounce(options.delay, () => {
      this.desk.settle();
      this.publisher.now();
    });
    this.news = new Debounce(options.delay, () => this.tellNews());
  }

  listen(): void {
    const { connection, documents } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    connection.onDidChangeConfiguration(() => this.configurationChanged());
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri, type } of changes) this.run(uri, this.desk.onDisk(keyOf(uri), fileChanges[type]));
    });
    connection.onShutdown(() => this.stop());
    documents.onDidOpen(({ document }) => {
      this.desk.opened(keyOf(document.uri), document);
      this.edits.soon();
    });
    documents.onDidChangeContent(({ document }) => {
      this.desk.edit(keyOf(document.uri));
      this.edits.soon();
    });
    documents.onDidClose(({ document }) => {
      const file = keyOf(document.uri);
      this.run(file, this.desk.closed(file));
      this.publisher.changed([file]);
    });
    this.listenToOwnRequests();
    registerFeatures(connection, {
      answer: answering(() => this.desk.settle()),
      workspace: () => this.desk.workspace,
      settings: (file) => this.folders.settings(file),
      commands: () => this.commands,
    });
    documents.listen(connection);
    connection.listen();
  }

  private listenToOwnRequests(): void {
    const answer = answering(() => this.desk.settle());
    onRequest(
      this.connection,
      protocol.fileStatus,
      answer(({ uri }) => fileStatusOf(this.desk.workspace, keyOf(uri), this.desk.whyUnread(keyOf(uri)))),
    );
    onRequest(this.connection, protocol.checkAll, ({ onlyOpen }, token) => this.checkAll(onlyOpen, token));
    onRequest(this.connection, protocol.rebuildIndex, async () => {
      await this.rebuild();
      return this.desk.status();
    });
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.client = params.capabilities;
    const ours = params.initializationOptions as protocol.InitializationOptions | undefined;
    this.commands = ours?.commands === true;
    if (ours?.storage !== undefined)
      this.store = this.options.store?.(ours.storage, () => this.folders.signature) ?? null;
    // rootUri is what editors without several folders send
    const root = params.rootUri ?? null;
    this.folders.set(params.workspaceFolders?.map(({ uri }) => uri) ?? (root === null ? [] : [root]));
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...capabilities,
      },
      serverInfo: { name: 'Second Source' },
    };
  }

  private async initialized(): Promise<void> {
    const { connection, client } = this;
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'secondSource' });
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      // deleted and new folders come as one event under their own name, whatever is in them
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: '**/*.{txt,md,article,news}', kind: WatchKind.Create | WatchKind.Change | WatchKind.Delete },
          { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
        ],
      });
    if (client.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        this.folders.change(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        void this.configurationChanged();
      });
    await this.configurationChanged();
  }

  private async ask(scopeUri: string | undefined): Promise<unknown> {
    if (!this.client.workspace?.configuration) return undefined;
    return this.connection.workspace.getConfiguration({ section: 'secondSource', ...(scopeUri && { scopeUri }) });
  }

  /** Settings say what is read and how, so everything is read anew. */
  private async configurationChanged(): Promise<void> {
    this.settingProblems = await this.folders.refresh();
    for (const problem of this.settingProblems) this.connection.console.warn(problem);
    await this.rebuild(true);
  }

  /** Reads all folders anew and shows how far it is; a person may stop it. */
  private async rebuild(recall = false): Promise<void> {
    const progress = this.client.window?.workDoneProgress
      ? await this.connection.window.createWorkDoneProgress()
      : null;
    progress?.begin('Second Source', 0, 'looking for articles', true);
    progress?.token.onCancellationRequested(() => this.desk.stop());
    try {
      await this.desk.rebuild((done, total) => {
        progress?.report(Math.floor((100 * done) / total), `${done} of ${total} files`);
      }, recall);
    } catch (error) {
      this.log('the folders', error);
    } finally {
      progress?.done();
      this.publisher.changed([...this.desk.openFiles(), ...this.publisher.shownFiles()]);
      if (this.showsAll()) this.publisher.changed(this.desk.workspace.articles());
    }
  }

  /** Publishes the marks of every article, one after the other; cancelled, it leaves those of open articles. */
  private async checkAll(onlyOpen: boolean, token: CancellationToken): Promise<protocol.CheckAllResult> {
    this.desk.settle();
    this.everyArticle = !onlyOpen;
    const files = onlyOpen ? this.publisher.shownFiles() : this.desk.workspace.articles();
    await this.publisher.publishAll(files, token);
    if (!token.isCancellationRequested)
      return { articles: this.desk.workspace.articleCount, findings: this.publisher.shownCount() };
    this.everyArticle = false;
    this.publisher.changed(this.publisher.shownFiles());
    throw cancelled();
  }

  private showsAll(): boolean {
    return this.everyArticle || this.folders.common.diagnostics.scope === 'allArticles';
  }

  private edition(file: string): Edition | null {
    const document = this.documentOf(file);
    if (document === undefined) return this.showsAll() ? { uri: file, diagnostics: this.diagnostics(file) } : null;
    this.desk.settle();
    return { uri: document.uri, version: document.version, diagnostics: this.diagnostics(file) };
  }

  private diagnostics(file: string): Edition['diagnostics'] {
    return diagnosticsOf(this.desk.workspace, file, this.folders.settings(file), this.options.docs);
  }

  private documentOf(file: string): TextDocument | undefined {
    return this.documents.get(file) ?? this.documents.all().find(({ uri }) => keyOf(uri) === file);
  }

  private tellNews(): void {
    const uris = [...this.moved];
    this.moved.clear();
    const status = this.desk.status();
    this.send(protocol.statusChanged, {
      ...status,
      notices: [
        ...[...this.options.notices, ...this.settingProblems].map((one) => protocol.label`${one}`),
        ...status.notices,
      ],
    });
    if (uris.length === 0) return;
    this.send(protocol.referencesChanged, { uris });
    if (this.client.workspace?.codeLens?.refreshSupport && uris.some((uri) => this.desk.isOpen(uri)))
      this.run('code lenses', this.connection.sendRequest(CodeLensRefreshRequest.type));
  }

  /** Only our own client knows these notifications. */
  private send<Params>(name: NotificationName<Params>, params: Params): void {
    if (this.commands) this.run(name.method, this.connection.sendNotification(name.method, params));
  }

  private run(what: string, work: Promise<void>): void {
    work.catch((error: unknown) => this.log(what, error));
  }

  /** Each failure once: a rule that fails on a file would fail at every keystroke. */
  private log(what: string, error: unknown): void {
    const story = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const place = story.split('\n', 2).join(); // what and where; who asked does not make it another failure
    if (this.failures.has(place)) return;
    this.failures.add(place);
    this.connection.console.error(`${what}: ${story}`);
  }

  private async stop(): Promise<void> {
    this.desk.stop();
    this.publisher.stop();
    this.edits.cancel();
    this.news.cancel();
    await this.desk.save();
  }
}

const fileChanges = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
} as const;
