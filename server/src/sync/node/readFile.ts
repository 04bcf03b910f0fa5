import { type BigIntStats, constants } from 'node:fs';
import { URI } from 'vscode-uri';
import { decode } from '../decode.js';
import type { Content, Identity } from '../files.js';

/** The calls by which a file is read: each promises an answer, or has it at once. */
export interface Disk {
  open(path: string, flags: number): Promise<number> | number;
  fstat(file: number, options: { readonly bigint: true }): Promise<BigIntStats> | BigIntStats;
  /** Returns the number of bytes that were read. */
  read(file: number, into: Buffer, offset: number, length: number, position: number): Promise<number> | number;
  close(file: number): Promise<void> | void;
}

/** What is in a file, as `Files.read` has it. */
export const readFile = async (uri: string, largest: number, disk: Disk): Promise<Content | number | null> =>
  isOnDisk(uri) ? ifThere(readContent(pathOf(uri), largest, disk)) : null;

export const isOnDisk = (uri: string): boolean => uri.startsWith('file:');

/** The path of a file of this machine: that of a URI elsewhere (`vscode-vfs://…/etc`) may be another file here. */
export function pathOf(uri: string): string {
  if (!isOnDisk(uri)) throw new Error('it is not on a disk of this machine');
  return URI.parse(uri).fsPath;
}

/** Opening a named pipe would wait for somebody who writes. Links are not followed. */
const neverWaits = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** The device and the number on it: two spellings, a link and a hard link have them in common. Some disks number none. */
export const identityOf = ({ dev, ino }: BigIntStats): Identity | null => (ino === 0n ? null : `${dev}:${ino}`);

/** Files smaller than this, in bytes, as nearly all articles are, are read into a page that is used again. */
const pageSize = 1 << 16;
const pages: Buffer[] = [];

async function readContent(path: string, largest: number, disk: Disk): Promise<Content | number> {
  const file = await opened(path, disk);
  const page = pages.pop() ?? Buffer.allocUnsafe(pageSize);
  try {
    const found = await disk.fstat(file, { bigint: true });
    if (!found.isFile()) throw new Error('it is not a file');
    const size = Number(found.size);
    if (size > largest) return size;
    const identity = identityOf(found);
    if (size >= pageSize) return { ...decode(await readAll(file, size, disk)), identity };
    const bytesRead = await disk.read(file, page, 0, pageSize, 0);
    return { ...decode(page.subarray(0, bytesRead)), identity };
  } finally {
    pages.push(page);
    await disk.close(file);
  }
}

async function opened(path: string, disk: Disk): Promise<number> {
  try {
    return await disk.open(path, neverWaits);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ELOOP' ? new Error('it is a link') : error;
  }
}

async function readAll(file: number, size: number, disk: Disk): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size);
  let end = 0;
  for (let got = 1; got > 0 && end < size; end += got) got = await disk.read(file, bytes, end, size - end, end);
  return bytes.subarray(0, end);
}

/** `null` where there is no such file or folder. */
export async function ifThere<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}
