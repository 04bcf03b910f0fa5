/** What a folder may tell the readers: who counts as a party depends on the conflict, never on the code. */
export interface ReadingSettings {
  /** Names of belligerents, their ministries and media, besides the words that say so in any conflict. */
  readonly parties: readonly string[];
  /** Names of bodies outside the conflict, besides the built-in ones. */
  readonly independentBodies: readonly string[];
  /** Bodies by the name that they go by, with what articles call them besides. */
  readonly otherNames: OtherNames;
}

export type OtherNames = Readonly<Record<string, readonly string[]>>;

export const defaultReadingSettings: ReadingSettings = { parties: [], independentBodies: [], otherNames: {} };
