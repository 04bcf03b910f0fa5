import { describe, expect, it } from 'vitest';
import { checkAll, rebuildIndex } from '../../protocol/src/index.js';
import { courier, garden, gazette, shared } from './articles.js';
import { Session, uriOf } from './session.js';

const repeated = (marks: readonly { code?: unknown }[]): boolean => marks.some(({ code }) => code === 'repeated-claim');
const notRepeated = (marks: readonly { code?: unknown }[]): boolean => !repeated(marks);

describe('a disk that does not answer', () => {
  it('for one file holds up neither the others nor the editor', async () => {
    const files = { 'one.txt': gazette, 'slow.txt': garden, 'two.txt': courier };
    const session = await Session.start({ files, held: ['slow.txt'] });
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', repeated);
    expect(await session.at('textDocument/hover', 'one.txt', 'source close')).not.toBeNull();
    await session.until(() => session.status?.articles === 2);
    expect(session.status?.indexing).toEqual({ done: 2, total: 3 });
    await session.disk.answer('slow.txt');
    await session.until(() => session.status?.articles === 3 && session.status.indexing === null);
    await session.end();
  });

  it('for one folder does not hold up the other, and is read when it answers', async () => {
    const session = await Session.start({
      files: { 'one.txt': gazette, 'file:///network/two.txt': courier },
      folders: ['file:///network', 'file:///articles'],
      held: ['file:///network'],
    });
    await session.open('one.txt', gazette);
    await session.until(() => session.status?.articles === 1 && session.published.has('one.txt'));
    expect(notRepeated(session.published.get('one.txt')?.diagnostics ?? [])).toBe(true);
    await session.disk.answer('file:///network');
    await session.untilMarked('one.txt', repeated);
    await session.end();
  });

  it('does not keep a person from stopping, nor from starting anew', async () => {
    const session = await Session.start({ files: { 'one.txt': gazette }, held: ['one.txt'], cancelProgress: true });
    await session.until(() => session.status?.notices.some((notice) => notice.includes('Rebuild Index')) ?? false);
    expect(await session.ask(rebuildIndex, null)).toMatchObject({ articles: 1, indexing: null, notices: [] });
    await session.end();
  });

  it('may hold more files than anybody reads: as many are read as the setting says', async () => {
    const files = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`${i}.txt`, garden]));
    const session = await Session.indexed({ files, settings: () => ({ limits: { files: 30 } }) });
    expect(session.disk.reads).toBe(30 + 1); // and the project file
    expect(session.status?.articles).toBe(30);
    expect(session.status?.notices.join()).toContain('Only the first 30 of 100000 files');
    await session.end();
  });

  it('is no longer waited for when its folder goes', async () => {
    const session = await Session.start({
      files: { 'one.txt': gazette, 'file:///network/two.txt': courier },
      folders: ['file:///network', 'file:///articles'],
      held: ['file:///network/two.txt'],
    });
    await session.until(() => session.status?.articles === 1);
    const network = { uri: 'file:///network', name: 'network' };
    await session.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [network] } });
    await session.until(() => session.status?.articles === 1 && session.status.indexing === null);
    await session.disk.answer('file:///network/two.txt');
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', notRepeated);
    expect(session.status?.articles).toBe(1);
    await session.end();
  });
});

describe('what the disk says late', () => {
  const late = async (): Promise<Session> => {
    const session = await Session.start({ files: { 'one.txt': gazette, 'two.txt': courier }, held: ['two.txt'] });
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', notRepeated);
    await session.until(() => session.status?.indexing?.done === 1);
    return session;
  };
  const answered = async (session: Session): Promise<void> => {
    await session.disk.answer('two.txt');
    await session.until(() => session.status?.indexing === null);
  };

  it('loses against the editor', async () => {
    const session = await late();
    await session.open('two.txt', garden);
    await answered(session);
    expect((await session.untilMarked('one.txt', notRepeated)).length).toBeGreaterThan(0);
    await session.replace('two.txt', 'It rained until noon', shared);
    await session.untilMarked('one.txt', repeated);
    await session.end();
  });

  it('loses against what it says when the file is closed', async () => {
    const session = await late();
    await session.open('two.txt', courier);
    await session.untilMarked('one.txt', repeated);
    session.disk.texts.set(uriOf('two.txt'), garden);
    await session.close('two.txt');
    await session.untilMarked('one.txt', notRepeated);
    await answered(session);
    expect(notRepeated(await session.untilMarked('one.txt', () => true))).toBe(true);
    await session.end();
  });

  it('loses against a change that came after', async () => {
    const session = await late();
    await session.onDisk({ 'two.txt': garden });
    await session.until(() => session.status?.articles === 2);
    await answered(session);
    expect(notRepeated(await session.untilMarked('one.txt', () => true))).toBe(true);
    await session.end();
  });

  it('does not bring back a file that is gone', async () => {
    const session = await late();
    await session.onDisk({ 'two.txt': null });
    await session.settled();
    await answered(session);
    expect(session.status?.articles).toBe(1);
    await session.end();
  });
});

it('marks are the same in whatever order the disk answers', async () => {
  const files: Record<string, string> = {};
  for (const [i, text] of [gazette, courier, garden, gazette, courier].entries())
    files[`${i}.txt`] =
      `${text}\nThe harbour office of Ostrava counted ${i + 7} dead after the storm, ${i + 2} of them sailors.\n`;
  const names = Object.keys(files);
  const marksAfter = async (order: readonly string[]): Promise<unknown> => {
    const session = await Session.start({ files, held: names });
    for (const name of order) await session.disk.answer(name);
    await session.until(() => session.status?.articles === names.length && session.status.indexing === null);
    await session.ask(checkAll, { onlyOpen: false });
    await session.until(() => session.published.size === names.length);
    const symbols = await session.request('workspace/symbol', { query: 'ferry' });
    await session.end();
    return { marks: names.map((name) => session.published.get(name)?.diagnostics), symbols };
  };
  const inOrder = await marksAfter(names);
  expect(JSON.stringify(inOrder)).toContain('repeated-claim');
  expect(await marksAfter([...names].reverse())).toEqual(inOrder);
  expect(await marksAfter(['2.txt', '4.txt', '0.txt', '3.txt', '1.txt'])).toEqual(inOrder);
});
