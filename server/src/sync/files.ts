/** The disk, as the server needs it. Files and folders are named by URI, as the editor names them. */
export interface Files {
  /** Articles under a folder, in order of URI; globs are relative to the folder. Rejects when `signal` aborts. */
  list(folder: string, globs: Globs, signal: AbortSignal): Promise<string[]>;
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
