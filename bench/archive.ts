import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NewsroomArchive } from '../server/src/archive/newsroomArchive.js';
import { type Readers, read } from '../server/src/core/reading.js';
import { archivedFile } from '../server/src/sync/archive.js';
import { startJudge } from '../server/src/sync/node/judgeThread.js';
import type { Candidates } from '../server/src/workspace/candidates.js';
import type { Claim } from '../server/src/workspace/claim.js';
import { factsOf, type PackedFacts } from '../server/src/workspace/facts.js';
import { mayMeet } from '../server/src/workspace/store/candidateIndex.js';
import { Cluster } from '../test/archive/cluster.js';
import {
  addressOf,
  load,
  type Reading,
  type Texts,
  type Told,
  toldBeside,
  toldTogether,
} from '../test/archive/folders.js';
import { seeded } from '../training/seeded.js';
import { percentile, row } from './clock.js';
import { EngineTime } from './engineTime.js';
import { makeArticles } from './maker.js';

const wishes = { settle: 0, patience: 300_000 };
const name = 'bench';

/**
 * Half of a folder in an archive, on one node and on three: whether what is told of the other half is what a folder with
 * all tells, whether all candidates are named, how fast articles are loaded and questions answered; `made` articles
 * besides, so that the archive is large; and `kills` times a node dies at a random moment of loading and asking.
 */
export async function benchArchive(folder: string, made: number, kills: number): Promise<void> {
  const texts = textsIn(folder);
  const [own, elsewhere] = halves(texts);
  console.log(`\n${Object.keys(texts).length} articles, half of them in an archive`);
  for (const nodes of [1, 3]) {
    const cluster = await Cluster.start(nodes);
    try {
      const from = performance.now();
      const { written } = await load(addressOf(cluster.url, name), elsewhere);
      row(
        `${nodes} nodes, loaded with reading, one thread`,
        `${((written / (performance.now() - from)) * 1000).toFixed(0)}/s`,
      );
      await askAll(cluster, own, elsewhere);
      for (const [placed, place] of Object.entries(places)) {
        row(`  names of the folder ${placed} those of the archive:`);
        await compare(cluster, halves(texts, place)[0], elsewhere);
      }
      if (nodes === 1 && made > 0) {
        await load(addressOf(cluster.url, name), Object.fromEntries(makeArticles(Object.values(texts), made)));
        row(`and ${made} made articles`);
        await askAll(cluster, own, null);
      }
      if (nodes === 3 && kills > 0) await kill(cluster, own, elsewhere, kills);
    } finally {
      await cluster.stop();
    }
  }
}

/** Whether a few articles with the tagger and the judge, half of them in an archive, are told of as in one folder. */
export async function benchJudged(folder: string, articles: number, readers: Readers): Promise<void> {
  const judge = await startJudge(resolve('dist/judge.js'), resolve('dist/models'));
  if ('error' in judge) throw new Error(judge.error);
  const [own, elsewhere] = halves(Object.fromEntries(Object.entries(textsIn(folder)).slice(0, articles)));
  console.log(`\n${articles} articles with tagger and judge, half of them in an archive`);
  const cluster = await Cluster.start(1);
  try {
    await load(addressOf(cluster.url, name), elsewhere, undefined, readers);
    await compare(cluster, own, elsewhere, { readers, judge });
  } finally {
    await cluster.stop();
  }
}

/** Where a folder's articles stand by name; those of the archive are called `b/` and, in answers, begin with `s`. */
const places = {
  before: () => 'a',
  behind: () => 'z',
  'before and behind': (at: number) => 'az'[at % 2]!,
};

/** The folder's half, and that of the archive. */
function halves(texts: Texts, place: (at: number) => string = places.before): [own: Texts, elsewhere: Texts] {
  const half = (rest: number, placed: (at: number) => string): Texts =>
    Object.fromEntries(
      Object.entries(texts).flatMap(([file, text], at) =>
        at % 2 === rest ? [[`${placed((at - rest) / 2)}/${file}`, text]] : [],
      ),
    );
  return [half(0, place), half(1, () => 'b')];
}

