import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NewsroomArchive } from '../server/src/archive/newsroomArchive.js';
import { read } from '../server/src/core/reading.js';
import { archivedFile } from '../server/src/sync/archive.js';
import type { Candidates } from '../server/src/workspace/candidates.js';
import { factsOf, type PackedFacts } from '../server/src/workspace/facts.js';
import { mayMeet } from '../server/src/workspace/store/candidateIndex.js';
import { Cluster } from '../test/archive/cluster.js';
import { addressOf, load, type Texts, type Told, toldBeside, toldTogether } from '../test/archive/folders.js';
import { seeded } from '../training/seeded.js';
import { percentile, row } from './clock.js';
import { makeArticles } from './maker.js';

const wishes = { settle: 0, patience: 300_000 };
const name = 'bench';

/**
 * Half of a folder in an archive, on one node and on three: whether what is told of the other half is what a folder with
 * all tells, whether all candidates are named, how fast articles are loaded and questions answered; `made` articles
 * besides, so that the archive is large; and `kills` times a node dies at a random moment of loading and asking.
 */
export async function benchArchive(folder: string, made: number, kills: number): Promise<void> {
  const names = readdirSync(folder).filter((file) => /\.(?:txt|md|article|news)$/.test(file));
  const texts = names.sort().map((file) => readFileSync(join(folder, file), 'utf8'));
  // files of the folder come before those of the archive, by whichever name
  const half = (rest: number, place: string): Texts =>
    Object.fromEntries(texts.flatMap((text, at) => (at % 2 === rest ? [[`${place}/${names[at]}`, text]] : [])));
  const [own, elsewhere] = [half(0, 'a'), half(1, 'b')];
  const together = toldTogether({ ...own, ...elsewhere }, Object.keys(own));
  console.log(`\n${texts.length} articles, half of them in an archive`);
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
      const archive = new NewsroomArchive(addressOf(cluster.url, name), wishes);
      tellDifferences(await toldBeside(archive, name, own), together);
      archive.close();
      if (nodes === 1 && made > 0) {
        await load(addressOf(cluster.url, name), Object.fromEntries(makeArticles(texts, made)));
        row(`and ${made} made articles`);
        await askAll(cluster, own, null);
      }
      if (nodes === 3 && kills > 0) await kill(cluster, own, elsewhere, together, kills);
    } finally {
      await cluster.stop();
    }
  }
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
  const times: number[] = [];
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
    for (const [other, otherFacts] of there ?? []) {
      if (!mayMeet(facts.keys, otherFacts.keys)) continue;
      wanted++;
      if (named.has(archivedFile(name, other))) found++;
    }
  }
  archive.close();
  if (there !== null) row('  candidates named, of those there are', `${found} of ${wanted}`);
  row('  a question, p50 and p95', ...[0.5, 0.95].map((share) => `${percentile(times, share).toFixed(0)} ms`));
}

/** A node dies while articles are loaded and asked about; each time all are there afterwards, and no answer is short of one. */
async function kill(
  cluster: Cluster,
  own: Texts,
  elsewhere: Texts,
  together: ReadonlyMap<string, Told>,
  kills: number,
): Promise<void> {
  const next = seeded(16);
  const address = addressOf(cluster.url, name);
  const few = Object.fromEntries(Object.entries(own).slice(0, 6));
  const expected = (await countIn(cluster)) ?? 0;
  let [lost, short, silent] = [0, 0, 0];
  for (let time = 0; time < kills; time++) {
    await cluster.isGreen();
    const node = Math.floor(next() * 3);
    const dying = new Promise<void>((done) => setTimeout(() => void cluster.kill(node).then(done), next() * 3_000));
    const again = Object.fromEntries(Object.entries(elsewhere).map(([file, text]) => [file, `${text}\n\n${time}`]));
    await load(address, again).then(() => load(address, elsewhere));
    const archive = new NewsroomArchive(address, wishes);
    for (const [file, told] of await toldBeside(archive, name, few)) {
      if (!told.isComplete) silent++;
      else if (told.references !== undefined && !sameFiles(told, together.get(file)!, few)) short++;
    }
    archive.close();
    await dying;
    cluster.startNode(node);
    await cluster.isGreen();
    if ((await countIn(cluster)) !== expected) lost++;
  }
  row(`  ${kills} nodes killed`, `${lost} lost articles`, `${short} short answers`, `${silent} said incomplete`);
}

/** Whether two answers name the same articles of the archive. */
function sameFiles(one: Told, other: Told, own: Texts): boolean {
  const archived = (told: Told): string =>
    [...new Set(JSON.stringify(told.references).match(/"file":"b\/[^"]*"/g) ?? [])].sort().join();
  return Object.keys(own).length > 0 && archived(one) === archived(other);
}

async function countIn(cluster: Cluster): Promise<number | null> {
  await cluster.get(`/second-source-${name}-*/_refresh`);
  const answer = await cluster.get(`/second-source-${name}-*/_count`);
  return answer === null ? null : Number(answer.count);
}
