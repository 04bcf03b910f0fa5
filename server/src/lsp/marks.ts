import type { CancellationToken, Connection, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckAllResult } from '../../../protocol/src/index.js';
import type { RuleId } from '../core/rules/rule.js';
import { diagnosticsOf } from '../features/diagnostics.js';
import type { Remark } from '../reviews/review.js';
import type { Folders } from '../sync/folders.js';
import { keyOf } from '../sync/uris.js';
import type { WorkspaceSync } from '../sync/workspaceSync.js';
import type { FailureLog } from './failureLog.js';
import { type Edition, Publisher } from './publisher.js';
import { cancelled } from './requests.js';

/** Open documents by URI, as the editor names them. */
interface Documents {
  get(uri: string): TextDocument | undefined;
  all(): readonly TextDocument[];
}

/** Which files' marks the editor shows: those of open articles, or of all where a setting or a person asks for them. */
export class Marks {
  readonly publisher: Publisher;
  private checksAll = false;

  constructor(
    connection: Connection,
    private readonly documents: Documents,
    private readonly sync: WorkspaceSync,
    private readonly folders: Folders,
    private readonly remarks: (file: string) => readonly Remark[],
    private readonly docs: (rule: RuleId) => string,
    log: FailureLog,
    delay: number,
  ) {
    this.publisher = new Publisher(
      delay,
      (file) => this.edition(file),
      (edition) => connection.sendDiagnostics(edition),
      log.failed,
    );
  }

  /** Everything was read anew: so are all marks that are shown, or should be. */
  renew(): void {
    const { publisher, sync } = this;
    publisher.changed([...sync.openFiles(), ...publisher.shownFiles()]);
    if (this.showsAll()) publisher.changed(sync.workspace.articles());
  }

  /** Publishes the marks of every article, one after the other; cancelled, it leaves those of open articles. */
  async checkAll(onlyOpen: boolean, token: CancellationToken): Promise<CheckAllResult> {
    const { publisher, sync } = this;
    this.checksAll = !onlyOpen;
    await publisher.publishAll(onlyOpen ? publisher.shownFiles() : sync.workspace.articles(), token);
    if (!token.isCancellationRequested)
      return { articles: sync.workspace.articleCount, findings: publisher.shownCount() };
    this.checksAll = false;
    publisher.changed(publisher.shownFiles());
    throw cancelled();
  }

  private showsAll(): boolean {
    return this.checksAll || this.folders.common.diagnostics.scope === 'allArticles';
  }

  private edition(file: string): Edition | null {
    const document = this.documentOf(file);
    if (document === undefined) return this.showsAll() ? { uri: file, diagnostics: this.diagnostics(file) } : null;
    this.sync.settle();
    return { uri: document.uri, version: document.version, diagnostics: this.diagnostics(file) };
  }

  private diagnostics(file: string): Diagnostic[] {
    const settings = this.folders.settings(file);
    if (!settings.enabled) return [];
    return diagnosticsOf(this.sync.workspace, file, settings, this.docs, this.remarks(file));
  }

  private documentOf(file: string): TextDocument | undefined {
    return this.documents.get(file) ?? this.documents.all().find(({ uri }) => keyOf(uri) === file);
  }
}
