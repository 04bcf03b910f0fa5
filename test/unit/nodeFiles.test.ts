import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeFiles } from '../../server/src/sync/node/nodeFiles.js';

describe('the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
  const written = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return uri(name);
  };
  const plenty = 1 << 20;

  it('gives the text of a file, without a byte order mark', async () => {
    const text = 'Čarven harbour “reopened” on Monday. '.repeat(3000);
    expect(await nodeFiles.read(written('harbour ü.txt', `\uFEFF${text}`), plenty)).toMatchObject({ text });
    expect(await nodeFiles.read(written('empty.txt', ''), plenty)).toMatchObject({ text: '' });
  });

  it('gives only the size of a file that is too large', async () => {
    expect(await nodeFiles.read(written('large.txt', 'x'.repeat(11)), 10)).toBe(11);
  });

  it('tells a file that is gone from one that cannot be read', async () => {
    expect(await nodeFiles.read(uri('nowhere/gone.txt'), plenty)).toBeNull();
    await expect(nodeFiles.read(uri(''), plenty)).rejects.toThrow();
  });

  it.runIf(process.platform !== 'win32')('waits for no pipe and reads no device to its end', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    symlinkSync('/dev/zero', join(folder, 'zero.txt'));
    await expect(nodeFiles.read(uri('pipe.txt'), plenty)).rejects.toThrow('it is not a file');
    await expect(nodeFiles.read(uri('zero.txt'), plenty)).rejects.toThrow('it is a link');
    await expect(nodeFiles.read('file:///dev/zero', plenty)).rejects.toThrow('it is not a file');
  });

  it('tells by whatever spelling or link which file it is', async () => {
    const ferry = written('ferry.txt', 'The ferry ran.');
    const copy = written('copy.txt', 'The ferry ran.');
    mkdirSync(join(folder, 'sub'));
    symlinkSync(join(folder, 'ferry.txt'), join(folder, 'link.txt'));
    symlinkSync(folder, join(folder, 'sub', 'up'), 'junction');
    linkSync(join(folder, 'ferry.txt'), join(folder, 'hard.txt'));
    const identity = await nodeFiles.identity(ferry);
    expect(identity).not.toBeNull();
    expect(await nodeFiles.read(ferry, plenty)).toMatchObject({ identity });
    for (const name of ['link.txt', 'hard.txt', 'sub/up/ferry.txt', 'sub//../ferry.txt'])
      expect(await nodeFiles.identity(uri(name)), name).toBe(identity);
    expect(await nodeFiles.identity(copy)).not.toBe(identity);
    expect(await nodeFiles.identity(uri('nowhere.txt'))).toBeNull();
    expect(await nodeFiles.identity('untitled:ferry.txt')).toBeNull();
  });

  it('has nothing of another file system, whose paths may be those of files here', async () => {
    const elsewhere = written('here.txt', 'The harbour is open.').replace('file:', 'memfs:');
    const under = uri('').replace('file:', 'memfs:');
    expect(await nodeFiles.read(elsewhere, plenty)).toBeNull();
    expect(await nodeFiles.identity(elsewhere)).toBeNull();
    expect(await nodeFiles.isFolder(under)).toBe(false);
    const { signal } = new AbortController();
    await expect(nodeFiles.list(under, { include: ['**'], exclude: [] }, signal)).rejects.toThrow('not on a disk');
    await expect(nodeFiles.write(elsewhere, 'changed', under)).rejects.toThrow('not on a disk');
    await expect(nodeFiles.remove(elsewhere, under)).rejects.toThrow('not on a disk');
    expect(await nodeFiles.read(uri('here.txt'), plenty)).toMatchObject({ text: 'The harbour is open.' });
  });

  it('tells folders from files', async () => {
    expect(await nodeFiles.isFolder(uri(''))).toBe(true);
    expect(await nodeFiles.isFolder(written('file.txt', 'text'))).toBe(false);
    expect(await nodeFiles.isFolder(uri('nowhere'))).toBe(false);
  });
});
