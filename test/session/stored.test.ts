import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rebuildIndex } from '../../protocol/src/index.js';
import type { IndexStore } from '../../server/src/sync/indexStore.js';
import { nodeIndexStore } from '../../server/src/sync/node/nodeIndexStore.js';
import type { Snapshot } from '../../server/src/workspace/store/snapshot.js';
import { testReaders } from '../readers.js';
import { courier, gazette } from './articles.js';
import { Session } from './session.js';

/** What an editor keeps between two starts, in a folder of its own. */
describe('the stored index', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'second-source-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const files = { 'gazette.txt': gazette, 'courier.txt': courier };
  const stored = (): string[] => readdirSync(folder);
  const only = (): string => join(folder, stored()[0] as string);

  /** Starts a session on the files, opens one, and tells how many texts had to be read by the rules, and its marks. */
  async function start(texts: Readonly<Record<string, string>> = files, version = 'one') {
    let loaded: Snapshot | null = null;
    const { load, save, place } = nodeIndexStore(folder, () => version);
    const store: IndexStore = { place, save, load: async () => (loaded = await load()) };
    const readBefore = reads;
    const session = await Session.indexed({ files: texts, store, readers: counted });
    const read = reads - readBefore;
    await session.open('gazette.txt', texts['gazette.txt'] as string);
    const marks = await session.untilMarked('gazette.txt', () => true);
    await session.end();
    return { read, marks, loaded: loaded as Snapshot | null };
  }

  let reads = 0;
  const counted = () => {
    reads++;
    return testReaders;
  };

  it('spares the second start the reading, and marks the same', async () => {
    const first = await start();
    expect(first.read).toBeGreaterThan(0);
    const second = await start();
    expect(second.read).toBe(0);
    expect(second.marks).toEqual(first.marks);
    expect(first.marks.length).toBeGreaterThan(0);
  });

  it('notices a file that changed while the editor was closed', async () => {
    await start();
    const changed = { ...files, 'courier.txt': `${courier}\n\nThe pier at Nowhere Point was closed, a source said.` };
    const second = await start(changed);
    expect(second.read).toBe(1);
    rmSync(only());
    expect(second.marks).toEqual((await start(changed)).marks);
  });

  it('is built anew where it is damaged', async () => {
    const first = await start();
    const bytes = readFileSync(only());
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    writeFileSync(only(), bytes);
    const second = await start();
    expect(second.loaded).toBeNull();
    expect(second.marks).toEqual(first.marks);
    writeFileSync(only(), readFileSync(only()).subarray(0, 100));
    expect((await start()).marks).toEqual(first.marks);
    expect((await start()).read).toBe(0);
  });

  it('is built anew where it was cut, wherever that was', async () => {
    const first = await start();
    const whole = readFileSync(only());
    // a part is its length in 4 bytes, its digest in 32, and its body
    const afterHead = 36 + whole.readUInt32LE(0);
    expect(afterHead).toBeLessThan(whole.length);
    for (const length of [0, 20, afterHead, whole.length - 1]) {
      writeFileSync(only(), whole.subarray(0, length));
      const second = await start();
      expect(second.loaded, `cut at ${length}`).toBeNull();
      expect(second.marks).toEqual(first.marks);
    }
  });

  it('sweeps up what a process that is gone left unfinished, and nothing else', async () => {
    const ours = `0123.index.${process.pid}-a`;
    for (const name of ['0123.index', '0123.index.4194305-a', ours, 'notes.txt']) writeFileSync(join(folder, name), '');
    await start();
    expect(stored().filter((name) => name.startsWith('0123') || name === 'notes.txt')).toEqual([ours, 'notes.txt']);
  });

  it.runIf(process.platform !== 'win32')('does not wait for a named pipe in its place', async () => {
    const first = await start();
    const name = only();
    rmSync(name);
    execFileSync('mkfifo', [name]);
    expect((await start()).marks).toEqual(first.marks);
    expect((await start()).read).toBe(0);
  });

  it('does not look at a clock, which may go back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      vi.setSystemTime('2031-02-04');
      const first = await start();
      vi.setSystemTime('2001-02-04');
      const second = await start();
      expect(second.read).toBe(0);
      expect(second.marks).toEqual(first.marks);
      const changed = { ...files, 'courier.txt': `${courier}\n\nThe pier was closed, a source said.` };
      expect((await start(changed)).read).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is said where it cannot be written, with what to do, until it can', async () => {
    const file = join(folder, 'uuid.index');
    let isFull = true;
    const store: IndexStore = {
      place: folder,
      load: async () => null,
      save: async () => {
        if (isFull) writeFileSync(join(file, 'in a file'), ''); // no folder: fails as a full or read-only disk does
      },
    };
    writeFileSync(file, '');
    const session = await Session.indexed({ files, store });
    const [notice, ...others] = session.status?.notices ?? [];
    expect(others).toEqual([]);
    expect(notice).toMatch(/^What was read could not be stored \(not a directory\)/);
    expect(notice).toContain(`make room in ${folder} or allow writing there`);
    expect(session.log.filter((words) => words.includes('the stored index'))).toHaveLength(1);
    isFull = false;
    expect(await session.ask(rebuildIndex, null)).toMatchObject({ articles: 2, notices: [] });
    await session.end();
  });

  it('is built anew for another version, which takes its place', async () => {
    const first = await start();
    const second = await start(files, 'two');
    expect(second.loaded).toBeNull();
    expect(second.marks).toEqual(first.marks);
    expect(stored()).toHaveLength(1);
  });

  it('survives two windows that store at once', async () => {
    await Promise.all([start(), start(), start()]);
    expect(stored()).toHaveLength(1);
    expect((await start()).read).toBe(0);
  });
});
