/** The disk, as the server needs it. Files and folders are named by URI, as the editor names them. */
export interface Files {
  /** Articles under a folder, in order of URI; globs are relative to the folder. Rejects when `signal` aborts. */
  list(folder: string, globs: Globs, signal: AbortSignal): Promise<string[]>;
  /** The text without a byte order mark. `null`: no such file any more. Rejects where the file cannot be read. */
  read(file: string): Promise<string | null>;
  /** Size in bytes; `null`: no such file any more. */
  size(file: string): Promise<number | null>;
  isFolder(uri: string): Promise<boolean>;
}

export interface Globs {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}
