import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Connection } from '../server/src/archive/connection.js';
import { factsIn } from '../server/src/archive/packedFacts.js';
import { pages } from '../server/src/archive/pages.js';
import type { StoredArticle } from '../server/src/archive/storedArticle.js';
import { type Readers, read } from '../server/src/core/reading.js';
import { type Archive, archivedPath } from '../server/src/sync/archive.js';
import { archiveBundle } from '../server/src/sync/node/archiveBundle.js';
import { factsOf, type PackedFacts } from '../server/src/workspace/facts.js';
import type { Keys } from '../server/src/workspace/keys.js';
import { mayMeet } from '../server/src/workspace/store/candidateIndex.js';
import { Cluster } from '../test/archive/cluster.js';
import { addressOf } from '../test/archive/folders.js';
import { percentile, row } from './clock.js';
import { EngineTime } from './engineTime.js';
import { makeArticles } from './maker.js';

const name = 'loading';
/** Of so many articles, the candidates are compared with what a look at each article of the archive finds. */
const looked = 60;
/** Milliseconds for an answer. */
const patience = 600_000;
/** Documents in one answer where all are fetched. */
const pageSize = 1_000;

/**
 * `made` articles loaded into an archive on one node by the program as it was built: how many a second, what they cost
 * this program and the engine in processor time, how large they are; then each article of `texts` asked about.
 */
export async function benchLoading(texts: readonly string[], readers: Readers, made: number): Promise<void> {
  if (!existsSync('dist/cli.js')) throw new Error('there is no dist/cli.js yet: run `npm run build` first');
  const folder = await mkdtemp(join(tmpdir(), 'second-source-loading-'));
  for (const [file, text] of makeArticles(texts, made)) {
    const path = join(folder, file.slice(0, 3), file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  const cluster = await Cluster.start(1);
  try {
    console.log(`\n${made} made articles in an archive of one node`);
    await loadFolder(cluster, folder);
    await askAbout(cluster, texts, readers);
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true });
  }
}

export async function loadFolder(cluster: Cluster, folder: string): Promise<void> {
  const [before, from] = [await processorTime(cluster), performance.now()];
  const own = await commandLine(['archive', 'add', folder, '--archive', cluster.url, '--archive-name', name]);
  const took = performance.now() - from;
  const engine = (await processorTime(cluster)) - before;
  await cluster.get(`/second-source-${name}-*/_flush`);
  const { docs, store } = (
    (await cluster.get(`/second-source-${name}-*/_stats/docs,store`)) as unknown as {
      _all: { primaries: { docs: { count: number }; store: { size_in_bytes: number } } };
    }
  )._all.primaries;
  const { count } = docs;
  row('loaded with reading', `${count}`, `${((count / took) * 1000).toFixed(0)}/s`);
  row('  processor time an article, here and there', ...[own, engine].map((ms) => `${(ms / count).toFixed(2)} ms`));
  row('  an article takes', `${(store.size_in_bytes / count).toFixed(0)} bytes`);
}

/** Runs it as a person would; returns the milliseconds of processor time that it took. */
async function commandLine(args: readonly string[]): Promise<number> {
  const script = '"$@" || exit; times';
  const shell = spawn('sh', ['-c', script, 'sh', process.execPath, 'dist/cli.js', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const part of shell.stdout) printed += part;
  // the last line is of the shell's children: minutes and seconds, in the program and in the system
  const times = printed
    .trimEnd()
    .split('\n')
    .at(-1)!
    .matchAll(/(\d+)m([\d.]+)s/g);
  return [...times].reduce((sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000, 0);
}

/** Milliseconds of processor time that the engine has taken. */
async function processorTime(cluster: Cluster): Promise<number> {
  const { nodes } = (await cluster.get('/_nodes/stats/process')) as unknown as {
    nodes: Record<string, { process: { cpu: { total_in_millis: number } } }>;
  };
  return Object.values(nodes).reduce((sum, node) => sum + node.process.cpu.total_in_millis, 0);
}

/** Asks about each article alone, as an editor does. */
export async function askAbout(cluster: Cluster, texts: readonly string[], readers: Readers): Promise<void> {
  const asked = texts.flatMap((text, at) => factsOf(read(text, `${at}.txt`, readers)) ?? []);
  const there = await keysOf(cluster);
  const { openArchive } = await archiveBundle(resolve('dist/archive.js'));
  const archive = openArchive(addressOf(cluster.url, name), { settle: 0, patience });
  const [times, engineTimes]: [number[], number[]] = [[], []];
  const sizes: number[] = [];
  let [wanted, found] = [0, 0];
  const before = await processorTime(cluster);
  const engineTime = new EngineTime();
  for (const [at, facts] of asked.entries()) {
    const from = performance.now();
    const named = await ask(archive, facts);
    times.push(performance.now() - from);
    engineTimes.push(engineTime.take());
    sizes.push(named.size);
    if (at >= looked) continue;
    for (const [file, keys] of there) {
      if (!mayMeet(facts.keys, keys)) continue;
      wanted++;
      if (named.has(file)) found++;
    }
  }
  const engine = (await processorTime(cluster)) - before;
  engineTime.close();
  archive.close();
  row(`candidates of ${looked} articles, of those there are`, `${found} of ${wanted}`);
  const both = (values: readonly number[], unit: string) =>
    [0.5, 0.95].map((share) => `${percentile(values, share).toFixed(0)}${unit}`);
  row('candidates of an article, p50 and p95', ...both(sizes, ''));
  row('a question, p50 and p95', ...both(times, ' ms'));
  row('  the engine’s part, p50 and p95', ...both(engineTimes, ' ms'));
  row('  processor time of the engine, on average', `${(engine / asked.length).toFixed(0)} ms`);
}

/** The paths of all candidates. */
async function ask(archive: Archive, facts: PackedFacts): Promise<Set<string>> {
  const named = new Set<string>();
  archive.candidates({ facts, copies: [{ file: 'asked.txt', text: '' }] }, ({ found, state }) => {
    for (const { copies } of found) named.add(archivedPath(copies[0]!.file)!);
    if (state === 'incomplete') throw new Error(archive.problem ?? '');
    return true;
  });
  await archive.idle();
  return named;
}

/** What each article of the archive is found by, as it was loaded. */
async function keysOf(cluster: Cluster): Promise<Map<string, Keys>> {
  const connection = new Connection(addressOf(cluster.url, name), patience);
  const all = { query: { match_all: {} }, order: 'file', fields: ['file', 'packed'] } as const;
  const keys = new Map<string, Keys>();
  for await (const page of pages<StoredArticle>(connection, `second-source-${name}-*`, all, undefined, pageSize))
    for (const { _source } of page) keys.set(_source.file, factsIn(Buffer.from(_source.packed, 'base64')).keys);
  await connection.close();
  return keys;
}
