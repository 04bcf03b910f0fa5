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

  constructor(
    private readonly sync: WorkspaceSync,
    private readonly failed: (what: string, error: unknown) => void,
  ) {}

  async recall(): Promise<Snapshot> {
    return (await this.store?.load()) ?? emptySnapshot;
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
      this.failed('the stored index', error);
    }
  }
}
