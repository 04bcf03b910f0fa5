import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Collection } from '../../server/src/archive/collection.js';
import { NewsroomArchive } from '../../server/src/archive/newsroomArchive.js';
import { archivedFile } from '../../server/src/sync/archive.js';
import { articles } from './articles.js';
import { Cluster } from './cluster.js';
import { addressOf, given, load, readAll, type Texts, toldBeside, toldTogether } from './folders.js';

const wishes = { settle: 0, patience: 60_000 };

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start(3);
});
afterAll(() => cluster.stop());

const everyOther = (first: number): Texts =>
  Object.fromEntries(Object.entries(articles).filter((_, at) => at % 2 === first));

/** What a folder beside the archive tells, and whether it is what it should. */
async function tell(name: string) {
  const archive = new NewsroomArchive(addressOf(cluster.url, name), wishes);
  const beside = await toldBeside(archive, everyOther(0));
  archive.close();
  return Object.fromEntries(beside);
}

const together = async () => Object.fromEntries(await toldTogether(everyOther(0), 'three', everyOther(1)));

/** The node that holds what is written first. */
async function primaryOf(name: string): Promise<number> {
  const state = (await cluster.get(`/_cat/shards/second-source-${name}-*?format=json`)) as unknown as {
    prirep: string;
    node: string;
  }[];
  return Number(state.find(({ prirep }) => prirep === 'p')!.node.slice(1));
}

describe('three machines', () => {
  it('tell what one machine and a folder tell', async () => {
    await load(addressOf(cluster.url, 'three'), everyOther(1));
    expect(await tell('three')).toEqual(await together());
  });

  it('tell the same after one of them has died, while it is asked and after', async () => {
    await cluster.isGreen();
    const dying = cluster.kill(await primaryOf('three'));
    expect(await tell('three')).toEqual(await together());
    await dying;
    expect(await tell('three')).toEqual(await together());
  });

  it('have all articles that were loaded while one of them died', async () => {
    for (let node = 0; node < 3; node++) if (!cluster.isRunning(node)) cluster.startNode(node);
    await cluster.isGreen();
    const address = addressOf(cluster.url, 'loaded');
    await load(address, everyOther(0));
    await cluster.isGreen();
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, at): [string, string] => [
        `${at}.txt`,
        Object.values(articles)[at % 24]!.replaceAll('Karvel', `Karvel ${at}`),
      ]),
    );
    const primary = await primaryOf('loaded');
    const collection = new Collection(address, readAll);
    async function* dyingMeanwhile() {
      let count = 0;
      for await (const one of given(many)) {
        if (count++ === 200) await cluster.kill(primary);
        yield one;
      }
    }
    const report = await collection.load(dyingMeanwhile()).finally(() => collection.close());
    expect(report).toMatchObject({ written: 300, skipped: [] });
    const archive = new NewsroomArchive(address, wishes);
    expect(await archive.status()).toMatchObject({ state: 'reached', articles: 312 });
    expect(await archive.text(archivedFile('loaded', '299.txt'))).toBe(many['299.txt']);
    archive.close();
  });
});
