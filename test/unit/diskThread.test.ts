import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Files } from '../../server/src/sync/files.js';
import { readByThread } from '../../server/src/sync/node/diskThread.js';
import { nodeFiles } from '../../server/src/sync/node/nodeFiles.js';

/** The thread as it is built: `npm run test:unit` builds first. */
const script = `${process.cwd()}/dist/disk.js`;
const plenty = 1 << 20;

describe('the thread that reads files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-'));
  const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
  const names = [...Array.from({ length: 30 }, (_, i) => `${i}.txt`), 'gone.txt', 'large.txt', 'link.txt', ''];
  beforeAll(() => {
    if (!existsSync(script)) throw new Error('There is no dist/disk.js yet: run `npm run build` first.');
    for (let i = 0; i < 30; i++)
      writeFileSync(join(folder, `${i}.txt`), `The ${i}th ferry left “Čarven” on Monday. `.repeat(i));
    writeFileSync(join(folder, 'large.txt'), 'x'.repeat(plenty + 1));
    symlinkSync(join(folder, '0.txt'), join(folder, 'link.txt'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What is said of each file, in words where it cannot be read. */
  const told = (files: Files): Promise<unknown[]> =>
    Promise.all(
      names.map((name) =>
        files.read(uri(name), plenty, true).catch((error: Error) => error.message.replace(/, \w+$/, '')),
      ),
    );

  /** The disk, and how many files it was asked for from here. */
  const counted = (): Files & { asked: number } => {
    const files = {
      ...nodeFiles,
      asked: 0,
      read(file: string, largest: number) {
        files.asked++;
        return nodeFiles.read(file, largest);
      },
    };
    return files;
  };

  it('says of many files what the disk says of each', async () => {
    const files = counted();
    expect(await told(readByThread(files, script))).toEqual(await told(nodeFiles));
    expect(files.asked).toBe(0);
  });

  it('is not asked where other folders are read, nor for a few files', async () => {
    const files = counted();
    const disk = readByThread(files, script);
    await Promise.all(names.map((name) => disk.read(uri(name), plenty).catch(() => null)));
    expect(files.asked).toBe(names.length);
    expect(await disk.read(uri('3.txt'), plenty, true)).toEqual(await nodeFiles.read(uri('3.txt'), plenty));
    expect(files.asked).toBe(names.length + 1);
  });

  it('may be missing: then all files are read without it', async () => {
    const disk = readByThread(nodeFiles, '/nowhere/disk.js');
    expect(await told(disk)).toEqual(await told(nodeFiles));
    expect(await told(disk)).toEqual(await told(nodeFiles));
  });
});
