import type { Files } from './files.js';
import type { ImportDisk } from './importDisk.js';

const isOnDisk = (uri: string): boolean => uri.startsWith('file:');

/** A workspace may have folders on the disk of this machine, whose scheme is `file:`, and folders that only the editor reaches. */
export function filesByScheme(disk: Files, editor: Files): Files {
  const holding = (uri: string): Files => (isOnDisk(uri) ? disk : editor);
  return {
    list: (folder, globs, signal) => holding(folder).list(folder, globs, signal),
    read: (file, largest, alone) => holding(file).read(file, largest, alone),
    identity: (file) => holding(file).identity(file),
    isFolder: (uri) => holding(uri).isFolder(uri),
    write: (file, text, within) => holding(file).write(file, text, within),
    remove: (file, within) => holding(file).remove(file, within),
  };
}

/** The same for what is imported. */
export function importsByScheme(disk: ImportDisk, editor: ImportDisk): ImportDisk {
  const holding = (uri: string): ImportDisk => (isOnDisk(uri) ? disk : editor);
  return {
    read: (uri, largest) => holding(uri).read(uri, largest),
    create: (uri, bytes) => holding(uri).create(uri, bytes),
    replace: (uri, bytes) => holding(uri).replace(uri, bytes),
  };
}
