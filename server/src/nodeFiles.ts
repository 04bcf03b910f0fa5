import { readFile, stat } from 'node:fs/promises';
import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';
import type { Files } from './files.js';

/** The disk of the machine the server runs on. */
export const nodeFiles: Files = {
  async list(folder, { include, exclude }, signal) {
    const cwd = pathOf(folder);
    const paths = await glob([...include], {
      cwd,
      ignore: [...exclude],
      absolute: true,
      caseSensitiveMatch: false,
      expandDirectories: false,
      followSymbolicLinks: false,
      signal,
    });
    signal.throwIfAborted();
    return paths.map((path) => URI.file(path).toString()).sort();
  },
  async read(file) {
    return ifThere(async () => (await readFile(pathOf(file), 'utf8')).replace(/^\uFEFF/, ''));
  },
  async size(file) {
    return ifThere(async () => (await stat(pathOf(file))).size);
  },
  async isFolder(uri) {
    return (await ifThere(async () => (await stat(pathOf(uri))).isDirectory())) ?? false;
  },
};

const pathOf = (uri: string): string => URI.parse(uri).fsPath;

async function ifThere<T>(look: () => Promise<T>): Promise<T | null> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}
