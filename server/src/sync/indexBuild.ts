import { emptySnapshot } from '../workspace/store/snapshot.js';
import type { Files } from './files.js';
import type { Folders } from './folders.js';
import type { StoredIndex } from './storedIndex.js';
import type { SyncEvents, WorkspaceSync } from './workspaceSync.js';

/** Hears how far a build is, in files. */
type Progress = (done: number, total: number) => void;

/** A build under way. */
interface Build {
  done: number;
  total: number;
  readonly stop: AbortController;
  readonly progress: Progress;
}

/** Builds the index: reads everything in the folders into the workspace. A new build takes the place of one under way. */
export class IndexBuild {
  /** What a person should know of the last build, a sentence each. */
  notices: string[] = [];
  /** Whether the last build has read all folders to the end. */
  isComplete = false;
  private current: Build | null = null;

  constructor(
    private readonly sync: WorkspaceSync,
    private readonly folders: Folders,
    private readonly files: Files,
    private readonly stored: StoredIndex,
    private readonly events: SyncEvents,
  ) {}

  /** Files read so far and in all while a build is under way, else `null`. */
  get progress(): { readonly done: number; readonly total: number } | null {
    return this.current && { done: this.current.done, total: this.current.total };
  }

  /**
   * Reads all folders anew; with `recall`, what an earlier run stored of files that have not changed since is taken as
   * found, else everything is found out again.
   */
  async run(progress: Progress = () => undefined, recall = false): Promise<void> {
    this.stop();
    this.isComplete = false;
    const build: Build = { done: 0, total: 0, stop: new AbortController(), progress };
    this.current = build;
    const { signal } = build.stop;
    try {
      // a disk that does not answer would keep it from noticing that it was stopped
      await Promise.race([aborted(signal), this.build(build, recall)]);
      if (!signal.aborted) await this.stored.built();
      else if (this.current === build)
        this.notices.push('Reading the folders was stopped; run “Second Source: Rebuild Index” to read the rest.');
    } finally {
      if (this.current === build) this.current = null;
      this.events.status();
    }
  }

  /** Stops a build under way; what was read stays. */
  stop(): void {
    this.current?.stop.abort();
  }

  private async build(build: Build, recall: boolean): Promise<void> {
    const { signal } = build.stop;
    await this.startOver(recall, signal);
    if (signal.aborted) return;
    this.notices = [];
    await Promise.all(this.folders.all.map((folder) => this.readFolder(folder, build)));
    if (signal.aborted) return;
    this.sync.forgetMissing();
    this.isComplete = true;
  }

  /** By itself, so that the snapshot, as large as what was made of it, is gone before the folders are read. */
  private async startOver(recall: boolean, signal: AbortSignal): Promise<void> {
    const snapshot = recall ? await this.stored.recall() : emptySnapshot;
    if (!signal.aborted) this.sync.startOver(snapshot);
  }

  /** Each folder by itself, so that a disk that does not answer holds up no other. */
  private async readFolder(folder: string, build: Build): Promise<void> {
    const { signal } = build.stop;
    const found = await this.folders.list(folder, this.files, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    if (found === undefined) return;
    this.notices.push(...found.notices);
    build.total += found.files.length;
    const each = (): void => {
      build.progress(++build.done, build.total);
      this.events.status();
    };
    await this.sync.loadAll(found.files, each, signal);
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
