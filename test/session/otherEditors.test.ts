import { describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { projectName } from '../../server/src/sync/projectFile.js';
import { courier, gazette } from './articles.js';
import { Session, uriOf } from './session.js';

const files = { 'one.txt': gazette, 'two.txt': courier };
const codes = (marks: readonly Diagnostic[]): unknown[] => marks.map(({ code }) => code);
const isUnnamed = ({ code }: Diagnostic): boolean => code === 'anonymous-source';

/** An editor that knows nothing of our extension, with one article open. */
async function opened(): Promise<Session> {
  const session = await Session.start({ plain: true, files });
  await session.open('one.txt', gazette);
  await session.untilMarked('one.txt', (marks) => marks.some(isUnnamed));
  return session;
}

/** The quick fixes on the first unnamed source. */
function fixesOf(session: Session, only?: string[]): Promise<CodeAction[]> {
  const mark = session.published.get('one.txt')?.diagnostics.find(isUnnamed) as Diagnostic;
  return session.request('textDocument/codeAction', {
    textDocument: { uri: uriOf('one.txt') },
    range: mark.range,
    context: { diagnostics: [mark], ...(only && { only }) },
  });
}

async function carryOut(session: Session, title: RegExp): Promise<void> {
  const fix = (await fixesOf(session)).find((one) => title.test(one.title));
  expect(fix?.command).toBeDefined();
  await session.request('workspace/executeCommand', {
    command: fix?.command?.command,
    arguments: fix?.command?.arguments,
  });
}

const kept = (session: Session): string[] => [...session.disk.texts.keys()].filter((uri) => uri.endsWith('.json'));

describe('an editor that knows nothing of the extension', () => {
  it('is told of what is found in the folder it names, without a message that it does not know', async () => {
    const session = await opened();
    const references = await session.at<object[]>('textDocument/references', 'one.txt', 'ferry', {
      context: { includeDeclaration: false },
    });
    expect(references).toContainEqual(expect.objectContaining({ uri: uriOf('two.txt') }));
    const offered = session.initialized?.capabilities.executeCommandProvider?.commands ?? [];
    for (const { command } of await fixesOf(session)) expect(offered).toContain(command?.command);
    expect(session.unknown).toEqual([]);
    expect(session.status).toBeNull();
    await session.end();
  });

  it('keeps a review for one of the usual reasons, and takes it back', async () => {
    const session = await opened();
    await carryOut(session, /^Dismiss this finding.*\(Known background\)$/);
    await session.untilMarked('one.txt', (marks) => !marks.some(isUnnamed));
    const [review] = kept(session);
    expect(JSON.parse(session.disk.texts.get(review as string) ?? '')).toMatchObject({
      kind: 'dismissed',
      rule: 'anonymous-source',
      text: 'Known background',
    });
    await session.request('workspace/executeCommand', { command: 'secondSource.undoReview' });
    await session.untilMarked('one.txt', (marks) => marks.some(isUnnamed));
    expect(kept(session)).toEqual([]);
    expect(session.told).toEqual(['Kept in .secondsource.', 'Undone: The review.']);
    await session.end();
  });

  it('changes the project file of the folder', async () => {
    const session = await opened();
    await carryOut(session, /^Turn anonymous-source off/);
    await session.untilMarked('one.txt', (marks) => !marks.some(isUnnamed));
    expect(kept(session)).toEqual([uriOf(projectName)]);
    await session.end();
  });

  it('is offered nothing that needs typed words, and nothing when it asks for another kind of action', async () => {
    const session = await opened();
    const titles = (await fixesOf(session)).map(({ title }) => title);
    expect(titles.join('\n')).not.toMatch(/Add a note|Set outlet|Copy an attributed/);
    expect(await fixesOf(session, ['source.organizeImports'])).toEqual([]);
    expect((await fixesOf(session, ['quickfix'])).map(({ title }) => title)).toEqual(titles);
    await session.end();
  });

  it('is heard of a project file that another program wrote when it saves an article', async () => {
    const session = await opened();
    session.disk.texts.set(uriOf(projectName), '{ "rules": { "anonymous-source": "off" } }');
    await session.notify('textDocument/didSave', { textDocument: { uri: uriOf('one.txt') } });
    expect(codes(await session.untilMarked('one.txt', (marks) => !marks.some(isUnnamed)))).not.toContain(
      'anonymous-source',
    );
    await session.end();
  });

  it('sets what is marked by telling its settings, since it cannot be asked', async () => {
    const session = await opened();
    const settings = { secondSource: { rules: { 'anonymous-source': 'off' } } };
    await session.notify('workspace/didChangeConfiguration', { settings });
    await session.untilMarked('one.txt', (marks) => !marks.some(isUnnamed));
    await session.end();
  });

  it('is refused a command that it sends with arguments of its own', async () => {
    const session = await opened();
    const { commands = [] } = session.initialized?.capabilities.executeCommandProvider ?? {};
    const writing = commands.filter((command) => /addReview|removeReview|changeProject/.test(command));
    expect(writing).toHaveLength(3);
    for (const command of writing)
      for (const given of [undefined, null, 'x', {}, { uri: 1 }, { kind: 'dismissed', about: [] }])
        await expect(session.request('workspace/executeCommand', { command, arguments: [given] })).rejects.toThrow();
    expect(kept(session)).toEqual([]);
    await session.request('workspace/executeCommand', { command: 'secondSource.noSuchCommand', arguments: [{}] });
    await session.end();
  });

  it('sees all articles checked when it asks for that', async () => {
    const session = await opened();
    await session.request('workspace/executeCommand', { command: 'secondSource.rebuildIndex' });
    await session.request('workspace/executeCommand', { command: 'secondSource.checkAll' });
    await session.until(() => session.published.has('two.txt'));
    expect(session.told.join()).toMatch(/^2 articles checked: \d+ findings?\.$/);
    await session.end();
  });
});
