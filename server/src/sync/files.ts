/** The disk, as the server needs it. Files and folders are named by URI, as the editor names them. */
export interface Files {
  /** Files under a folder that the globs name, relative to the folder. Rejects when `signal` aborts. */
  list(folder: string, globs: Globs, signal: AbortSignal): Promise<Listing>;
  /**
   * What is in the file, or its size in bytes where that is more than `largest`. `null`: no such file any more. Rejects
   * where the file cannot be read, or is a link: a folder from elsewhere must not lead to files outside of it. `alone`: no
   * other folder is read, so that whoever waits for this disk holds up none.
   */
  read(file: string, largest: number, alone?: boolean): Promise<Content | number | null>;
  /** `null` where there is no such file. */
  identity(file: string): Promise<Identity | null>;
  /** `false` for a link to one. */
  isFolder(uri: string): Promise<boolean>;
  /**
   * Writes a whole file, whose folder is made where there is none: under another name first, then moved into place, so that
   * nobody ever sees half of it. Rejects where a folder on the way from `within` is a link, which may lead elsewhere.
   */
  write(file: string, text: string, within: string): Promise<void>;
  /** The same for taking a file away; nothing happens where there is none. */
  remove(file: string, within: string): Promise<void>;
}

/** How the bytes of a file are read as words. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** Tells a file from every other, by whatever name or link it is reached. */
export type Identity = string;

export interface Content extends Decoded {
  /** `null` where the disk does not say. */
  readonly identity: Identity | null;
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

/** What is wrong, for people: of Node's `EACCES: permission denied, open '/a/path'` the words in the middle. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'syscall' in error ? error.message.replace(/^[A-Z]\w+: |, \w+(?: '.*')?$/gs, '') : error.message;
}
