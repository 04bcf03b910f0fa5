import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileStatus, importArticles, rebuildIndex } from '../../protocol/src/index.js';
import { courier, garden, gazette } from '../session/articles.js';
import { killed, writeFolder } from './kills.js';
import { ServerProcess } from './serverProcess.js';

/** Whether this person may mount a small disk: in a container often, elsewhere hardly ever. */
const mayMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const at = mkdtempSync(join(tmpdir(), 'second-source-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', at], { stdio: 'ignore' });
    execFileSync('umount', [at]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(at, { recursive: true });
  }
})();

describe('the server as it is shipped', () => {
  let place = '';
  let folder = '';
  beforeEach(() => {
    if (!existsSync('dist/server.js')) throw new Error('There is no dist/server.js yet: run `npm run build` first.');
    place = mkdtempSync(join(tmpdir(), 'second-source-process-'));
    folder = join(place, 'articles');
    mkdirSync(folder);
    writeFileSync(join(folder, 'gazette.txt'), gazette);
    writeFileSync(join(folder, 'courier.txt'), courier);
  });
  afterEach(() => rmSync(place, { recursive: true }));

  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  const codes = (marks: readonly { code?: unknown }[]): unknown[] => marks.map(({ code }) => code);

  it.runIf(process.platform !== 'win32')(
    'waits for no pipe that a watcher names, and ends when it is told',
    async () => {
      const server = await ServerProcess.indexed({ folder });
      const pipes = Array.from({ length: 6 }, (_, i) => `pipe-${i}.txt`);
      for (const name of pipes) execFileSync('mkfifo', [join(folder, name)]);
      writeFileSync(join(folder, 'garden.txt'), garden);
      server.tellOnDisk(Object.fromEntries([...pipes, 'garden.txt'].map((name) => [uriOf(name), 'created'] as const)));
      await server.until(() => server.status?.articles === 3 && server.status.skipped === pipes.length);
      const status = await server.ask(fileStatus, { uri: uriOf('pipe-0.txt') });
      expect(status).toMatchObject({ kind: 'skipped', reason: 'The file could not be read: it is not a file' });
      expect(await server.end()).toBe(0);
    },
  );

  it.runIf(process.platform !== 'win32')('follows a file that changes its kind', async () => {
    const server = await ServerProcess.indexed({ folder });
    const name = join(folder, 'changing.txt');
    const told = async (articles: number, make: () => void): Promise<void> => {
      make();
      server.tellOnDisk({ [uriOf('changing.txt')]: 'created' });
      await server.until(() => server.status?.articles === articles);
      expect(server.status?.articles).toBe(articles);
      server.status = null;
    };
    await told(3, () => writeFileSync(name, garden));
    await told(2, () => {
      rmSync(name);
      mkdirSync(name);
    });
    await told(3, () => {
      rmSync(name, { recursive: true });
      writeFileSync(name, garden);
    });
    await told(2, () => {
      rmSync(name);
      execFileSync('mkfifo', [name]);
    });
    await told(3, () => {
      rmSync(name);
      writeFileSync(name, garden);
    });
    await told(2, () => {
      rmSync(name);
      symlinkSync(join(folder, 'gazette.txt'), name);
    });
    expect(await server.end()).toBe(0);
  });

  it('makes articles of saved pages, and reads them', async () => {
    const page = `<html><head><meta property="og:site_name" content="Tarn Citizen"></head><body><article><h1>Pier opens</h1>${gazette
      .split('\n\n')
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join('')}</article></body></html>`;
    writeFileSync(join(folder, 'pier.html'), page);
    const server = await ServerProcess.indexed({ folder });
    const draft = { files: [uriOf('pier.html'), uriOf('gone.html')], folder: null, overwrite: false };
    expect(await server.ask(importArticles, draft)).toEqual([
      { file: uriOf('pier.html'), articles: [{ uri: uriOf('pier.md'), state: 'written' }], note: null, failed: null },
      { file: uriOf('gone.html'), articles: [], note: null, failed: expect.stringMatching(/no such file/) },
    ]);
    await server.ask(rebuildIndex, null);
    expect(await server.ask(fileStatus, { uri: uriOf('pier.md') })).toMatchObject({
      kind: 'article',
      title: 'Pier opens',
      outlet: 'Tarn Citizen',
    });
    expect(await server.end()).toBe(0);
  });

  it('goes on where its folder is gone, says so, and reads it when it is back', async () => {
    const storage = join(place, 'storage');
    const server = await ServerProcess.indexed({ folder, storage });
    renameSync(folder, join(place, 'away'));
    const gone = await server.ask(rebuildIndex, null);
    expect(gone).toMatchObject({ articles: 0, indexing: null });
    expect(gone.notices.join()).toContain('could not be read');
    expect(codes(await server.marksOf(uriOf('gazette.txt'), gazette))).toContain('anonymous-source');
    renameSync(join(place, 'away'), folder);
    expect(await server.ask(rebuildIndex, null)).toMatchObject({ articles: 2, notices: [] });
    await server.until(() => codes(server.marks.get(uriOf('gazette.txt')) ?? []).includes('repeated-claim'));
    expect(await server.end()).toBe(0);
  });

  it('may be killed at any moment: what is stored is whole or not there, and the next start marks the same', async () => {
    const seen = await killed({ place, rounds: 6, articles: 40, seed: 11 });
    expect(seen.differences).toEqual([]);
    expect(seen.kills).toBeGreaterThanOrEqual(3);
    expect(seen.leftOver).toEqual([]);
  }, 60_000);

  it('shares its storage with a second window', async () => {
    const storage = join(place, 'storage');
    const start = (): Promise<ServerProcess> => ServerProcess.indexed({ folder, storage });
    const [one, two] = await Promise.all([start(), start()]);
    expect(await Promise.all([one?.end(), two?.end()])).toEqual([0, 0]);
    expect(readdirSync(storage)).toHaveLength(1);
    const third = await start();
    expect(codes(await third.marksOf(uriOf('gazette.txt'), gazette))).toContain('repeated-claim');
    expect(third.log).toEqual(['2 of 2 files have not changed since the last start: what was found in them was kept.']);
    await third.end();
  });

  it.runIf(mayMount)('says what to do where the disk is full, and stores when there is room', async () => {
    const storage = join(place, 'storage');
    mkdirSync(storage);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', storage]);
    try {
      writeFolder(folder, 60);
      const server = await ServerProcess.indexed({ folder, storage });
      await server.until(() => server.status?.notices.length === 1);
      expect(server.status?.notices[0]).toMatch(/could not be stored .*no space left.* make room/i);
      expect(readdirSync(storage)).toEqual([]);
      expect(server.log.filter((words) => words.includes('ENOSPC'))).toHaveLength(1);
      execFileSync('mount', ['-o', 'remount,size=8m', storage]);
      expect(await server.ask(rebuildIndex, null)).toMatchObject({ notices: [] });
      expect(readdirSync(storage)).toHaveLength(1);
      expect(await server.end()).toBe(0);
    } finally {
      execFileSync('umount', [storage]);
    }
  });
});
