import { URI } from 'vscode-uri';
import { type IndexStatus, label } from '../../protocol/src/index.js';
import type { Readers } from './core/reading.js';
import type { Files } from './sync/files.js';
import type { Folders } from './sync/folders.js';
import type { IndexStore } from './sync/indexStore.js';
import { type OnDisk, PendingReads, readOnDisk } from './sync/pendingReads.js';
import { emptySnapshot, type Snapshot } from './workspace/store/snapshot.js';
import { Workspace } from './workspace/workspace.js';

/** An open document: the editor's text wins over the disk. `getText` is always the newest. */
export interface OpenDocument {
  getText(): string;
}

/**
 * So many files of a folder are asked for at once. Node waits for disks with four threads: beside other folders, one
 * whose disk does not answer must leave a thread to them.
 */
const askedAtOnce = { alone: 16, besideOthers: 3 } as const;

/** A build of the index: everything in the folders is read. */
interface Build {
  done: number;
  total: number;
  readonly stop: AbortController;
  readonly progress: (done: number, total: number) => void;
}

/** What the desk tells others; both may be called often and should only take note. */
export interface DeskEvents {
  /** What these files share, or what is found in them, has changed. */
  changed(files: ReadonlySet<string>): void;
  status(): void;
  /** Something failed that should not; the desk goes on without that file. */
  failed(file: string, error: unknown): void;
}

/**
 * Keeps the workspace in step with the folders on disk and the documents in the editor. `settle` brings edits in at
 * once, so that whoever asks next sees the newest text. The disk is waited for by nobody: its answers are taken in as
 * they come, in whatever order, as long as nobody opened the file or looked at it anew in the meantime.
 */
export class Desk {
  workspace: Workspace;
  private readonly open = new Map<string, OpenDocument>();
  private readonly edited = new Set<string>();
  /** Files that are not even read, with the reason. */
  private readonly unread = new Map<string, string>();
  private notices: string[] = [];
  /** Whether the store knows less than the workspace. */
  private unsaved = true;
  private indexing: Build | null = null;
  private readonly reads = new PendingReads(
    (file) => readOnDisk(this.files, file, this.folders.settings(file).limits.fileSize),
    (file, found) => this.take(file, found),
  );

  constructor(
    private readonly files: Files,
    private readonly folders: Folders,
    private readonly readers: (file: string) => Readers,
    private readonly events: DeskEvents,
    /** Where what is known outlives the editor; asked late, because the editor says where. */
    private readonly store: () => IndexStore | null = () => null,
  ) {
    this.workspace = this.newWorkspace(emptySnapshot);
  }

  opened(file: string, document: OpenDocument): void {
    this.open.set(file, document);
    this.reads.forget(file);
    this.unread.delete(file);
    this.edited.add(file);
  }

  edit(file: string): void {
    if (this.open.has(file)) this.edited.add(file);
  }

  isOpen = (file: string): boolean => this.open.has(file);

  openFiles = (): string[] => [...this.open.keys()];

  /** The disk counts again for a file that is no longer open. */
  closed(file: string): Promise<void> {
    this.open.delete(file);
    this.edited.delete(file);
    return this.load(file);
  }

  /** Reads the newest text of every edited document. */
  settle(): void {
    for (const file of [...this.edited]) {
      this.edited.delete(file);
      const document = this.open.get(file);
      if (document === undefined) continue;
      const reason = this.folders.whyNot(file);
      if (reason !== null) this.forget(file, reason);
      else this.put(file, document.getText());
    }
  }

  /** A file or folder appeared, changed or went on disk. */
  async onDisk(uri: string, what: 'created' | 'changed' | 'deleted'): Promise<void> {
    if (what === 'deleted') return this.gone(uri);
    if (this.folders.holds(uri)) return this.load(uri);
    if (what === 'created' && !this.folders.excludes(uri) && (await this.files.isFolder(uri)))
      await this.loadAll(await this.folders.listUnder(uri, this.files, new AbortController().signal));
  }

  /**
   * Reads all folders anew; from `recall`, what an earlier run stored of files that have not changed since is taken as
   * found, else everything is found out again. Replaces a build that is under way.
   */
  async rebuild(progress: Build['progress'] = () => undefined, recall = false): Promise<void> {
    this.stop();
    const build: Build = { done: 0, total: 0, stop: new AbortController(), progress };
    this.indexing = build;
    const { signal } = build.stop;
    try {
      // a disk that does not answer would keep it from noticing that it was stopped
      await Promise.race([aborted(signal), this.build(build, recall)]);
      if (!signal.aborted) await this.save();
      else if (this.indexing === build)
        this.notices.push('Reading the folders was stopped; run “Second Source: Rebuild Index” to read the rest.');
    } finally {
      if (this.indexing === build) this.indexing = null;
      this.events.status();
    }
  }

