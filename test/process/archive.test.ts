import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archivedText, corroboration, signInToArchive } from '../../protocol/src/index.js';
import { courier, gazette } from '../session/articles.js';
import { TinyEngine } from '../tinyEngine.js';
import { ServerProcess } from './serverProcess.js';

/** Beside the engine, which answers from this process. */
const run = promisify(execFile);

/** Run before the server: writes down every socket that is opened to a machine, and every bundle that is loaded. */
const counting = `
const { Socket } = require('node:net');
const { connect } = Socket.prototype;
Socket.prototype.connect = function (...given) {
  process.stderr.write('socket opened\\n');
  return connect.apply(this, given);
};
process.on('exit', () => {
  for (const path of Object.keys(require.cache)) process.stderr.write('loaded ' + path + '\\n');
});
`;

describe('the server as it is shipped, and an archive', () => {
  let place = '';
  let folder = '';
  let preload = '';
  let engine: TinyEngine;
  beforeEach(async () => {
    if (!existsSync('dist/archive.js')) throw new Error('There is no dist/archive.js yet: run `npm run build` first.');
    place = mkdtempSync(join(tmpdir(), 'second-source-archive-'));
    folder = join(place, 'articles');
    preload = join(place, 'counting.cjs');
    mkdirSync(folder);
    writeFileSync(preload, counting);
    writeFileSync(join(folder, 'gazette.txt'), gazette);
    engine = await TinyEngine.start();
  });
  afterEach(async () => {
    rmSync(place, { recursive: true });
    await engine.stop();
  });

  const article = (): string => pathToFileURL(join(folder, 'gazette.txt')).href;
  const setTo = (url: string): object => ({ archive: { url, name: 'articles', ca: '' } });

  it('opens no socket, and loads nothing that could, where none is set', async () => {
    const server = await ServerProcess.indexed({ folder, preload });
    await server.ask(signInToArchive, { url: engine.url, secret: { user: 'mara', password: 'hush-hush' } });
    expect((await server.marksOf(article(), gazette)).length).toBeGreaterThan(0);
    await server.end();
    expect(server.errors).toContain('server.js');
    expect(server.errors).not.toMatch(/socket opened|archive\.js/);
  });

  it('tells it who asks, says where that is nobody there, and keeps the password to itself', async () => {
    engine.credentials = 'those of somebody else';
    const server = await ServerProcess.indexed({ folder, preload, settings: setTo(engine.url) });
    await server.ask(signInToArchive, { url: engine.url, secret: { user: 'mara', password: 'hush-hush' } });
    await server.until(() => server.status?.archive?.state === 'unreached');
    expect(server.status?.archive).toEqual({ state: 'unreached', why: 'It does not know these credentials.' });
    expect((await server.marksOf(article(), gazette)).length).toBeGreaterThan(0);
    const basic = Buffer.from('mara:hush-hush').toString('base64');
    engine.credentials = `Basic ${basic}`;
    await server.ask(signInToArchive, { url: engine.url, secret: { user: 'mara', password: 'hush-hush' } });
    await server.until(() => JSON.stringify(server.status?.archive).includes('no archive of this name'));
    await server.end();
    expect(server.errors).toContain('socket opened');
    expect(server.errors).toMatch(/loaded .*archive\.js/);
    for (const secret of ['hush-hush', basic]) expect([server.errors, ...server.log].join()).not.toContain(secret);
  });

  it('sends nothing over a network that others listen to', async () => {
    const url = 'http://archive.example:9200';
    const server = await ServerProcess.indexed({ folder, preload, settings: setTo(url) });
    await server.ask(signInToArchive, { url, secret: { apiKey: 'aHVzaDpodXNo' } });
    await server.until(() => server.status?.archive?.state === 'unreached');
    expect(server.status?.archive).toMatchObject({
      why: 'An archive on another machine is asked over https:// alone.',
    });
    await server.marksOf(article(), gazette);
    await server.end();
    expect(server.errors).not.toContain('socket opened');
  });

  it('marks what the archive’s articles say, once they are there, and shows their texts', async () => {
    const given = join(place, 'given');
    mkdirSync(given);
    writeFileSync(join(given, 'courier.txt'), courier);
    await run(process.execPath, ['dist/cli.js', 'archive', 'add', '--archive', engine.url, given]);
    const server = await ServerProcess.indexed({ folder, settings: setTo(engine.url) });
    await server.ask(signInToArchive, { url: engine.url, secret: null });
    await server.until(() => server.status?.archive?.state === 'reached');
    expect(server.status?.archive).toMatchObject({ articles: 1, problem: null });
    await server.marksOf(article(), gazette);
    await server.until(() => JSON.stringify(server.marks.get(article())).includes('Bay Courier'));
    const panel = await server.ask(corroboration, { uri: article() });
    const [mention] = panel?.claims[0]?.mentions ?? [];
    expect(mention).toMatchObject({ outlet: 'Bay Courier', file: 'courier.txt', isArchived: true });
    expect(await server.ask(archivedText, { uri: mention?.place.uri ?? '' })).toBe(courier);
    await server.end();
  });

  it('is loaded with all articles of a folder, more than an editor would read', async () => {
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, '.vscode', 'settings.json'), '{ "secondSource.limits.files": 1 }');
    writeFileSync(join(folder, 'courier.txt'), courier);
    const { stdout, stderr } = await run(process.execPath, [
      'dist/cli.js',
      'archive',
      'add',
      '--archive',
      engine.url,
      folder,
    ]);
    expect(stdout).toContain('2 articles loaded');
    expect(stderr).toBe('');
  });

  it('marks the folder’s articles as ever while the archive is silent', async () => {
    writeFileSync(join(folder, 'courier.txt'), courier);
    engine.isSilent = true;
    const server = await ServerProcess.indexed({ folder, settings: setTo(engine.url) });
    await server.ask(signInToArchive, { url: engine.url, secret: null });
    await server.marksOf(article(), gazette);
    await server.until(() => JSON.stringify(server.marks.get(article())).includes('Bay Courier'));
    expect((await server.ask(corroboration, { uri: article() }))?.archive).toMatch(/has not answered yet/);
    await server.end();
  });
});
