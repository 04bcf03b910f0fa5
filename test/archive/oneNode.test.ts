import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NewsroomArchive } from '../../server/src/archive/newsroomArchive.js';
import { articles } from './articles.js';
import { Cluster } from './cluster.js';
import { addressOf, load, toldBeside, toldTogether } from './folders.js';

const wishes = { settle: 0, patience: 30_000 };

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start(1);
});
afterAll(() => cluster.stop());

const addressNow = (name: string) => addressOf(cluster.url, name);

/** Every other article in the folder, the rest elsewhere. */
const halves = () => {
  const all = Object.entries(articles);
  const half = (rest: number) => Object.fromEntries(all.filter((_, at) => at % 2 === rest));
  return { folder: half(0), elsewhere: half(1) };
};

describe('an archive', () => {
  it('leads to what a folder with all its articles would tell', async () => {
    const { folder, elsewhere } = halves();
    const address = addressNow('halves');
    await load(address, elsewhere);
    const archive = new NewsroomArchive(address, wishes);
    const beside = await toldBeside(archive, 'halves', folder);
    archive.close();
    expect(archive.problem).toBe(null);
    expect(Object.fromEntries(beside)).toEqual(Object.fromEntries(toldTogether(articles, Object.keys(folder))));
  });
});
