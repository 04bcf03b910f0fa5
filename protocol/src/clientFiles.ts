import type { RequestName } from './names.js';

/*
 * Server to client: what a server asks of the file system of the editor, for files that lie on no disk of its machine; one
 * in a web worker has no disk at all. Files and folders are named by URI. Bytes are sent as base64: between processes a
 * message is JSON.
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
export const readFile: RequestName<{ readonly uri: string }, { readonly base64: string } | null> = {
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
export const writeFile: RequestName<{ readonly uri: string; readonly base64: string; readonly isNew?: boolean }, null> =
  { method: 'secondSource/writeFile' };

/** Nothing happens where there is none. */
export const removeFile: RequestName<{ readonly uri: string }, null> = { method: 'secondSource/removeFile' };

// of Node, of pages and of workers
declare function btoa(bytes: string): string;
declare function atob(base64: string): string;

/** Bytes of one call: a function does not take many more arguments. */
const atOnce = 8192;

export function base64Of(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += atOnce)
    characters += String.fromCharCode(...bytes.subarray(at, at + atOnce));
  return btoa(characters);
}

export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
