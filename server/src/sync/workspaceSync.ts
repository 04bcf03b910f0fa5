import pMap from 'p-map';
import { URI } from 'vscode-uri';
import type { Readers } from '../core/reading.js';
import type { CandidateSource } from '../workspace/candidates.js';
import { emptySnapshot, type Snapshot } from '../workspace/store/snapshot.js';
import { Workspace } from '../workspace/workspace.js';
import { Debounce } from './debounce.js';
import { encodingNotices } from './encodings.js';
import type { Encoding, Files } from './files.js';
import type { Folders } from './folders.js';
import { type OnDisk, PendingReads, readOnDisk } from './pendingReads.js';
import { SameFiles } from './sameFiles.js';
import { shown } from './uris.js';

/** An open document: the editor's text wins over the disk. `getText` is always the newest. */
interface OpenDocument {
  getText(): string;
}

/**
 * How many files of a folder are asked for at once. Node waits for disks with four threads: beside other folders, one
 * whose disk does not answer must leave a thread to them.
 */
const askedAtOnce = { alone: 256, besideOthers: 3 } as const;

/** Milliseconds after which people hear of files that come from the stored index. Chosen. */
const toldAgain = 200;

/** What the others hear of; all may be called often and should only take note. */
export interface SyncEvents {
  /** What these files share, or what is found in them, has changed. */
  changed(files: ReadonlySet<string>): void;
  /** How many files are read has changed. */
  status(): void;
  /** Something failed that should not; everything else goes on. */
  failed(what: string, error: unknown): void;
}

/**
 * Keeps the workspace in step with the folders on disk and the documents in the editor. `settle` brings edits in at
 * once, so that the next answer is about the newest text. No answer waits for the disk: what it says is taken in as it
 * comes, in whatever order, as long as nobody opened the file or asked for it anew in the meantime.
 */
export class WorkspaceSync {
  workspace: Workspace;
  /** Whether the workspace knows more than what was stored last. */
  unsaved = true;
  private readonly open = new Map<string, OpenDocument>();
  private readonly edited = new Set<string>();
  /** Files that are not even read, with the reason. */
  private readonly unread = new Map<string, string>();
  private readonly same = new SameFiles();
  /** How the disk has those files that are not in UTF-8. */
  private readonly encodings = new Map<string, Encoding>();
  /** Tells of files that were restored: each concerns dozens of others, so that all are told, once for many. */
  private readonly restored = new Debounce(toldAgain, () => this.events.changed(new Set(this.workspace.files())));
  private readonly reads = new PendingReads(
    (file) => readOnDisk(this.files, file, this.folders.settings(file).limits.fileSize, this.isAlone),
    (file, found) => this.take(file, found),
  );

  constructor(
    private readonly files: Files,
    private readonly folders: Folders,
    private readonly readers: (file: string) => Readers,
    private readonly events: SyncEvents,
    private isJudged = false,
    /** Who besides the folders is asked which articles may hold the same claims. */
    private readonly archives: () => readonly CandidateSource[] = () => [],
  ) {
    this.workspace = this.newWorkspace(emptySnapshot);
  }

  opened(file: string, document: OpenDocument): void {
    this.open.set(file, document);
    this.reads.forget(file);
    this.unread.delete(file);
    this.encodings.delete(file);
    this.edited.add(file);
    this.inBackground(file, this.identify(file));
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
    const loaded = this.load(file);
    this.reconsider(this.same.namesOf(file).filter((other) => other !== file));
    return loaded;
  }

  /** Reads the newest text of every edited document. */
  settle(): void {
    for (const file of [...this.edited]) {
      this.edited.delete(file);
      const document = this.open.get(file);
      if (document === undefined) continue;
      const reason = this.folders.whyNot(file) ?? this.whyTwice(file);
      if (reason !== null) this.forget(file, reason);
      else this.putOpen(file, document.getText());
    }
  }

  /** A file or folder appeared, changed or went on disk. */
  async onDisk(uri: string, what: 'created' | 'changed' | 'deleted'): Promise<void> {
    if (what === 'deleted') return this.gone(uri);
    if (this.folders.holds(uri)) return this.load(uri);
    if (what === 'created' && !this.folders.excludes(uri) && (await this.files.isFolder(uri)))
      await this.loadAll(await this.folders.listUnder(uri, this.files, new AbortController().signal));
  }

  /** Forgets all files and reads the open ones anew. Files that still have the text of the snapshot are known at once. */
  startOver(snapshot: Snapshot): void {
    const before = new Set([...this.workspace.files(), ...this.unread.keys()]);
    this.workspace = this.newWorkspace(snapshot);
    this.unsaved = snapshot.files.length === 0;
    this.unread.clear();
    this.encodings.clear();
    this.same.clear();
    this.reads.forgetAll();
    for (const file of this.open.keys()) {
      this.edited.add(file);
      this.inBackground(file, this.identify(file));
    }
    this.settle();
    this.events.changed(before);
  }

  /** What is known of these files besides their texts has changed: they are read anew, as texts they have already. */
  readAnew(files: readonly string[]): void {
    for (const file of files) {
      const text = this.workspace.textOf(file);
      const changed = this.workspace.delete(file);
      this.unsaved = true;
      this.events.changed(changed);
      if (text !== undefined) this.put(file, text);
    }
  }

