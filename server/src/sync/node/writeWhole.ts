import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file under another name and moves it into place: of two who write one file the later wins, and nobody ever
 * sees half of it. Takes away what processes that are gone left unfinished beside it.
 */
export async function writeWhole(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const unfinished = `${path}.${process.pid}-${randomUUID()}`;
  try {
    const file = await open(unfinished, 'wx');
    try {
      await write(file);
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  const folder = dirname(path);
  const left = (await readdir(folder)).filter((name) => name !== basename(unfinished) && isLeftOver(name));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}

/** Ends in the process that writes and the UUID of its writing, as `writeWhole` names files. */
const unfinishedName = /\.(?:index|json|jsonl|gitattributes)\.(\d+)-[\da-f-]+$/;

function isLeftOver(name: string): boolean {
  const writer = unfinishedName.exec(name)?.[1];
  return writer !== undefined && !isRunning(Number(writer));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0); // signal 0 is never sent: it only asks whether there is such a process
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'; // it is somebody else's
  }
}
