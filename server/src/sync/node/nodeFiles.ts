import { close, fstat, lstat, open, read, readdir, stat } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';
import { type Files, messageOf } from '../files.js';
import { type Disk, identityOf, ifThere, isOnDisk, pathOf, readFile } from './readFile.js';
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
  read: (file, largest) => readFile(file, largest, disk),
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

const promisedRead = promisify(read);

/** By callback and not `fs.promises`, which takes twice the time for files of two pages. */
const disk = {
  open: promisify(open),
  fstat: promisify(fstat),
  stat: promisify(stat),
  lstat: promisify(lstat),
  read: async (...asked: Parameters<Disk['read']>): Promise<number> => (await promisedRead(...asked)).bytesRead,
  close: promisify(close),
};

/** tinyglobby passes over folders that it cannot read without a word. */
function tellingFailures(tell: (path: string, reason: string) => void): typeof readdir {
  const telling = (path: string, options: { withFileTypes: true }, done: (...found: unknown[]) => void): void =>
    readdir(path, options, (error, entries) => {
      if (error) tell(path, messageOf(error));
      done(error, entries);
    });
  return telling as typeof readdir;
}
