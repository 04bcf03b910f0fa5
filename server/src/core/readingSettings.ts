/** What a folder may tell the readers: who counts as a party depends on the conflict, never on the code. */
export interface ReadingSettings {
  /** Names of belligerents, their ministries and media, besides the words that say so in any conflict. */
  readonly parties: readonly string[];
  /** Names of bodies outside the conflict, besides the built-in ones. */
  readonly independentBodies: readonly string[];
}

export const defaultReadingSettings: ReadingSettings = { parties: [], independentBodies: [] };
