import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NewsroomArchive } from '../../server/src/archive/newsroomArchive.js';
import type { ArchiveAddress } from '../../server/src/sync/archive.js';
import { Workspace } from '../../server/src/workspace/workspace.js';
import { articles } from './articles.js';
import { Cluster } from './cluster.js';
import { load } from './folders.js';
import { desk, keeper, Security, storePassword } from './security.js';

/** As OpenSearch gives them out from version 3.7 on. */
const apiKey = 'os_a-key-of-the-desk';
const place = mkdtempSync(join(tmpdir(), 'second-source-archive-'));
const folder = join(place, 'folder');
const security = new Security();
const ca = readFileSync(security.ca, 'utf8');
/** A node with OpenSearch's security plugin. */
let cluster: Cluster;
/** Where that is to be had for an API key alone: those that Maven has know none. */
let behindKey: string;
const servers: { close(): void; closeAllConnections(): void }[] = [];

beforeAll(async () => {
  cluster = await Cluster.start(1, security);
  const node = new URL(cluster.url);
  const tls = { pfx: readFileSync(security.keys), passphrase: storePassword };
  const server = createSecureServer(tls, (question, answer) => {
    if (question.headers.authorization !== `ApiKey ${apiKey}`) {
      answer.writeHead(401, { 'content-type': 'application/json' }).end('{"error":{"type":"security_exception"}}');
      return;
    }
    const { method, url: path, headers } = question;
    const known = { ...headers, authorization: basic(keeper) };
    const to = { host: node.hostname, port: node.port, method, path, headers: known, ca };
    const forward = request(to, (answered) => {
      answer.writeHead(answered.statusCode ?? 500, answered.headers);
      answered.pipe(answer);
    });
    question.pipe(forward);
  });
  servers.push(server);
  behindKey = await new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(`https://127.0.0.1:${(server.address() as { port: number }).port}`));
  });
  mkdirSync(folder);
  writeFileSync(join(folder, 'a0.txt'), articles['a0.txt']!);
  await load({ url: cluster.url, name: 'news', ca, credentials: keeper }, articles);
});

afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await cluster.stop();
  security.remove();
  rmSync(place, { recursive: true, force: true });
});

const basic = ({ user, password }: typeof desk): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** In pages of `pageSize` candidates, which are asked for otherwise where they are many. */
async function answerOf(address: ArchiveAddress, patience = 60_000, pageSize?: number) {
  const archive = new NewsroomArchive(address, { settle: 0, patience }, pageSize);
  const workspace = new Workspace(undefined, { archives: [archive] });
  workspace.set('story.txt', articles['a0.txt']!);
  await archive.idle();
  archive.close();
  return { named: workspace.named('story.txt'), problem: archive.problem };
}

