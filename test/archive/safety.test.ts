import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NewsroomArchive } from '../../server/src/archive/newsroomArchive.js';
import type { ArchiveAddress } from '../../server/src/sync/archive.js';
import { Workspace } from '../../server/src/workspace/workspace.js';
import { articles } from './articles.js';
import { Cluster } from './cluster.js';
import { load } from './folders.js';

/** An archive that wants TLS and a password: a node behind a proxy that has both. */
const credentials = { user: 'desk', password: 'a-secret-of-the-desk' };
const place = mkdtempSync(join(tmpdir(), 'second-source-archive-'));
const folder = join(place, 'folder');
let cluster: Cluster;
let url: string;
let ca: string;
/** What came over the wire to the proxy. */
let asked = 0;
const servers: { close(): void; closeAllConnections(): void }[] = [];

beforeAll(async () => {
  cluster = await Cluster.start(1);
  const store = join(place, 'keys.p12');
  const key = ['-storetype', 'PKCS12', '-keystore', store, '-storepass', 'of-the-test', '-alias', 'archive'];
  const named = ['-dname', 'CN=archive', '-ext', 'san=ip:127.0.0.1', '-ext', 'bc:c'];
  execFileSync('keytool', ['-genkeypair', '-keyalg', 'EC', '-validity', '2', ...named, ...key], { stdio: 'ignore' });
  ca = execFileSync('keytool', ['-exportcert', '-rfc', ...key], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const wanted = `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`;
  const node = new URL(cluster.url);
  const server = createSecureServer({ pfx: readFileSync(store), passphrase: 'of-the-test' }, (question, answer) => {
    asked++;
    if (question.headers.authorization !== wanted) {
      answer.writeHead(401, { 'content-type': 'application/json' }).end('{"error":{"type":"security_exception"}}');
      return;
    }
    const { method, url: path, headers } = question;
    const forward = request({ host: node.hostname, port: node.port, method, path, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 500, answered.headers);
      answered.pipe(answer);
    });
    question.pipe(forward);
  });
  servers.push(server);
  url = await new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(`https://127.0.0.1:${(server.address() as { port: number }).port}`));
  });
  mkdirSync(folder);
  writeFileSync(join(folder, 'a0.txt'), articles['a0.txt']!);
  writeFileSync(join(place, 'ca.pem'), ca);
  await load({ url, name: 'news', ca, credentials }, articles);
});

afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await cluster.stop();
  rmSync(place, { recursive: true, force: true });
});

async function answerOf(address: ArchiveAddress, patience = 60_000) {
  const archive = new NewsroomArchive(address, { settle: 0, patience });
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

const signedIn = {
  SECOND_SOURCE_ARCHIVE_USER: credentials.user,
  SECOND_SOURCE_ARCHIVE_PASSWORD: credentials.password,
};
/** Loaded by the program itself, which reads as it was built. */
const named = () => ['--archive', url, '--archive-name', 'built', '--archive-ca', join(place, 'ca.pem')];

describe('an archive behind TLS and a password', () => {
  it('answers who knows both', async () => {
    expect(await answerOf({ url, name: 'news', ca, credentials })).toEqual({ named: 'complete', problem: null });
  });

  it.each([
    ['a wrong password', () => ({ ca, credentials: { ...credentials, password: 'guessed' } }), /credentials/],
    ['no password', () => ({ ca, credentials: null }), /credentials/],
    ['no authority that vouches for it', () => ({ ca: null, credentials }), /certificate/],
  ])('answers nobody with %s, who is told so in words without a secret', async (_, who, why) => {
    const { named, problem } = await answerOf({ url, name: 'news', ...who() });
    expect(named).toBe('incomplete');
    expect(problem).toMatch(why);
    expect(problem).not.toMatch(/desk|guessed|secret|Basic/);
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
    expect((await run(['archive', 'add', ...named(), all], signedIn)).said).toBe(
      '24 articles loaded, 0 there already.\n',
    );
  });

  it('opens no connection where no archive is named', async () => {
    expect(await run(['check', '--quick', '--fail-on', 'never', folder])).toMatchObject({ status: 0, sockets: 0 });
  });

  it('asks the archive that is named, and shows its articles', async () => {
    const before = asked;
    const { status, said, sockets } = await run(
      ['check', '--quick', '--fail-on', 'never', '-f', 'json', ...named(), folder],
      signedIn,
    );
    expect({ status, asked: asked > before, connected: sockets > 0 }).toEqual({
      status: 0,
      asked: true,
      connected: true,
    });
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

  it('tells no secret, whatever it is told to print', async () => {
    const { said } = await run(['archive', 'status', ...named()], { ...signedIn, DEBUG: '*', NODE_DEBUG: '' });
    expect(said).toMatch(/24 articles · answered in \d/);
    expect(said).not.toContain(credentials.password);
    expect(said).not.toContain(Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64'));
    const refused = await run(['archive', 'status', ...named()], {
      ...signedIn,
      SECOND_SOURCE_ARCHIVE_PASSWORD: 'guessed',
      DEBUG: '*',
    });
    expect(refused.status).toBe(2);
    expect(refused.said).toBe('second-source: The archive was not reached. It does not know these credentials.\n');
  });

  it('loads a folder, mirrors it, and finds a claim there', async () => {
    const desk = join(place, 'desk');
    mkdirSync(join(desk, 'may'), { recursive: true });
    for (const [name, text] of Object.entries(articles)) writeFileSync(join(desk, 'may', name), text);
    writeFileSync(join(desk, 'list.txt'), 'Bread\nButter\n');
    const address = [...named().slice(0, 3), 'desk', ...named().slice(4)];
    expect((await run(['archive', 'add', '--into', '2031', ...address, desk], signedIn)).said).toMatch(
      /list\.txt: not loaded: .*\n24 articles loaded, 0 there already, 1 not loaded\.\n$/,
    );
    rmSync(join(desk, 'may', 'a0.txt'));
    expect((await run(['archive', 'add', '--mirror', '--into', '2031', ...address, desk], signedIn)).said).toMatch(
      /0 articles loaded, 23 there already, 1 deleted, 1 not loaded\.\n$/,
    );
    const found = await run(['find', '--quick', ...address, 'harbour pilots on strike', folder], signedIn);
    expect(found.said).toContain('archive: 2031/may/');
    expect((await run(['archive', 'remove', ...address, '2031/may'], signedIn)).said).toBe('23 articles deleted.\n');
  });

  it('goes on with an archive after it was killed while loading', async () => {
    const many = join(place, 'many');
    mkdirSync(many);
    const each = Object.values(articles);
    for (let at = 0; at < 600; at++)
      writeFileSync(join(many, `${at}.txt`), each[at % each.length]!.replaceAll('Karvel', `Karvel ${at}`));
    const address = ['--archive', cluster.url, '--archive-name', 'killed'];
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'archive', 'add', ...address, many], {
      stdio: 'ignore',
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
    const { said } = await run(['archive', 'add', ...address, many]);
    const [, written, same] = /^(\d+) articles loaded, (\d+) there already/.exec(said) ?? [];
    expect(Number(written) + Number(same)).toBe(600);
    expect(await count()).toBe(600);
  });
});