  /** Stores what is known, so that the next start need not find it out again. A failure costs only that. */
  async save(): Promise<void> {
    const store = this.store();
    if (store === null || !this.unsaved) return;
    this.unsaved = false;
    try {
      await store.save(this.workspace.snapshot());
    } catch (error) {
      this.unsaved = true;
      this.events.failed('the stored index', error);
    }
  }

  /** Stops a build under way; what was read stays. */
  stop(): void {
    this.indexing?.stop.abort();
  }

  status(): IndexStatus {
    const { indexing } = this;
    const { size, articleCount: articles } = this.workspace;
    return {
      articles,
      skipped: size - articles + this.unread.size,
      indexing: indexing && { done: indexing.done, total: indexing.total },
      notices: this.notices.map((notice) => label`${notice}`),
    };
  }

  /** Why a file was not even read; `undefined` for one that was, or is not there. */
  whyUnread = (file: string): string | undefined => this.unread.get(file);

  /** Every reader of metadata wants a path, not a URI. */
  private newWorkspace(snapshot: Snapshot): Workspace {
    return new Workspace(this.readers, {
      pathOf: (file) => URI.parse(file).path,
      snapshot,
      failed: (file, error) => this.events.failed(file, error),
    });
  }

  private async build(build: Build, recall: boolean): Promise<void> {
    const snapshot = (recall && (await this.store()?.load())) || emptySnapshot;
    if (build.stop.signal.aborted) return;
    const before = new Set([...this.workspace.files(), ...this.unread.keys()]);
    this.workspace = this.newWorkspace(snapshot);
    this.unsaved = snapshot.files.length === 0;
    this.unread.clear();
    this.reads.forgetAll();
    this.notices = [];
    for (const file of this.open.keys()) this.edited.add(file);
    this.settle();
    this.events.changed(before);
    await Promise.all(this.folders.all.map((folder) => this.loadFolder(folder, build)));
    if (!build.stop.signal.aborted && this.workspace.forgetMissing() > 0) this.unsaved = true;
  }

  /** Each folder by itself, so that a disk that does not answer holds up no other. */
  private async loadFolder(folder: string, build: Build): Promise<void> {
    const { signal } = build.stop;
    const found = await this.folders.list(folder, this.files, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    if (found === undefined) return;
    this.notices.push(...found.notices);
    await this.loadAll(found.files, build);
  }

  /** Reads files, several at once. */
  private async loadAll(files: readonly string[], build?: Build): Promise<void> {
    if (build) build.total += files.length;
    const left = files.values();
    const read = async (): Promise<void> => {
      for (const file of left) {
        if (build?.stop.signal.aborted) return;
        await this.load(file);
        if (build === undefined || build.stop.signal.aborted) continue;
        build.progress(++build.done, build.total);
        this.events.status();
      }
    };
    const lanes = this.folders.all.length > 1 ? askedAtOnce.besideOthers : askedAtOnce.alone;
    await Promise.all(Array.from({ length: lanes }, read));
  }

  /** Brings one file in step with the disk, unless it is open or somebody looks at it anew before the disk answers. */
  private async load(file: string): Promise<void> {
    if (this.open.has(file)) return;
    if (!this.folders.holds(file)) return this.forget(file);
    return this.reads.at(file);
  }

  /** Returns whether it took next to no time. */
  private take(file: string, found: OnDisk): boolean {
    if (found === null) this.forget(file);
    else if (typeof found === 'string') this.put(file, found);
    else this.forget(file, found.unread);
    return found === null || this.workspace.isRestored(file);
  }

  private gone(uri: string): void {
    const under = (file: string): boolean => file === uri || file.startsWith(`${uri}/`);
    for (const file of [...this.workspace.files(), ...this.unread.keys(), ...this.reads.files()])
      if (under(file) && !this.open.has(file)) this.forget(file);
  }

  private put(file: string, text: string): void {
    let changed: ReadonlySet<string>;
    try {
      changed = this.workspace.set(file, text);
    } catch (error) {
      this.events.failed(file, error);
      this.forget(file, 'Second Source failed on this file; the log of the server says where.');
      return;
    }
    if (!this.workspace.isRestored(file)) this.unsaved = true;
    this.unread.delete(file);
    this.events.changed(changed);
    this.events.status();
  }

  private forget(file: string, reason?: string): void {
    this.reads.forget(file);
    if (reason === undefined) this.unread.delete(file);
    else this.unread.set(file, reason);
    if (this.workspace.textOf(file) !== undefined) this.unsaved = true;
    const changed = this.workspace.delete(file);
    this.events.changed(new Set([...changed, file]));
    this.events.status();
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
