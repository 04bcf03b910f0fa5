import { URI } from 'vscode-uri';

/** One name for one file, whatever way an editor encodes its URI. */
export function keyOf(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri; // half of a surrogate pair cannot be encoded: such a name is its own
  }
}

/** Some editors end the URI of a folder with a slash; that of a root, `file:///` or `file:///c%3A/`, needs it. */
export const folderKey = (uri: string): string => keyOf(uri).replace(/(?<!\/|%3A)\/$/i, '');

/** What the URIs of everything in a folder begin with. */
export const prefixOf = (folder: string): string => (folder.endsWith('/') ? folder : `${folder}/`);

/** The file with a path under a folder, whose URI ends in a slash. */
export const fileUnder = (prefix: string, path: string): string =>
  keyOf(prefix + path.split('/').map(encoded).join('/'));

function encoded(name: string): string {
  try {
    return encodeURIComponent(name);
  } catch {
    return name; // half of a surrogate pair
  }
}

/** The path of a file under a folder, whose URI ends in a slash. */
export function pathUnder(prefix: string, file: string): string {
  const path = file.slice(prefix.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // not encoded UTF-8, so it stands for itself
  }
}

/** A file or folder as people name it. */
export const shown = (uri: string): string => (uri.startsWith('file:') ? URI.parse(uri).fsPath : uri);
