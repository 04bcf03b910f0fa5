import { type BigIntStats, close, constants, fstat, lstat, open, read, readdir, stat } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';
import { decode } from '../decode.js';
import { type Content, type Files, type Identity, messageOf } from '../files.js';
import { writeWhole } from './writeWhole.js';

/** The disk of the machine the server runs on. */
export const nodeFiles: Files = {
  async list(folder, { include, exclude }, signal) {
    const cwd = pathOf(folder);
    // tinyglobby takes a backslash for a slash and would look into another folder
    if (sep === '/' && cwd.includes('\\')) throw new Error('a folder with a backslash in its name is not read');
    const unread = new Map<string, string>();
    const paths = await glob([...include], {
      cwd,
      ignore: [...exclude],
      absolute: true,
      caseSensitiveMatch: false,
      expandDirectories: false,
      followSymbolicLinks: false,
      fs: { readdir: tellingFailures((path, reason) => unread.set(URI.file(path).toString(), reason)) },
      signal,
    });
    signal.throwIfAborted();
    return { files: paths.map((path) => URI.file(path).toString()).sort(), unread };
  },
  read: async (file, largest) => (isOnDisk(file) ? ifThere(readContent(pathOf(file), largest)) : null),
  async identity(file) {
    const found = isOnDisk(file) ? await ifThere(disk.stat(pathOf(file), { bigint: true })) : null;
    return found && identityOf(found);
  },
  async isFolder(uri) {
    return isOnDisk(uri) && ((await ifThere(disk.lstat(pathOf(uri))))?.isDirectory() ?? false);
  },
  async write(file, text, within) {
    await makeFolders(pathOf(within), dirname(pathOf(file)));
    await writeWhole(pathOf(file), async (unfinished) => {
      await unfinished.writeFile(text);
      await unfinished.sync(); // what a person wrote must outlive a power cut
    });
  },
  async remove(file, within) {
    await makeFolders(pathOf(within), dirname(pathOf(file)));
    await rm(pathOf(file), { force: true });
  },
};

/** Makes the folders that are missing on the way from one to another in it. Rejects where one of them is a link. */
async function makeFolders(within: string, folder: string): Promise<void> {
  let path = within;
  for (const name of relative(within, folder).split(sep).filter(Boolean)) {
    path = join(path, name);
    const found = await ifThere(disk.lstat(path));
    if (found === null) await ignoreExisting(mkdir(path));
    else if (!found.isDirectory()) throw new Error(`${path} is a link or no folder`);
  }
}

/** Another process may have made it in the meantime. */
const ignoreExisting = (made: Promise<void>): Promise<void> =>
  made.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });

/** By callback and not `fs.promises`, which takes twice the time for files of two pages. */
const disk = {
  open: promisify(open),
  fstat: promisify(fstat),
  stat: promisify(stat),
  lstat: promisify(lstat),
  read: promisify(read),
  close: promisify(close),
};

/** Opening a named pipe would wait for somebody who writes. Links are not followed. */
const neverWaits = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** tinyglobby passes over folders that it cannot read without a word. */
function tellingFailures(tell: (path: string, reason: string) => void): typeof readdir {
  const telling = (path: string, options: { withFileTypes: true }, done: (...found: unknown[]) => void): void =>
    readdir(path, options, (error, entries) => {
      if (error) tell(path, messageOf(error));
      done(error, entries);
    });
  return telling as typeof readdir;
}

const isOnDisk = (uri: string): boolean => uri.startsWith('file:');

/** The path of a file of this machine: that of a URI elsewhere (`vscode-vfs://…/etc`) may be another file here. */
function pathOf(uri: string): string {
  if (!isOnDisk(uri)) throw new Error('it is not on a disk of this machine');
  return URI.parse(uri).fsPath;
}

/** The device and the number on it: two spellings, a link and a hard link have them in common. Some disks number none. */
const identityOf = ({ dev, ino }: BigIntStats): Identity | null => (ino === 0n ? null : `${dev}:${ino}`);

/** Files smaller than this, in bytes, as nearly all articles are, are read into a page that is used again. */
const pageSize = 1 << 16;
const pages: Buffer[] = [];

async function readContent(path: string, largest: number): Promise<Content | number> {
  const file = await disk.open(path, neverWaits).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ELOOP' ? new Error('it is a link') : error;
  });
  const page = pages.pop() ?? Buffer.allocUnsafe(pageSize);
  try {
    const found = await disk.fstat(file, { bigint: true });
    if (!found.isFile()) throw new Error('it is not a file');
    const size = Number(found.size);
    if (size > largest) return size;
    const identity = identityOf(found);
    if (size >= pageSize) return { ...decode(await readAll(file, size)), identity };
    const { bytesRead } = await disk.read(file, page, 0, pageSize, 0);
    return { ...decode(page.subarray(0, bytesRead)), identity };
  } finally {
    pages.push(page);
    await disk.close(file);
  }
}

async function readAll(file: number, size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size);
  let end = 0;
  for (let got = 1; got > 0 && end < size; end += got)
    got = (await disk.read(file, bytes, end, size - end, end)).bytesRead;
  return bytes.subarray(0, end);
}

/** `null` where there is no such file or folder. */
async function ifThere<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}
