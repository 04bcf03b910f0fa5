import { type Connection, type InitializeParams, type InitializeResult, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as protocol from '../../protocol/src/index.js';
import type { Readers } from './core/reading.js';
import type { RuleId } from './core/rules/rule.js';
import type { Judge, NoJudge } from './judge/judge.js';
import { answerArchive } from './lsp/archive.js';
import { Configuration } from './lsp/configuration.js';
import { Editor } from './lsp/editor.js';
import { Exports } from './lsp/exports.js';
import { FailureLog } from './lsp/failureLog.js';
import { listenToDocuments, listenToFiles } from './lsp/fileEvents.js';
import { answerImports, type Importing } from './lsp/imports.js';
import { Marks } from './lsp/marks.js';
import { indexStatus, News } from './lsp/news.js';
import { ProjectChanges } from './lsp/projectChanges.js';
import { capabilitiesFor, registerFeatures } from './lsp/registration.js';
import { onRequest, Requests } from './lsp/requests.js';
import { Reviews } from './lsp/reviews.js';
import { ServerCommands } from './lsp/serverCommands.js';
import type { Settings } from './settings/settings.js';
import { AskedArchive, type OpenSetArchive } from './sync/askedArchive.js';
import { Debounce } from './sync/debounce.js';
import type { Files } from './sync/files.js';
import { findClaim } from './sync/findClaim.js';
import { Folders } from './sync/folders.js';
import { IndexBuild } from './sync/indexBuild.js';
import type { IndexStore } from './sync/indexStore.js';
import { SecondLook } from './sync/secondLook.js';
import { Sidecars } from './sync/sidecars.js';
import { StoredIndex } from './sync/storedIndex.js';
import { type SyncEvents, WorkspaceSync } from './sync/workspaceSync.js';

export interface ServerOptions {
  readonly files: Files;
  /** Makes the readers for some settings: main.ts loads the weights of the tagger, a browser has none. */
  readonly readers: (settings: Settings) => Readers;
  /** Keeps an index in a place that the editor names, as long as `version` stays the same. */
  readonly store?: (place: string, version: () => string) => IndexStore;
  /** Loads the judge, which takes a second look at what is related; absent: there is none, by choice. */
  readonly judge?: () => Promise<Judge | NoJudge>;
  /** Makes articles of saved pages; absent: nothing can. */
  readonly importing?: Importing;
  /** Opens the archive that is set; absent where none can be asked. */
  readonly archive?: OpenSetArchive;
  /** What a person should know about the weights, or nothing. */
  readonly notices: readonly string[];
  /** The address of the page about a rule. */
  readonly docs: (rule: RuleId) => string;
  /** Milliseconds that typing must pause before marks are renewed. */
  readonly delay: number;
}

/** The composition root: joins a connection and a disk into a running server. */
export function startServer(connection: Connection, options: ServerOptions): void {
  new Server(connection, options).listen();
}

/** Wires the parts and nothing else: what each does is written in its own file. */
class Server {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly log: FailureLog;
  private readonly editor: Editor;
  private readonly folders: Folders;
  private readonly sync: WorkspaceSync;
  private readonly archive: AskedArchive;
  private readonly stored: StoredIndex;
  private readonly build: IndexBuild;
  private readonly marks: Marks;
  private readonly news: News;
  private readonly requests: Requests;
  private readonly edits: Debounce;
  private readonly secondLook: SecondLook;
  private readonly sidecars: Sidecars;
  private readonly reviews: Reviews;
  private readonly configuration: Configuration;
  private readonly project: ProjectChanges;
  private readonly commands: ServerCommands;

  constructor(
    private readonly connection: Connection,
    private readonly options: ServerOptions,
  ) {
    const { files, delay, docs } = options;
    this.log = new FailureLog(connection);
    this.editor = new Editor(connection);
    this.folders = new Folders(this.editor.settings, files, () => void this.configuration.changed());
    const events: SyncEvents = {
      changed: (changed) => {
        this.marks.publisher.changed(changed);
        this.news.changed(changed);
        this.secondLook.soon();
        this.sidecars.articlesChanged();
      },
      status: () => this.news.soon(),
      failed: this.log.failed,
    };
    const readers = (file: string): Readers => {
      const corrections = this.folders.corrections(file);
      return { ...options.readers(this.folders.settings(file)), ...(corrections && { corrections }) };
    };
    this.archive = new AskedArchive(options.archive, () => this.sync, events);
    const { archive } = this;
    const isJudged = options.judge !== undefined;
    this.sync = new WorkspaceSync(files, this.folders, readers, events, isJudged, () => archive.sources);
    this.stored = new StoredIndex(this.sync, this.log);
    this.build = new IndexBuild(this.sync, this.folders, files, this.stored, events);
    this.sidecars = new Sidecars(
      files,
      this.folders,
      this.sync,
      () => this.build.isComplete,
      () => {
        this.marks.renew();
        this.reviews.changed();
        if (!this.build.isComplete) return; // the rest is told when it is
        this.news.soon();
        this.log.watch('code lenses', this.editor.refreshLenses());
      },
    );
    const { sidecars } = this;
    this.reviews = new Reviews(connection, this.editor, this.sync, this.folders, sidecars, this.log);
    this.marks = new Marks(connection, this.documents, this.sync, this.folders, sidecars.of, docs, this.log, delay);
    this.news = new News(connection, this.editor, this.sync, () => this.status(), this.log, delay);
    const isRead = (): boolean => this.build.progress === null;
    const judged = (): Promise<void> => this.stored.judged();
    this.secondLook = new SecondLook(options.judge, this.sync, isRead, events, judged, delay);
    this.requests = new Requests(() => this.sync.settle());
    this.configuration = new Configuration(connection, this.editor, this.folders, this.sync, this.log, {
      read: () => {
        this.log.watch('reviews', sidecars.load());
        // other editors have no way to show an article that is no file
        if (this.editor.isOurs) archive.use(this.folders.common.archive);
      },
      rebuild: () => this.rebuild(true),
      renew: () => {
        this.marks.renew();
        this.news.soon();
      },
    });
    this.project = new ProjectChanges(this.folders, () =>
      this.log.watch('the project file', this.configuration.changed()),
    );
    this.commands = new ServerCommands(connection, {
      reviews: this.reviews,
      project: this.project,
      marks: this.marks,
      reviewer: () => this.folders.common.reviewer,
      rebuild: () => this.rebuild(),
    });
    this.edits = new Debounce(delay, () => {
      this.sync.settle();
      this.marks.publisher.now();
    });
  }

  listen(): void {
    const { connection, documents, editor, sync, sidecars, configuration, marks, edits, log } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    connection.onDidChangeConfiguration(({ settings }) => {
      editor.tellsSettings(settings);
      return configuration.changed();
    });
    connection.onShutdown(() => this.stop());
    const listeners = { editor, sync, sidecars, configuration, marks, edits, log };
    listenToFiles(connection, listeners);
    listenToDocuments(documents, listeners);
    this.answerRequests();
    documents.listen(connection);
    connection.listen();
  }

  private answerRequests(): void {
    const { connection, sync, marks, requests } = this;
    const { answer } = requests;
    registerFeatures(connection, {
      answer,
      workspace: () => sync.workspace,
      settings: (file) => this.folders.settings(file),
      whyUnread: (file) => sync.whyUnread(file),
      remarks: this.sidecars.of,
      homeOf: this.sidecars.homeOf,
      incidentReviews: this.sidecars.ofIncidents,
      corrections: (file) => this.folders.corrections(file),
      widen: (file) => this.archive.widen(file),
      find: async (text, asksArchive) => {
        const { found, state } = await this.archive.find(text, asksArchive);
        return { ...(await findClaim(sync.workspace, text, () => this.secondLook.reader, found)), state };
      },
      commands: () => this.editor.isOurs,
      carriedOut: this.commands.among,
    });
    this.reviews.answerRequests(answer);
    new Exports(sync, this.folders, this.sidecars).answerRequests(connection, answer);
    this.project.answerRequests(connection, answer);
    answerImports(connection, answer, this.options.importing);
    answerArchive(connection, answer, this.archive);
    this.commands.answerRequests(answer);
    onRequest(
      connection,
      protocol.checkAll,
      answer(({ onlyOpen }, token) => marks.checkAll(onlyOpen, token)),
    );
    onRequest(
      connection,
      protocol.rebuildIndex,
      answer(async () => {
        await this.rebuild();
        return this.status();
      }),
    );
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.editor.initialize(params);
    const storage = (params.initializationOptions as protocol.InitializationOptions | undefined)?.storage;
    if (storage !== undefined) this.stored.store = this.options.store?.(storage, () => this.folders.signature) ?? null;
    // rootUri is what editors without several folders send
    const root = params.rootUri ?? null;
    this.folders.set(params.workspaceFolders?.map(({ uri }) => uri) ?? (root === null ? [] : [root]));
    this.requests.start();
    const capabilities = capabilitiesFor(this.editor, this.commands.names);
    return { capabilities, serverInfo: { name: 'Second Source' } };
  }

  private async initialized(): Promise<void> {
    await this.editor.register();
    if (this.editor.tellsFolders)
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        this.folders.change(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        void this.configuration.anyOnDisk();
      });
    this.secondLook.start();
    await this.configuration.start();
  }

  /** Reads all folders anew and shows how far it is; a person may stop it. */
  private async rebuild(recall = false): Promise<void> {
    const progress = await this.editor.showProgress('looking for articles', () => this.build.stop());
    try {
      await this.build.run((done, total) => {
        progress?.report(Math.floor((100 * done) / total), `${done} of ${total} files`);
      }, recall);
    } catch (error) {
      this.log.failed('the folders', error);
    } finally {
      progress?.done();
      this.sidecars.articlesChanged(); // from here on an article that is not there is gone
      this.reviews.changed();
      this.marks.renew();
      this.secondLook.soon();
    }
  }

  private status(): protocol.IndexStatus {
    return indexStatus(this.sync, this.build, this.secondLook.isBusy, this.archive.view, [
      ...this.options.notices,
      ...this.secondLook.notices,
      ...this.configuration.problems,
      ...this.stored.notices,
    ]);
  }

  private async stop(): Promise<void> {
    this.requests.stop();
    this.build.stop();
    this.secondLook.stop();
    this.archive.close();
    this.marks.publisher.stop();
    this.edits.cancel();
    this.news.stop();
    await this.stored.save();
  }
}
