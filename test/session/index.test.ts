import { describe, expect, it } from 'vitest';
import { checkAll, corroboration, fileStatus, rebuildIndex } from '../../protocol/src/index.js';
import { courier, garden, gazette, shared } from './articles.js';
import { Session, uriOf } from './session.js';

const repeated = (marks: readonly { code?: unknown }[]): boolean => marks.some(({ code }) => code === 'repeated-claim');
const notRepeated = (marks: readonly { code?: unknown }[]): boolean => !repeated(marks);

describe('marks of one file change when another file', () => {
  const openGazette = async (files: Record<string, string>): Promise<Session> => {
    const session = await Session.indexed({ files });
    await session.open('one.txt', gazette);
    return session;
  };

  it('is created', async () => {
    const session = await openGazette({ 'one.txt': gazette });
    await session.untilMarked('one.txt', notRepeated);
    await session.onDisk({ 'two.txt': courier });
    await session.untilMarked('one.txt', repeated);
    await session.end();
  });

  it('is changed on disk', async () => {
    const session = await openGazette({ 'two.txt': courier });
    await session.untilMarked('one.txt', repeated);
    await session.onDisk({ 'two.txt': garden });
    await session.untilMarked('one.txt', notRepeated);
    await session.end();
  });

  it('is edited and not saved, and again when it is closed without saving', async () => {
    const session = await openGazette({ 'two.txt': courier });
    await session.untilMarked('one.txt', repeated);
    await session.open('two.txt', courier);
    await session.replace('two.txt', shared, 'Nothing sails today.');
    await session.untilMarked('one.txt', notRepeated);
    await session.close('two.txt');
    await session.untilMarked('one.txt', repeated);
    await session.end();
  });

  it('is deleted', async () => {
    const session = await openGazette({ 'two.txt': courier });
    await session.untilMarked('one.txt', repeated);
    await session.onDisk({ 'two.txt': null });
    await session.untilMarked('one.txt', notRepeated);
    await session.end();
  });

  it('is renamed: the marks then point to its new name', async () => {
    const session = await openGazette({ 'two.txt': courier });
    await session.untilMarked('one.txt', repeated);
    await session.onDisk({ 'two.txt': null, 'three.txt': courier });
    await session.untilMarked('one.txt', (marks) => JSON.stringify(marks).includes('three.txt'));
    expect(JSON.stringify(session.published.get('one.txt'))).not.toContain('two.txt');
    await session.end();
  });

  it('goes with its whole folder, which is one event', async () => {
    const session = await Session.indexed({ files: { 'file:///articles/old/two.txt': courier } });
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', repeated);
    session.disk.texts.clear();
    await session.onDisk({ 'file:///articles/old': null });
    await session.untilMarked('one.txt', notRepeated);
    await session.end();
  });

  it('comes with a whole folder, which is one event', async () => {
    const session = await openGazette({});
    await session.untilMarked('one.txt', notRepeated);
    session.disk.texts.set('file:///articles/new/two.txt', courier);
    await session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///articles/new', type: 1 }] });
    await session.untilMarked('one.txt', repeated);
    await session.end();
  });
});

describe('the open document', () => {
  it('wins over the disk', async () => {
    const session = await Session.indexed({ files: { 'two.txt': courier } });
    await session.open('one.txt', gazette);
    await session.open('two.txt', garden);
    await session.untilMarked('one.txt', notRepeated);
    await session.onDisk({ 'two.txt': `${courier}\nOne more line.\n` });
    expect((await session.ask(corroboration, { uri: uriOf('one.txt') }))?.claims).toEqual([]);
    await session.end();
  });

  it('is one file, however its name is encoded', async () => {
    const session = await Session.indexed({ files: { 'Über die Fähre.txt': gazette } });
    await session.open('file:///articles/%C3%9Cber%20die%20F%C3%A4hre.txt', gazette);
    await session.settled();
    const status = await session.ask(fileStatus, { uri: 'file:///articles/Über die Fähre.txt' });
    expect(status).toMatchObject({ kind: 'article', outlet: 'Ostrava Gazette' });
    expect(session.status?.articles).toBe(1);
    await session.end();
  });
});

describe('a file is left alone, and the reason is told, where', () => {
  const reasonFor = async (name: string, text: string, settings: object = {}): Promise<string> => {
    const session = await Session.indexed({ files: { [name]: text }, settings: () => settings });
    await session.open(name, text);
    const status = await session.ask(fileStatus, { uri: uriOf(name) });
    await session.end();
    return status.kind === 'skipped' ? status.reason : status.kind;
  };

  it('it is no article', async () => {
    expect(await reasonFor('requirements.txt', 'numpy==1.2\nscipy==3.4\n')).toMatch(/project file/);
  });

  it('a setting excludes it', async () => {
    expect(await reasonFor('draft.txt', gazette, { exclude: ['draft*'] })).toContain('secondSource.exclude');
  });

  it('no pattern includes it', async () => {
    expect(await reasonFor('one.txt', gazette, { include: ['**/*.news'] })).toContain('secondSource.include');
  });

  it('it is too large to be read from disk', async () => {
    const session = await Session.indexed({
      files: { 'one.txt': gazette.repeat(9) },
      settings: () => ({ limits: { fileSize: 1 } }),
    });
    const status = await session.ask(fileStatus, { uri: uriOf('one.txt') });
    expect(status).toMatchObject({ kind: 'skipped', reason: expect.stringContaining('secondSource.limits.fileSize') });
    await session.end();
  });
});

