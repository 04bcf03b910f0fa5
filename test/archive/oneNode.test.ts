import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Collection } from '../../server/src/archive/collection.js';
import { NewsroomArchive } from '../../server/src/archive/newsroomArchive.js';
import { type ArchiveAddress, archivedFile } from '../../server/src/sync/archive.js';
import { Workspace } from '../../server/src/workspace/workspace.js';
import { articles } from './articles.js';
import { Cluster } from './cluster.js';
import { addressOf, given, load, readAll, type Texts, toldBeside, toldTogether } from './folders.js';

const wishes = { settle: 0, patience: 60_000 };

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start(1);
});
afterAll(() => cluster.stop());

const opened: NewsroomArchive[] = [];
afterAll(() => {
  for (const archive of opened) archive.close();
});

function open(address: ArchiveAddress, pageSize?: number): NewsroomArchive {
  const archive = new NewsroomArchive(address, wishes, pageSize);
  opened.push(archive);
  return archive;
}

/** Every other article, beginning with the first or the second. */
const everyOther = (first: number): Texts =>
  Object.fromEntries(Object.entries(articles).filter((_, at) => at % 2 === first));

async function remove(address: ArchiveAddress, isLeaving: (path: string) => boolean): Promise<number> {
  const collection = new Collection(address, readAll);
  const { deleted } = await collection.remove(isLeaving).finally(() => collection.close());
  return deleted;
}

async function articlesIn(address: ArchiveAddress): Promise<number | string> {
  const status = await open(address).status();
  return status.state === 'reached' ? status.articles : status.why;
}

const three: Texts = Object.fromEntries(['a0.txt', 'a2.txt', 'a4.txt'].map((file) => [file, articles[file]!]));

/** The same articles under names that come after those of the archive, or among them. */
const renamed = (texts: Texts, nameOf: (file: string, at: number) => string): Texts =>
  Object.fromEntries(Object.entries(texts).map(([file, text], at) => [nameOf(file, at), text]));

describe('what is told beside an archive', () => {
  it.each([
    ['half of the articles', everyOther(0), everyOther(1)],
    [
      'half, by names that come after those of the archive,',
      renamed(everyOther(0), (file) => `z/${file}`),
      everyOther(1),
    ],
    ['half, by names before and after', renamed(everyOther(1), (file, at) => `${'az'[at % 2]}/${file}`), everyOther(0)],
    ['three that the archive has, too,', three, { ...three, ...everyOther(1) }],
  ])('is what a folder with all articles tells, with %s in the folder', async (what, folder, elsewhere) => {
    const address = addressOf(cluster.url, what.replace(/\W+/g, ' ').trim().replaceAll(' ', '-'));
    await load(address, elsewhere);
    const archive = open(address);
    const beside = await toldBeside(archive, folder);
    expect(archive.problem).toBe(null);
    for (const { references, claims } of beside.values()) expect([references, claims]).not.toContainEqual([]);
    expect(Object.fromEntries(beside)).toEqual(Object.fromEntries(await toldTogether(folder, address.name, elsewhere)));
  });

  it('is the same where candidates come in many pages', async () => {
    const address = addressOf(cluster.url, 'pages');
    await load(address, everyOther(1));
    const inPages = await toldBeside(open(address, 2), everyOther(0));
    expect(inPages).toEqual(await toldBeside(open(address), everyOther(0)));
  });

  it('can be opened, and found by a claim', async () => {
    const address = addressOf(cluster.url, 'found');
    await load(address, { 'may/ferry 1.txt': articles['a2.txt']!, 'other.txt': articles['b1.txt']! });
    const archive = open(address);
    expect(await archive.text(archivedFile('found', 'may/ferry 1.txt'))).toBe(articles['a2.txt']);
    expect(await archive.text(archivedFile('found', 'nothing.txt'))).toBe(null);
    const { found, state } = await archive.find('harbour pilots on strike');
    expect(state).toBe('complete');
    expect(found.flatMap(({ copies }) => copies.map(({ file }) => file))).toContain(
      archivedFile('found', 'may/ferry 1.txt'),
    );
  });
});

