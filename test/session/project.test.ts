import { describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic, Hover } from 'vscode-languageserver/node';
import { changeProject, type ProjectDraft, sources, undoProject } from '../../protocol/src/index.js';
import type { IndexStore } from '../../server/src/sync/indexStore.js';
import type { Snapshot } from '../../server/src/workspace/store/snapshot.js';
import { courier, gazette } from './articles.js';
import { Session, uriOf } from './session.js';

const project = '.secondsource.json';
const says = (words: string) => (marks: readonly Diagnostic[]) =>
  marks.some(({ message }) => JSON.stringify(message).includes(words));
const rule = (name: string) => (marks: readonly Diagnostic[]) => marks.some(({ code }) => code === name);
const no =
  (has: (marks: readonly Diagnostic[]) => boolean) =>
  (marks: readonly Diagnostic[]): boolean =>
    !has(marks);

const outlet = (name: string): string => JSON.stringify({ articles: { 'courier.txt': { outlet: name } } });

async function opened(told?: string, more: Parameters<typeof Session.indexed>[0] = {}): Promise<Session> {
  const files = { 'gazette.txt': gazette, 'courier.txt': courier, ...(told !== undefined && { [project]: told }) };
  const session = await Session.indexed({ ...more, files });
  await session.open('gazette.txt', gazette);
  return session;
}

