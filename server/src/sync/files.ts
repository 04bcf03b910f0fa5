/** The disk, as the server needs it. Files and folders are named by URI, as the editor names them. */
export interface Files {
  /** Files under a folder that the globs name, relative to the folder. Rejects when `signal` aborts. */
  list(folder: string, globs: Globs, signal: AbortSignal): Promise<Listing>;
  /**
   * The text without a byte order mark, or the file's size in bytes where that is more than `largest`. `null`: no such
   * file any more. Rejects where the file cannot be read.
   */
  read(file: string, largest: number): Promise<string | number | null>;
  isFolder(uri: string): Promise<boolean>;
}

export interface Globs {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface Listing {
  /** In order of URI. */
  readonly files: readonly string[];
  /** Why a folder could not be looked into, by its URI. */
  readonly unread: ReadonlyMap<string, string>;
}

/** What is wrong, for people. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
