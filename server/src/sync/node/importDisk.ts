import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { URI } from 'vscode-uri';
import type { ImportDisk } from '../importDisk.js';
import { writeWhole } from './writeWhole.js';

const pathOf = (uri: string): string => URI.parse(uri).fsPath;

/** The disk of a machine. */
export const importDisk: ImportDisk = {
  read: (uri, largest) => ifThere(read(pathOf(uri), largest)),
  async create(uri, bytes) {
    const path = pathOf(uri);
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'wx');
    try {
      await file.writeFile(bytes);
    } catch (error) {
      await rm(path, { force: true }); // half an article is none
      throw error;
    } finally {
      await file.close();
    }
  },
  replace: (uri, bytes) => writeWhole(pathOf(uri), (file) => file.writeFile(bytes)),
};

/** Opening a named pipe would wait for somebody who writes. */
const neverWaits = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

async function read(path: string, largest: number): Promise<Uint8Array | number> {
  if (!(await stat(path)).isFile()) throw new Error('it is not a file');
  const file: FileHandle = await open(path, neverWaits);
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new Error('it is not a file');
    return found.size > largest ? found.size : await file.readFile();
  } finally {
    await file.close();
  }
}

async function ifThere<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
