import type { Snapshot } from '../workspace/store/snapshot.js';

/** Where the index of a workspace outlives the server. */
export interface IndexStore {
  /** The folder, as people name it. */
  readonly place: string;
  /** `null` where nothing fits: nothing stored, damaged, or of another version. Never rejects. */
  load(): Promise<Snapshot | null>;
  save(snapshot: Snapshot): Promise<void>;
}