describe('what people know of an article', () => {
  it('is told in the marks of other articles, changes with the project file, and goes with it', async () => {
    const session = await opened(outlet('Island Post'));
    await session.untilMarked('gazette.txt', says('Island Post'));
    await session.onDisk({ [project]: outlet('Harbour Mail') });
    await session.untilMarked('gazette.txt', says('Harbour Mail'));
    await session.onDisk({ [project]: null });
    const marks = await session.untilMarked('gazette.txt', says('Bay Courier'));
    expect(no(says('Harbour Mail'))(marks)).toBe(true);
    await session.end();
  });

  it('is known of an article that is open', async () => {
    const session = await opened();
    await session.open('courier.txt', courier);
    await session.untilMarked('gazette.txt', says('Bay Courier'));
    await session.onDisk({ [project]: outlet('Island Post') });
    await session.untilMarked('gazette.txt', says('Island Post'));
    await session.end();
  });

  it('is part of what a stored index depends on', async () => {
    let kept: { readonly version: string; readonly snapshot: Snapshot } | null = null;
    const store = (version: () => string): IndexStore => ({
      place: 'memory',
      load: async () => (kept?.version === version() ? kept.snapshot : null),
      save: async (snapshot) => {
        kept = { version: version(), snapshot };
      },
    });
    const first = await opened(undefined, { store });
    await first.untilMarked('gazette.txt', says('Bay Courier'));
    await first.end();
    const second = await opened(outlet('Island Post'), { store });
    await second.untilMarked('gazette.txt', says('Island Post'));
    await second.end();
  });

  it('goes with an article that is renamed in the editor', async () => {
    const session = await opened(outlet('Island Post'));
    await session.untilMarked('gazette.txt', says('Island Post'));
    await session.onDisk({ 'courier.txt': null, 'boats.txt': courier });
    await session.untilMarked('gazette.txt', says('Bay Courier'));
    await session.notify('workspace/didRenameFiles', {
      files: [{ oldUri: uriOf('courier.txt'), newUri: uriOf('boats.txt') }],
    });
    await session.untilMarked('gazette.txt', says('Island Post'));
    expect(JSON.parse(session.disk.texts.get(uriOf(project)) ?? '')).toEqual({
      articles: { 'boats.txt': { outlet: 'Island Post' } },
    });
    await session.end();
  });

  it('is shown as words, whatever they are', async () => {
    const session = await opened(outlet('[Post](command:evil) <img src=x> \u202e$(bug)'));
    const marks = await session.untilMarked('gazette.txt', says('Post'));
    expect(marks.map(({ message }) => message).join()).not.toMatch(/\]\(command|\u202e|\$\(bug/);
    const hover = await session.at<Hover>('textDocument/hover', 'gazette.txt', 'The eastern ferry line');
    const { value } = hover.contents as { value: string };
    expect(value).toContain('Post');
    expect(value).not.toMatch(/[^\\]\]\(command:evil|<img|\u202e/);
    await session.end();
  });
});

describe('settings of the project file', () => {
  const off = '{ "rules": { "anonymous-source": "off" } }';

  it('win over those of the editor while it is there', async () => {
    const session = await opened(undefined, { settings: () => ({ rules: { 'anonymous-source': 'warning' } }) });
    await session.untilMarked('gazette.txt', rule('anonymous-source'));
    await session.onDisk({ [project]: off });
    await session.untilMarked('gazette.txt', no(rule('anonymous-source')));
    await session.onDisk({ [project]: null });
    await session.untilMarked('gazette.txt', rule('anonymous-source'));
    await session.end();
  });

  it('decide which files are read', async () => {
    const session = await opened();
    await session.untilMarked('gazette.txt', says('Bay Courier'));
    await session.onDisk({ [project]: '{ "exclude": ["courier.*"] }' });
    await session.untilMarked('gazette.txt', no(says('Bay Courier')));
    await session.end();
  });

  it('hold on while the file is damaged, which is told with its line until it is mended', async () => {
    const session = await opened(off);
    await session.untilMarked('gazette.txt', no(rule('anonymous-source')));
    const damaged = `${off}\n<<<<<<< mine\n`;
    await session.onDisk({ [project]: damaged });
    const [told] = await session.untilMarked(project, (marks) => marks.length > 0);
    expect(told?.range.start.line).toBe(1);
    expect(told?.message).toContain('the conflict was left open');
    expect(rule('anonymous-source')(session.published.get('gazette.txt')?.diagnostics ?? [])).toBe(false);
    expect([...session.disk.texts.values()]).toContain(damaged);
    await session.onDisk({ [project]: '{}' });
    await session.untilMarked(project, (marks) => marks.length === 0);
    await session.untilMarked('gazette.txt', rule('anonymous-source'));
    await session.end();
  });
});

describe('a quick fix', () => {
  /** What is offered at some words, by title. */
  async function offered(session: Session, name: string, words: string): Promise<Map<string, ProjectDraft>> {
    const start = session.positionOf(name, words, 1);
    const actions = await session.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf(name) },
      range: { start, end: start },
      context: { diagnostics: [] },
    });
    return new Map(
      actions
        .filter(({ command }) => command?.command === 'secondSource.changeProject')
        .map(({ title, command }) => [title, command?.arguments?.[0] as ProjectDraft]),
    );
  }
  /** Takes what is offered under a title, with what the person answers. */
  async function take(session: Session, drafts: Map<string, ProjectDraft>, title: string, value?: string) {
    const draft = drafts.get(title);
    if (draft === undefined) throw new Error(`“${title}” is not among ${[...drafts.keys()].join(', ')}`);
    const { uri, change } = draft;
    await session.ask(changeProject, {
      uri,
      change: value !== undefined && change.kind === 'article' ? { ...change, value } : change,
    });
  }
  const written = (session: Session): string => session.disk.texts.get(uriOf(project)) ?? '';

  it('on the headline sets the outlet, which marks of other articles tell, and takes it back', async () => {
    const session = await opened();
    await session.open('courier.txt', courier);
    await session.untilMarked('gazette.txt', says('Bay Courier'));
    const first = await offered(session, 'courier.txt', 'Island without boats\n\n');
    expect(first.get('Set outlet of this article…')?.change).toMatchObject({ value: 'Bay Courier' });
    await take(session, first, 'Set outlet of this article…', 'Island Post');
    await session.untilMarked('gazette.txt', says('Island Post'));
    expect(JSON.parse(written(session))).toEqual({ articles: { 'courier.txt': { outlet: 'Island Post' } } });
    const then = await offered(session, 'courier.txt', 'Island without boats\n\n');
    await take(session, then, 'Read outlet from the article again (now “Island Post”)');
    await session.untilMarked('gazette.txt', says('Bay Courier'));
    expect(session.disk.texts.get(uriOf('courier.txt'))).toBe(courier);
    await session.end();
  });

  it('turns a rule off in the folder', async () => {
    const session = await opened();
    await session.untilMarked('gazette.txt', rule('anonymous-source'));
    await take(
      session,
      await offered(session, 'gazette.txt', 'A source close to the company'),
      'Turn anonymous-source off in this folder',
    );
    await session.untilMarked('gazette.txt', no(rule('anonymous-source')));
    expect(JSON.parse(written(session))).toEqual({ rules: { 'anonymous-source': 'off' } });
    await session.end();
  });

  it('on a casualty figure says that its source is a side, or is none', async () => {
    const session = await opened();
    const toll = `Shells on the ferry landing\n\nTwelve people were killed at the ferry landing of Ostrava Bay on Monday, the Harbour Watch said. ${'The school stayed closed and the market opened late. '.repeat(6)}`;
    await session.open('toll.txt', toll);
    const drafts = await offered(session, 'toll.txt', 'Twelve people');
    await take(session, drafts, '“the Harbour Watch” is a side of the conflict…');
    expect(JSON.parse(written(session))).toEqual({ parties: ['the Harbour Watch'] });
    await session.untilMarked('toll.txt', rule('casualty-figure'));
    await take(session, drafts, '“the Harbour Watch” is independent…');
    expect(JSON.parse(written(session))).toEqual({ parties: [], independentBodies: ['the Harbour Watch'] });
    await session.end();
  });

  it('on a source says whose other name it is, which is one source from then on', async () => {
    const session = await opened();
    const vague = gazette.replace('A source close to the company said', 'Local media said');
    await session.open('one.txt', vague);
    await session.open('two.txt', courier.replace('The county said in a statement', 'Ostrava Radio said'));
    await session.untilMarked('one.txt', rule('anonymous-source'));
    const names = async () =>
      (await session.ask(sources, null)).flatMap((level) =>
        level.sources.map(({ name, articles }) => [name, articles]),
      );
    expect(await names()).toContainEqual(['Ostrava Radio', 1]);
    const draft = (await offered(session, 'one.txt', 'Local media')).get('“Local media” is another name of…');
    if (draft?.change.kind !== 'otherName') throw new Error('nothing is offered on the source');
    await session.ask(changeProject, { uri: draft.uri, change: { ...draft.change, of: 'Ostrava Radio' } });
    expect(JSON.parse(written(session))).toEqual({ otherNames: { 'Ostrava Radio': ['Local media'] } });
    await session.untilMarked('one.txt', no(rule('anonymous-source')));
    expect(await names()).toContainEqual(['Ostrava Radio', 2]);
    expect((await session.ask(undoProject, null)).undone).toContain(project);
    await session.untilMarked('one.txt', rule('anonymous-source'));
    expect(await names()).toContainEqual(['Ostrava Radio', 1]);
    expect(session.disk.texts.has(uriOf(project))).toBe(false);
    await session.end();
  });

  it('is undone step by step, but never over what somebody else wrote since', async () => {
    const session = await opened('{}\n');
    const words = 'A source close to the company';
    expect(await session.ask(undoProject, null)).toEqual({ undone: null });
    await take(session, await offered(session, 'gazette.txt', words), 'Show anonymous-source as hints in this folder');
    const first = written(session);
    await take(session, await offered(session, 'gazette.txt', words), 'Turn anonymous-source off in this folder');
    const second = written(session);
    expect(second).not.toBe(first);
    await session.ask(undoProject, null);
    expect(written(session)).toBe(first);
    await session.onDisk({ [project]: `// mine\n${first}` });
    await expect(session.ask(undoProject, null)).rejects.toThrow('changed by others since');
    expect(written(session)).toBe(`// mine\n${first}`);
    await session.onDisk({ [project]: first });
    await session.ask(undoProject, null);
    expect(written(session)).toBe('{}\n');
    await session.untilMarked('gazette.txt', rule('anonymous-source'));
    await session.end();
  });

  it('is refused with the reason, and writes nothing', async () => {
    const damaged = '{\n<<<<<<< mine\n';
    const session = await opened(damaged);
    const drafts = await offered(session, 'gazette.txt', 'Lessons by radio\n\n');
    await expect(take(session, drafts, 'Set date of this article…', '2031-04-01')).rejects.toThrow('line 2 of');
    expect(written(session)).toBe(damaged);
    await session.onDisk({ [project]: '{}' });
    await expect(take(session, drafts, 'Set date of this article…', '31 April')).rejects.toThrow('must be a day');
    expect(written(session)).toBe('{}');
    await session.end();
  });

  it('is not offered outside of all folders', async () => {
    const session = await Session.indexed({ folders: null });
    await session.open('gazette.txt', gazette);
    await session.untilMarked('gazette.txt', rule('anonymous-source'));
    expect(await offered(session, 'gazette.txt', 'Lessons by radio\n\n')).toEqual(new Map());
    await session.end();
  });
});