describe('loading', () => {
  it('twice changes nothing, and of an edited article the new text is there, once', async () => {
    const address = addressOf(cluster.url, 'twice');
    expect(await load(address, articles)).toMatchObject({ written: 24, same: 0, skipped: [] });
    expect(await load(address, articles)).toMatchObject({ written: 0, same: 24 });
    const edited = articles['a0.txt']!.replace('Karvel', 'Ostrava');
    expect(await load(address, { ...articles, 'a0.txt': edited })).toMatchObject({ written: 1, same: 23 });
    expect(await articlesIn(address)).toBe(24);
    expect(await open(address).text(archivedFile('twice', 'a0.txt'))).toBe(edited);
  });

  it('says of what is no article why it is not there', async () => {
    const address = addressOf(cluster.url, 'skipped');
    const report = await load(address, { 'list.txt': 'Bread\nButter\n', 'a0.txt': articles['a0.txt']! });
    expect(report).toMatchObject({ written: 1, skipped: [{ path: 'list.txt' }] });
    expect(report.skipped[0]!.why).toMatch(/running text/);
  });

  it('goes on from where it was broken off', async () => {
    const address = addressOf(cluster.url, 'broken-off');
    const collection = new Collection(address, readAll);
    async function* breaking() {
      let count = 0;
      for await (const one of given(articles)) {
        if (count++ === 10) throw new Error('pulled the plug');
        yield one;
      }
    }
    await expect(collection.load(breaking())).rejects.toThrow('pulled the plug');
    await collection.close();
    const { written, same } = await load(address, articles);
    expect(written + same).toBe(24);
    expect(await articlesIn(address)).toBe(24);
  });

  it('deletes what it is told to, and nothing else', async () => {
    const address = addressOf(cluster.url, 'deleted');
    await load(address, articles);
    expect(await remove(address, (path) => path.startsWith('b'))).toBe(12);
    expect(await articlesIn(address)).toBe(12);
    expect(await open(address).text(archivedFile('deleted', 'a0.txt'))).toBe(articles['a0.txt']);
    expect(await open(address).text(archivedFile('deleted', 'b1.txt'))).toBe(null);
  });
});

describe('an archive that another version loaded', () => {
  it('is not asked, until this one has read its articles anew', async () => {
    const address = addressOf(cluster.url, 'versions');
    await load(address, everyOther(1), 'another');
    const folder = everyOther(0);
    const before = open(address);
    const silent = await toldBeside(before, folder);
    expect([...silent.values()].map(({ isComplete }) => isComplete)).not.toContain(true);
    expect(before.problem).toMatch(/another version/);
    expect(await articlesIn(address)).toMatch(/another version/);
    expect(await load(address, {})).toMatchObject({ written: 0, skipped: [] });
    const beside = await toldBeside(open(address), folder);
    expect(Object.fromEntries(beside)).toEqual(
      Object.fromEntries(await toldTogether(folder, address.name, everyOther(1))),
    );
    const indices = Object.keys((await cluster.get('/second-source-versions*')) ?? {});
    expect(indices).toHaveLength(1);
  });
});

describe('an archive that does not answer', () => {
  it.each([
    ['is not there', () => addressOf('http://127.0.0.1:1', 'news'), /Nothing answers/],
    ['has another name', () => addressOf(cluster.url, 'no-such'), /no archive of this name/],
  ])('because it %s leaves every answer incomplete, and says why', async (_, address, why) => {
    const archive = open(address());
    const workspace = new Workspace(undefined, { archives: [archive] });
    workspace.set('a0.txt', articles['a0.txt']!);
    await archive.idle();
    expect(workspace.named('a0.txt')).toBe('incomplete');
    expect(archive.problem).toMatch(why);
    expect(await archive.status()).toMatchObject({ state: 'unreached' });
    expect((await archive.find('harbour pilots on strike')).state).toBe('incomplete');
  });

  it.each([
    ['http://archive.example:9200', /https/],
    ['ftp://archive.example', /https/],
    ['https://user:secret@archive.example', /must not hold/],
    ['', /empty/],
  ])('is not even opened at %s', (url, why) => {
    expect(() => open(addressOf(url, 'news'))).toThrow(why);
  });
});
