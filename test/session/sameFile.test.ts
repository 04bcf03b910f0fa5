import { describe, expect, it } from 'vitest';
import { fileStatus } from '../../protocol/src/index.js';
import { courier, garden, gazette } from './articles.js';
import { Session, uriOf } from './session.js';

type Marks = readonly { code?: unknown }[];
const repeated = (marks: Marks): boolean => marks.some(({ code }) => code === 'repeated-claim');
const notRepeated = (marks: Marks): boolean => !repeated(marks);

/** A session in whose folder `a link.txt` and `link.txt` lead to `news.txt`. */
async function withLinks(files: Readonly<Record<string, string>>): Promise<Session> {
  const session = await Session.start({ files, held: Object.keys(files) });
  for (const name of ['a link.txt', 'link.txt']) session.disk.links.set(uriOf(name), uriOf('news.txt'));
  for (const name of Object.keys(files)) await session.disk.answer(name);
  await session.until(() => session.status?.indexing === null);
  return session;
}
const links = { 'news.txt': gazette, 'link.txt': gazette, 'a link.txt': gazette };
const whyNot = async (session: Session, name: string): Promise<string> => {
  const status = await session.ask(fileStatus, { uri: uriOf(name) });
  return status.kind === 'skipped' ? status.reason : status.kind;
};

describe('a file with several names', () => {
  it('is read once, in whatever order the disk answers', async () => {
    for (const names of [Object.keys(links), Object.keys(links).reverse()]) {
      const session = await withLinks(Object.fromEntries(names.map((name) => [name, gazette])));
      expect(session.status).toMatchObject({ articles: 1, skipped: 2 });
      expect(await whyNot(session, 'a link.txt')).toBe('article');
      expect(await whyNot(session, 'news.txt')).toContain('another name of');
      await session.end();
    }
  });

  it('does not corroborate itself where it is open under one of them', async () => {
    const session = await withLinks(links);
    await session.open('news.txt', gazette);
    await session.until(() => session.status?.articles === 1 && session.published.has('news.txt'));
    await session.replace('news.txt', 'Lessons by radio', 'Lessons by the radio');
    expect(await session.untilMarked('news.txt', notRepeated)).not.toEqual([]);
    expect(await whyNot(session, 'a link.txt')).toContain('news.txt');
    await session.close('news.txt');
    await session.until(() => session.status?.articles === 1);
    expect(await whyNot(session, 'a link.txt')).toBe('article');
    await session.end();
  });

  it('is marked in one document where two are open', async () => {
    const session = await withLinks(links);
    await session.open('news.txt', gazette);
    await session.open('link.txt', gazette);
    await session.untilMarked('link.txt', (marks) => marks.length > 0);
    await session.untilMarked('news.txt', (marks) => marks.length === 0);
    expect(await whyNot(session, 'news.txt')).toContain('another name of');
    await session.close('link.txt');
    await session.untilMarked('news.txt', (marks) => marks.length > 0);
    await session.end();
  });

  it('is read under the next when one goes, or leads elsewhere', async () => {
    const session = await withLinks({ ...links, 'courier.txt': courier });
    await session.open('courier.txt', courier);
    await session.untilMarked('courier.txt', repeated);
    await session.onDisk({ 'a link.txt': null });
    await session.settled();
    await session.until(() => session.status?.articles === 2);
    expect(await whyNot(session, 'link.txt')).toBe('article');
    session.disk.links.delete(uriOf('link.txt'));
    await session.onDisk({ 'link.txt': garden });
    await session.until(() => session.status?.articles === 3);
    expect(await whyNot(session, 'news.txt')).toBe('article');
    await session.untilMarked('courier.txt', repeated);
    await session.end();
  });
});