function textsIn(folder: string): Texts {
  const names = readdirSync(folder).filter((file) => /\.(?:txt|md|article|news)$/.test(file));
  return Object.fromEntries(names.sort().map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

async function compare(cluster: Cluster, own: Texts, elsewhere: Texts, reading?: Reading): Promise<void> {
  const archive = new NewsroomArchive(addressOf(cluster.url, name), wishes);
  const beside = await toldBeside(archive, own, reading);
  archive.close();
  tellDifferences(beside, await toldTogether(own, name, elsewhere, reading));
}

function tellDifferences(beside: ReadonlyMap<string, Told>, together: ReadonlyMap<string, Told>): void {
  for (const what of ['findings', 'references', 'possible', 'claims'] as const) {
    const differ = [...together].filter(
      ([file, told]) => JSON.stringify(told[what]) !== JSON.stringify(beside.get(file)![what]),
    );
    row(
      `  ${what}: articles told the same`,
      `${together.size - differ.length} of ${together.size}`,
      ...differ.slice(0, 2).map(([file]) => file),
    );
  }
}

/** Asks about each article alone, as an editor does; `elsewhere`: compared with what a look at each article of the archive finds. */
async function askAll(cluster: Cluster, own: Texts, elsewhere: Texts | null): Promise<void> {
  const factsFor = (texts: Texts): [string, PackedFacts][] =>
    Object.entries(texts).flatMap(([file, text]) => {
      const facts = factsOf(read(text, file));
      return facts === null ? [] : [[file, facts] as [string, PackedFacts]];
    });
  const there = elsewhere === null ? null : factsFor(elsewhere);
  const [times, engineTimes]: [number[], number[]] = [[], []];
  const engineTime = new EngineTime();
  let [wanted, found] = [0, 0];
  const archive = new NewsroomArchive(addressOf(cluster.url, name), wishes);
  for (const [file, facts] of factsFor(own)) {
    const named = new Set<string>();
    const hear = (part: Candidates): boolean => {
      for (const { copies } of part.found) named.add(copies[0]!.file);
      if (part.state === 'incomplete') throw new Error(`${file}: ${archive.problem}`);
      return true;
    };
    const from = performance.now();
    archive.candidates({ facts, copies: [{ file, text: '' }] }, hear);
    await archive.idle();
    times.push(performance.now() - from);
    engineTimes.push(engineTime.take());
    for (const [other, otherFacts] of there ?? []) {
      if (!mayMeet(facts.keys, otherFacts.keys)) continue;
      wanted++;
      if (named.has(archivedFile(name, other))) found++;
    }
  }
  engineTime.close();
  archive.close();
  if (there !== null) row('  candidates named, of those there are', `${found} of ${wanted}`);
  for (const [what, values] of [
    ['a question', times],
    ['the engine’s part', engineTimes],
  ] as const)
    row(`  ${what}, p50 and p95`, ...[0.5, 0.95].map((share) => `${percentile(values, share).toFixed(0)} ms`));
}

/**
 * A node dies while articles are loaded, and every other time while they are asked about. Each time all that was
 * acknowledged is there afterwards, word for word, and no answer is short of anything without saying so.
 */
async function kill(cluster: Cluster, own: Texts, elsewhere: Texts, kills: number): Promise<void> {
  const next = seeded(16);
  const address = addressOf(cluster.url, name);
  const few = Object.fromEntries(Object.entries(own).slice(0, 20));
  const expected = await toldTogether(few, name, elsewhere);
  const all = await countIn(cluster);
  let [lost, short, silent] = [0, 0, 0];
  for (let time = 0; time < kills; time++) {
    await cluster.isGreen();
    const node = Math.floor(next() * 3);
    const moment = next();
    const dies = (within: number) => pause(moment * within).then(() => cluster.kill(node));
    const isAsked = time % 2 === 1;
    const dying = isAsked ? null : dies(6_000);
    await load(
      address,
      Object.fromEntries(Object.entries(elsewhere).map(([file, text]) => [file, `${text}\n\n${time}`])),
    );
    await load(address, elsewhere);
    const dead = dying ?? dies(3_000);
    const archive = new NewsroomArchive(address, wishes);
    for (const [file, told] of await toldBeside(archive, few)) {
      if (!told.isComplete) silent++;
      if (told.isComplete ? !isSame(told, expected.get(file)!) : claimsAll(told)) short++;
    }
    archive.close();
    await dead;
    cluster.startNode(node);
    await cluster.isGreen();
    const { written } = await load(address, elsewhere);
    lost += written;
    if ((await countIn(cluster)) !== all) lost++;
    console.log(`  ${time + 1}: ${isAsked ? 'asking' : 'loading'}, lost ${lost}, short ${short}, incomplete ${silent}`);
  }
  row(`  ${kills} nodes killed`, `${lost} lost articles`, `${short} short answers`, `${silent} said incomplete`);
}

const isSame = (one: Told, other: Told): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether an answer that is incomplete says of a claim that all is known. */
const claimsAll = ({ claims }: Told): boolean => (claims as readonly Claim[]).some(({ isComplete }) => isComplete);

async function countIn(cluster: Cluster): Promise<number | null> {
  await cluster.get(`/second-source-${name}-*/_refresh`);
  const answer = await cluster.get(`/second-source-${name}-*/_count`);
  return answer === null ? null : Number(answer.count);
}
