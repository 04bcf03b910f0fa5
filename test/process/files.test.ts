import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileStatus } from '../../protocol/src/index.js';
import { nodeFiles } from '../../server/src/sync/node/nodeFiles.js';
import { hostileFiles } from '../hostileFiles.js';
import { courier, garden, gazette } from '../session/articles.js';
import { ServerProcess } from './serverProcess.js';

const longName = `${'n'.repeat(251)}.txt`;
const names = ['new\nline.txt', '\u001b[31m\u202e.txt', 'per%cent%zz.txt', '#hash?query.txt', ' space .txt', longName];

describe.runIf(process.platform === 'linux')('a folder of files that are none, or hardly', () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-files-'));
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  const make: Readonly<Record<string, (path: string) => void>> = {
    pipe: (path) => execFileSync('mkfifo', [path]),
    device: (path) => symlinkSync('/dev/zero', path),
    terminal: (path) => symlinkSync('/dev/tty', path),
    loop: (path) => symlinkSync(path, path),
    nowhere: (path) => symlinkSync(join(folder, 'not there'), path),
    folder: (path) => mkdirSync(path),
    sparse: (path) => {
      writeFileSync(path, '');
      truncateSync(path, 2 ** 33);
    },
  };
  let server: ServerProcess;

  beforeAll(async () => {
    writeFileSync(join(folder, 'gazette.txt'), gazette);
    writeFileSync(join(folder, 'courier.txt'), courier);
    for (const [name, [content]] of Object.entries(hostileFiles)) writeFileSync(join(folder, `${name}.txt`), content);
    for (const name of names) writeFileSync(join(folder, name), garden);
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xe9, 0xff]), Buffer.from('.txt')]), garden);
    for (const [name, at] of Object.entries(make)) at(join(folder, `${name}.txt`));
    linkSync(join(folder, 'courier.txt'), join(folder, 'hard.txt'));
    symlinkSync(folder, join(folder, 'around'));
    server = await ServerProcess.indexed({ folder });
    const made = [...Object.keys(make).map((name) => `${name}.txt`), 'around'];
    server.tellOnDisk(Object.fromEntries(made.map((name) => [uriOf(name), 'created' as const])));
    await server.ask(fileStatus, { uri: uriOf('empty.txt') });
  }, 60_000);
  afterAll(async () => {
    expect(await server.end()).toBe(0);
    rmSync(folder, { recursive: true });
  });

  const whatBecameOf = async (name: string): Promise<string> => {
    const status = await server.ask(fileStatus, { uri: uriOf(name) });
    return status.kind === 'skipped' ? status.reason : status.kind;
  };

  for (const [name, [, expected]] of Object.entries(hostileFiles))
    it(`is read or skipped with a reason: ${name}`, async () =>
      expect(await whatBecameOf(`${name}.txt`)).toMatch(expected));

  for (const name of names)
    it(`has files of any name: ${JSON.stringify(name.slice(0, 20))}`, async () =>
      expect(await whatBecameOf(name)).toBe('article'));

  for (const name of Object.keys(make))
    it(`has something that is no file: ${name}`, async () => {
      expect(await whatBecameOf(`${name}.txt`)).toMatch(
        /^(?:unknown$|The file could not be read: |The file has \d+ KB)/,
      );
    });

  it('is still answered for, and says how it was read', async () => {
    const marks = await server.marksOf(uriOf('gazette.txt'), gazette);
    expect(marks.map(({ code }) => code)).toContain('repeated-claim');
    const related = JSON.stringify(marks);
    expect(related).not.toContain('around');
    expect(related.includes('courier.txt') && related.includes('hard.txt')).toBe(false);
    const notices = server.status?.notices.join(' ') ?? '';
    for (const encoding of ['UTF-16', 'Windows-1252']) expect(notices).toContain(`read as ${encoding}`);
    expect(server.log.filter((words) => / at .*\d+:\d+/.test(words))).toEqual([]);
  });

  it('may grow or shrink while a file is read', async () => {
    const path = join(folder, 'growing.log');
    const piece = 'x'.repeat(100_000);
    writeFileSync(path, piece);
    for (let i = 0; i < 20; i++) {
      const read = nodeFiles.read(uriOf('growing.log'), 1 << 24);
      if (i % 5 === 4) truncateSync(path, 10);
      else appendFileSync(path, piece);
      const found = await read;
      expect(found).toMatchObject({ text: expect.stringMatching(/^x*$/) });
    }
  });
});
