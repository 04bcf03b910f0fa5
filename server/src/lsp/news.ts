import type { Connection } from 'vscode-languageserver';
import {
  type IndexStatus,
  label,
  type NotificationName,
  referencesChanged,
  statusChanged,
} from '../../../protocol/src/index.js';
import { Debounce } from '../sync/debounce.js';
import type { IndexBuild } from '../sync/indexBuild.js';
import type { WorkspaceSync } from '../sync/workspaceSync.js';
import type { Editor } from './editor.js';
import type { FailureLog } from './failureLog.js';

/** How the index stands; `notices` are those of others than the build. */
export function indexStatus(
  sync: WorkspaceSync,
  build: IndexBuild,
  comparing: boolean,
  archive: IndexStatus['archive'],
  notices: readonly string[],
): IndexStatus {
  const { size, articleCount } = sync.workspace;
  return {
    articles: articleCount,
    skipped: size - articleCount + sync.unreadCount,
    indexing: build.progress,
    comparing,
    archive,
    notices: [...notices, ...build.notices, ...sync.encodingNotices()].map((notice) => label`${notice}`),
  };
}

/** Tells the editor, soon and once for any number of changes, how the index stands and which files share something new. */
export class News {
  private readonly moved = new Set<string>();
  private readonly debounce: Debounce;

  constructor(
    private readonly connection: Connection,
    private readonly editor: Editor,
    private readonly sync: WorkspaceSync,
    private readonly status: () => IndexStatus,
    private readonly log: FailureLog,
    delay: number,
  ) {
    this.debounce = new Debounce(delay, () => this.tell());
  }

  /** What these files share with others has changed. */
  changed(files: ReadonlySet<string>): void {
    for (const file of files) this.moved.add(file);
    this.debounce.soon();
  }

  soon(): void {
    this.debounce.soon();
  }

  stop(): void {
    this.debounce.cancel();
  }

  private tell(): void {
    const uris = [...this.moved];
    this.moved.clear();
    this.send(statusChanged, this.status());
    if (uris.length === 0) return;
    this.send(referencesChanged, { uris });
    if (uris.some(this.sync.isOpen)) this.log.watch('code lenses', this.editor.refreshLenses());
  }

  /** Other editors do not know these messages. */
  private send<Params>(name: NotificationName<Params>, params: Params): void {
    if (this.editor.isOurs) this.log.watch(name.method, this.connection.sendNotification(name.method, params));
  }
}
