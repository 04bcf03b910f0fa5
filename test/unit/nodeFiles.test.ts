import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
    expect(await nodeFiles.read(written('harbour ü.txt', `\uFEFF${text}`), plenty)).toBe(text);
    expect(await nodeFiles.read(written('empty.txt', ''), plenty)).toBe('');
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
    for (const name of ['pipe.txt', 'zero.txt'])
      await expect(nodeFiles.read(uri(name), plenty)).rejects.toThrow('it is not a file');
  });

  it('tells folders from files', async () => {
    expect(await nodeFiles.isFolder(uri(''))).toBe(true);
    expect(await nodeFiles.isFolder(written('file.txt', 'text'))).toBe(false);
    expect(await nodeFiles.isFolder(uri('nowhere'))).toBe(false);
  });
});
