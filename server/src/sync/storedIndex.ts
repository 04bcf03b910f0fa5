import { emptySnapshot, type Snapshot } from '../workspace/store/snapshot.js';
import { messageOf } from './files.js';
import type { IndexStore } from './indexStore.js';
import type { WorkspaceSync } from './workspaceSync.js';

/** What is known of the workspace, kept so that the next start need not find it out again. */
export class StoredIndex {
  /** Where it is kept; `null` where the editor names no place. */
  store: IndexStore | null = null;
  /** What a person should know and do, or nothing. */
  notices: readonly string[] = [];
  private awaitsJudge = false;

  constructor(
    private readonly sync: WorkspaceSync,
    private readonly log: { failed(what: string, error: unknown): void; told(words: string): void },
  ) {}

  async recall(): Promise<Snapshot> {
    return (await this.store?.load()) ?? emptySnapshot;
  }

  /** All folders were read, and the judge comes after. Says how much of what was recalled still holds. */
  async built(): Promise<void> {
    const files = [...this.sync.workspace.files()];
    const known = files.filter((file) => this.sync.workspace.isRestored(file));
    if (known.length > 0)
      this.log.told(
        `${known.length} of ${files.length} files have not changed since the last start: what was found in them was kept.`,
      );
    this.awaitsJudge = true;
    await this.save();
  }

  /**
   * The judge has read all that there is. What it said of a build is stored now, since in a browser nobody tells the server
   * that it ends; what it says of edits, when it ends.
   */
  async judged(): Promise<void> {
    if (!this.awaitsJudge) return;
    this.awaitsJudge = false;
    await this.save();
  }

  /** Stores what is not stored yet. A failure costs only that. */
  async save(): Promise<void> {
    const { store, sync } = this;
    if (store === null || !sync.unsaved) return;
    sync.unsaved = false;
    try {
      await store.save(sync.workspace.snapshot());
      this.notices = [];
    } catch (error) {
      sync.unsaved = true;
      this.notices = [
        `What was read could not be stored (${messageOf(error)}), so the next start reads all files anew; make room in ${store.place} or allow writing there, then run “Second Source: Rebuild Index”.`,
      ];
      this.log.failed('the stored index', error);
    }
  }
}