describe('the index', () => {
  const gardens = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`article-${i}.txt`, garden.replace('four hundred', `${i + 3} hundred`)]),
    );
  const many = gardens(30);

  it('counts articles and what it skips', async () => {
    const session = await Session.indexed({
      files: { 'one.txt': gazette, 'two.txt': courier, 'note.txt': 'Buy tea.' },
    });
    await session.until(() => session.status?.articles === 2 && session.status.skipped === 1);
    await session.end();
  });

  it('stops at the limit and says so', async () => {
    const session = await Session.indexed({ files: many, settings: () => ({ limits: { files: 5 } }) });
    await session.until(() => session.status?.articles === 5);
    expect(session.status?.notices.join()).toContain('secondSource.limits.files');
    await session.end();
  });

  it('stops when a person cancels, and says how to go on', async () => {
    const more = 300; // than are asked for at once
    const session = await Session.start({ files: gardens(more), cancelProgress: true });
    await session.until(() => session.status?.notices.some((notice) => notice.includes('Rebuild Index')) ?? false);
    expect(session.disk.reads).toBeLessThan(more);
    const status = await session.ask(rebuildIndex, null);
    expect(status).toMatchObject({ articles: more, indexing: null, notices: [] });
    await session.end();
  });

  it('answers while it is being built', async () => {
    const session = await Session.start({ files: many });
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', (marks) => marks.length > 0);
    expect(await session.at('textDocument/hover', 'one.txt', 'source close')).not.toBeNull();
    await session.end();
  });

  it('is that of a folder whose URI ends with a slash', async () => {
    const session = await Session.indexed({ files: { 'two.txt': courier }, folders: ['file:///articles/'] });
    expect(session.status?.articles).toBe(1);
    const { uri, name } = { uri: 'file:///articles/', name: 'articles' };
    await session.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ uri, name }] } });
    await session.until(() => session.status?.articles === 0);
    await session.end();
  });

  it('is not broken by a file whose name cannot be encoded', async () => {
    const session = await Session.indexed();
    const uri = 'file:///articles/half\ud83d.txt';
    await session.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'plaintext', version: 1, text: garden },
    });
    // the server knows this one by another spelling, so it looks through all open files for it
    const open = { uri: 'file:///articles/one two.txt', languageId: 'plaintext', version: 1, text: gazette };
    await session.notify('textDocument/didOpen', { textDocument: open });
    await session.untilMarked('one two.txt', (marks) => marks.length > 0);
    await session.end();
  });

  it('follows the folders of the workspace', async () => {
    const session = await Session.indexed({ files: { 'file:///other/two.txt': courier } });
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', notRepeated);
    const folder = { uri: 'file:///other', name: 'other' };
    await session.notify('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } });
    await session.untilMarked('one.txt', repeated);
    await session.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [folder] } });
    await session.untilMarked('one.txt', notRepeated);
    await session.end();
  });

  it('shows all marks when asked to check everything, and only open ones again', async () => {
    const session = await Session.indexed({ files: { 'one.txt': gazette, 'two.txt': courier } });
    const result = await session.ask(checkAll, { onlyOpen: false });
    expect(result.articles).toBe(2);
    const marks = await session.untilMarked('one.txt', repeated);
    await session.untilMarked('two.txt', repeated);
    expect(result.findings).toBe(marks.length + (session.published.get('two.txt')?.diagnostics.length ?? 0));
    await session.ask(checkAll, { onlyOpen: true });
    await session.untilMarked('two.txt', (left) => left.length === 0);
    await session.end();
  });
});

describe('failures', () => {
  it('of a file that cannot be read cost that file alone', async () => {
    const session = await Session.start({ files: { 'one.txt': gazette, 'two.txt': courier }, unreadable: ['one.txt'] });
    await session.until(() => session.status?.articles === 1 && session.status.indexing === null);
    const status = await session.ask(fileStatus, { uri: uriOf('one.txt') });
    expect(status).toMatchObject({ kind: 'skipped', reason: expect.stringContaining('permission') });
    await session.end();
  });

  it('of the readers are logged once with their story, and the server goes on', async () => {
    const session = await Session.indexed({
      readers: () => {
        throw new Error('the readers are broken');
      },
    });
    await session.open('one.txt', gazette);
    await session.settled();
    await session.replace('one.txt', 'forty children', 'fifty children');
    await session.settled();
    expect(session.log.filter((line) => line.includes('the readers are broken'))).toHaveLength(1);
    expect(await session.ask(fileStatus, { uri: uriOf('one.txt') })).toMatchObject({ kind: 'skipped' });
    await session.end();
  });
});
