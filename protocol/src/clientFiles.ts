import type { RequestName } from './names.js';

/*
 * Server to client: what a server in a web worker, which has no disk, asks of the file system of the editor. Files and
 * folders are named by URI.
 */

/** What the client finds under a name. */
export interface FileFound {
  readonly kind: 'file' | 'folder' | 'other';
  readonly isLink: boolean;
  /** In bytes. */
  readonly size: number;
}

/** `null` where there is nothing of that name. */
export const findFile: RequestName<{ readonly uri: string }, FileFound | null> = { method: 'secondSource/findFile' };

/** What is in a file. */
export const readFile: RequestName<{ readonly uri: string }, { readonly bytes: Uint8Array } | null> = {
  method: 'secondSource/readFile',
};

/** What lies in a folder, by name. */
export const readFolder: RequestName<
  { readonly uri: string },
  readonly (Pick<FileFound, 'kind' | 'isLink'> & { readonly name: string })[]
> = { method: 'secondSource/readFolder' };

/**
 * Writes a whole file under another name first, then moves it into place; folders are made where there are none. A new file is
 * refused where there is one of that name.
 */
export const writeFile: RequestName<
  { readonly uri: string; readonly bytes: Uint8Array; readonly isNew?: boolean },
  null
> = { method: 'secondSource/writeFile' };

/** Nothing happens where there is none. */
export const removeFile: RequestName<{ readonly uri: string }, null> = { method: 'secondSource/removeFile' };