/** Runs the command line as it is built, and counts what it connects to. */
async function run(args: readonly string[], env: Record<string, string> = {}) {
  const sockets = join(place, `sockets-${args.join('-').replace(/\W/g, '')}`);
  writeFileSync(sockets, '');
  const child = spawn(
    process.execPath,
    ['--require', resolve('test/archive/countSockets.cjs'), resolve('dist/cli.js'), ...args],
    {
      env: { ...process.env, NO_COLOR: '1', XDG_CACHE_HOME: place, SOCKETS: sockets, ...env },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const status = await new Promise((done) => child.once('close', done));
  return { status, said, sockets: readFileSync(sockets, 'utf8').split('\n').filter(Boolean).length };
}

const signedIn = ({ user, password }: typeof desk) => ({
  SECOND_SOURCE_ARCHIVE_USER: user,
  SECOND_SOURCE_ARCHIVE_PASSWORD: password,
});
const addressOf = (url: string, name: string) => [
  '--archive',
  url,
  '--archive-name',
  name,
  '--archive-ca',
  security.ca,
];
/** Loaded by the program itself, which reads as it was built. */
const named = () => addressOf(cluster.url, 'built');

/** Every part of what a person is known by, and how it goes over the wire. */
const secrets = [desk, keeper].flatMap((person) => [person.password, basic(person).slice('Basic '.length)]);
const holdsSecret = (said: string): boolean => [...secrets, apiKey, 'guessed'].some((secret) => said.includes(secret));

describe('an archive behind TLS and a password', () => {
  const there = () => ({ url: cluster.url, name: 'news', ca, credentials: desk });

  it('answers who knows both, in pages, too', async () => {
    expect(await answerOf(there())).toEqual({ named: 'complete', problem: null });
    expect(await answerOf(there(), undefined, 2)).toEqual({ named: 'complete', problem: null });
  });

  it('answers who has a key, with the line’s end that was copied with it, too', async () => {
    const known = { ...there(), url: behindKey, credentials: { apiKey: `${apiKey}\n` } };
    expect(await answerOf(known)).toEqual({ named: 'complete', problem: null });
  });

  it('is not sent what cannot be a key', () => {
    const known = { ...there(), url: behindKey, credentials: { apiKey: `${apiKey}\r\nX-Other: 1` } };
    expect(() => new NewsroomArchive(known, { settle: 0, patience: 1 })).toThrow(/^An API key is one word/);
  });

  it.each([
    ['a wrong password', () => ({ ...there(), credentials: { ...desk, password: 'guessed' } }), /credentials/],
    ['no password', () => ({ ...there(), credentials: null }), /credentials/],
    ['a wrong key', () => ({ ...there(), url: behindKey, credentials: { apiKey: 'os_guessed' } }), /credentials/],
    ['a password for a key', () => ({ ...there(), url: behindKey }), /credentials/],
    ['no authority that vouches for it', () => ({ ...there(), ca: null }), /certificate/],
  ])('answers nobody with %s, who is told so in words without a secret', async (_, address, why) => {
    const { named, problem } = await answerOf(address());
    expect(named).toBe('incomplete');
    expect(problem).toMatch(why);
    expect(holdsSecret(problem!)).toBe(false);
  });

  it('is loaded by those alone who may, with another version, too', async () => {
    const address = { ...there(), name: 'moved' };
    await expect(load(address, articles)).rejects.toThrow('These credentials may not do this there.');
    const asKeeper = { ...address, credentials: keeper };
    await load(asKeeper, articles, 'another');
    expect((await answerOf(address)).problem).toMatch(/another version/);
    await load(asKeeper, {});
    expect(await answerOf(address)).toEqual({ named: 'complete', problem: null });
    await expect(load(address, { 'a0.txt': articles['a1.txt']! })).rejects.toThrow('may not do this');
  });

  it('is given up where it is silent', async () => {
    const silent = createServer(() => undefined);
    servers.push(silent);
    const port = await new Promise<number>((done) => {
      silent.listen(0, '127.0.0.1', () => done((silent.address() as { port: number }).port));
    });
    const address = { url: `http://127.0.0.1:${port}`, name: 'news', ca: null, credentials: null };
    expect(await answerOf(address, 300)).toEqual({ named: 'incomplete', problem: 'It did not answer in time.' });
  });
});

describe('the command line', () => {
  beforeAll(async () => {
    const all = join(place, 'all');
    mkdirSync(all);
    for (const [name, text] of Object.entries(articles)) writeFileSync(join(all, name), text);
    expect((await run(['archive', 'add', ...named(), all], signedIn(keeper))).said).toBe(
      '24 articles loaded, 0 there already.\n',
    );
  });

  it('opens no connection where no archive is named', async () => {
    expect(await run(['check', '--quick', '--fail-on', 'never', folder])).toMatchObject({ status: 0, sockets: 0 });
  });

  it('asks the archive that is named, and shows its articles', async () => {
    const { status, said, sockets } = await run(
      ['check', '--quick', '--fail-on', 'never', '-f', 'json', ...named(), folder],
      signedIn(desk),
    );
    expect({ status, connected: sockets > 0 }).toEqual({ status: 0, connected: true });
    const { crossReferences, incomplete } = JSON.parse(said);
    expect(incomplete).toBeUndefined();
    expect(JSON.stringify(crossReferences)).toContain('archive: b1.txt');
    // the article that is checked lies in the archive, too
    expect(said).not.toContain('archive: a0.txt');
  });

  it('says that an archive did not answer, and that others may say the same', async () => {
    const { status, said } = await run([
      'check',
      '--quick',
      '--fail-on',
      'never',
      '--archive',
      'http://127.0.0.1:1',
      folder,
    ]);
    expect(status).toBe(3);
    expect(said).toMatch(/others may say the same.*Nothing answers/);
    expect(said).toMatch(/none in more than one file so far; the archive has not said all/);
  });

  it.each([
    ['a password', () => cluster.url, signedIn(desk), { SECOND_SOURCE_ARCHIVE_PASSWORD: 'guessed' }],
    ['a key', () => behindKey, { SECOND_SOURCE_ARCHIVE_KEY: apiKey }, { SECOND_SOURCE_ARCHIVE_KEY: 'os_guessed' }],
  ])('tells nothing of %s, whatever it is told to print', async (_, url, right, wrong) => {
    const ask = (as: Record<string, string>) =>
      run(['archive', 'status', ...addressOf(url(), 'built')], { ...as, DEBUG: '*', NODE_DEBUG: '' });
    const { said } = await ask(right);
    expect(said).toMatch(/24 articles · answered in \d/);
    expect(holdsSecret(said)).toBe(false);
    const refused = await ask({ ...right, ...wrong });
    expect(refused.status).toBe(2);
    expect(refused.said).toBe('second-source: The archive was not reached. It does not know these credentials.\n');
  });

  it('loads a folder, mirrors it, and finds a claim there', async () => {
    const loaded = join(place, 'desk');
    mkdirSync(join(loaded, 'may'), { recursive: true });
    for (const [name, text] of Object.entries(articles)) writeFileSync(join(loaded, 'may', name), text);
    writeFileSync(join(loaded, 'list.txt'), 'Bread\nButter\n');
    const address = addressOf(cluster.url, 'desk');
    expect((await run(['archive', 'add', '--into', '2031', ...address, loaded], signedIn(keeper))).said).toMatch(
      /list\.txt: not loaded: .*\n24 articles loaded, 0 there already, 1 not loaded\.\n$/,
    );
    rmSync(join(loaded, 'may', 'a0.txt'));
    expect(
      (await run(['archive', 'add', '--mirror', '--into', '2031', ...address, loaded], signedIn(keeper))).said,
    ).toMatch(/0 articles loaded, 23 there already, 1 deleted, 1 not loaded\.\n$/);
    const found = await run(['find', '--quick', ...address, 'harbour pilots on strike', folder], signedIn(desk));
    expect(found.said).toContain('archive: 2031/may/');
    expect((await run(['archive', 'remove', ...address, '2031/may'], signedIn(keeper))).said).toBe(
      '23 articles deleted.\n',
    );
  });

  it('goes on with an archive after it was killed while loading', async () => {
    const many = join(place, 'many');
    mkdirSync(many);
    const each = Object.values(articles);
    for (let at = 0; at < 600; at++)
      writeFileSync(join(many, `${at}.txt`), each[at % each.length]!.replaceAll('Karvel', `Karvel ${at}`));
    const address = addressOf(cluster.url, 'killed');
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'archive', 'add', ...address, many], {
      stdio: 'ignore',
      env: { ...process.env, ...signedIn(keeper) },
    });
    const ended = new Promise((done) => child.once('exit', done));
    const count = async () => {
      await cluster.get('/second-source-killed-*/_refresh');
      return Number((await cluster.get('/second-source-killed-*/_count'))?.count ?? 0);
    };
    while ((await count()) === 0 && child.exitCode === null);
    child.kill('SIGKILL');
    await ended;
    expect(await count()).toBeGreaterThan(0);
    const { said } = await run(['archive', 'add', ...address, many], signedIn(keeper));
    const [, written, same] = /^(\d+) articles loaded, (\d+) there already/.exec(said) ?? [];
    expect(Number(written) + Number(same)).toBe(600);
    expect(await count()).toBe(600);
  });
});
