import type { Memory } from '../workspace/memory.js';

/** Where the index of a workspace outlives the server. */
export interface IndexStore {
  /** `null` where nothing fits: nothing stored, damaged, or of another version. Never rejects. */
  load(): Promise<Memory | null>;
  save(memory: Memory): Promise<void>;
}