  /** All folders were read: what the snapshot knows of other files is forgotten. */
  forgetMissing(): void {
    if (this.workspace.forgetMissing() > 0) this.unsaved = true;
  }

  /** Reads files, several at once, and tells of each, until told to stop. */
  async loadAll(files: readonly string[], each = (): void => undefined, stop?: AbortSignal): Promise<void> {
    const read = async (file: string): Promise<void> => {
      if (stop?.aborted) return;
      await this.load(file);
      if (!stop?.aborted) each();
    };
    const concurrency = this.isAlone ? askedAtOnce.alone : askedAtOnce.besideOthers;
    await pMap(files, read, { concurrency, stopOnError: false });
    this.restored.now();
  }

  /** Whether there are no other folders whose disks could be held up. */
  private get isAlone(): boolean {
    return this.folders.all.length === 1;
  }

  /** There is no judge after all. Returns the files whose cross references may have changed. */
  withoutJudge(): ReadonlySet<string> {
    this.isJudged = false;
    this.workspace.withoutJudge();
    return new Set(this.workspace.articles());
  }

  /** Why a file was not even read; `undefined` for one that was, or is not there. */
  whyUnread = (file: string): string | undefined => this.unread.get(file);

  /** What is good to know of how files were read, a sentence each. */
  encodingNotices = (): string[] => encodingNotices(this.encodings, shown);

  get unreadCount(): number {
    return this.unread.size;
  }

  /** Every reader of metadata wants a path, not a URI. */
  private newWorkspace(snapshot: Snapshot): Workspace {
    return new Workspace(this.readers, {
      pathOf: (file) => URI.parse(file).path,
      snapshot,
      isJudged: this.isJudged,
      archives: this.archives(),
      changed: (files) => this.events.changed(files),
      failed: (file, error) => this.events.failed(file, error),
    });
  }

  /** Brings one file in step with the disk, unless it is open or somebody asks for it anew before the disk answers. */
  private async load(file: string): Promise<void> {
    if (this.open.has(file)) return this.identify(file);
    if (!this.folders.holds(file)) return this.lose(file);
    return this.reads.ask(file);
  }

  /** Returns whether it took next to no time. */
  private take(file: string, found: OnDisk): boolean {
    if (found === null) this.lose(file);
    else if ('unread' in found) this.forget(file, found.unread);
    else {
      this.reconsider(this.same.lead(file, found.identity));
      const reason = this.whyTwice(file);
      if (reason !== null) this.forget(file, reason);
      else this.put(file, found.text);
      if (reason === null && found.encoding !== 'UTF-8') this.encodings.set(file, found.encoding);
    }
    return found === null || this.workspace.isRestored(file);
  }

  /** Asks the disk which file an open document is. */
  private async identify(file: string): Promise<void> {
    const identity = await this.files.identity(file);
    if (!this.open.has(file)) return;
    this.reconsider(this.same.lead(file, identity));
    this.reconsider(this.same.namesOf(file));
  }

  /** Of the names of one file an open document's is read before others, and the first before the rest. */
  private whyTwice(file: string): string | null {
    const read = this.same.readAs(file, (name) => this.open.has(name) && this.folders.whyNot(name) === null);
    return read === file ? null : `This is another name of ${shown(read)}, which is read.`;
  }

  /** Something happened to another name of these files. */
  private reconsider(files: readonly string[]): void {
    for (const file of files) {
      const isRead = this.workspace.textOf(file) !== undefined;
      const reason = this.whyTwice(file);
      if (isRead === (reason === null)) continue;
      if (this.open.has(file)) {
        this.edited.add(file);
        this.events.changed(new Set([file]));
      } else if (reason === null) this.inBackground(file, this.load(file));
      else this.forget(file, reason);
    }
  }

  private inBackground(file: string, work: Promise<void>): void {
    work.catch((error: unknown) => this.events.failed(file, error));
  }

  private gone(uri: string): void {
    const under = (file: string): boolean => file === uri || file.startsWith(`${uri}/`);
    for (const file of [...this.workspace.files(), ...this.unread.keys(), ...this.reads.files()])
      if (under(file) && !this.open.has(file)) this.lose(file);
  }

  /** There is no such file any more, or it does not count. */
  private lose(file: string): void {
    this.forget(file);
    this.reconsider(this.same.lead(file, null));
  }

  /** An archive is asked about what is open alone: about a known text it was not asked yet. */
  private putOpen(file: string, text: string): void {
    if (this.workspace.textOf(file) === text) this.workspace.askArchives(file);
    this.put(file, text);
  }

  private put(file: string, text: string): void {
    let changed: ReadonlySet<string>;
    try {
      if (this.workspace.restore(file, text)) {
        this.restored.soon();
        changed = new Set([file]);
      } else changed = this.workspace.set(file, text);
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
    this.encodings.delete(file);
    if (reason === undefined) this.unread.delete(file);
    else this.unread.set(file, reason);
    if (this.workspace.textOf(file) !== undefined) this.unsaved = true;
    const changed = this.workspace.delete(file);
    this.events.changed(new Set([...changed, file]));
    this.events.status();
  }
}
