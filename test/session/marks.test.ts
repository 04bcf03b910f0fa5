import { describe, expect, it } from 'vitest';
import { DiagnosticSeverity, type Hover } from 'vscode-languageserver/node';
import { corroboration } from '../../protocol/src/index.js';
import { courier, garden, gazette, hostile, shared } from './articles.js';
import { Session, uriOf } from './session.js';

const has =
  (rule: string) =>
  (diagnostics: readonly { code?: unknown }[]): boolean =>
    diagnostics.some(({ code }) => code === rule);

const textOf = (hover: Hover | null): string => (hover?.contents as { value: string } | undefined)?.value ?? '';

describe('marks of an open article', () => {
  it('come with a code, a page about it and a source', async () => {
    const session = await Session.indexed();
    await session.open('one.txt', gazette);
    const marks = await session.untilMarked('one.txt', has('anonymous-source'));
    expect(marks.find(({ code }) => code === 'anonymous-source')).toMatchObject({
      source: 'Second Source',
      codeDescription: { href: 'file:///docs/anonymous-source.md' },
      range: { start: session.positionOf('one.txt', 'A source close') },
    });
    await session.end();
  });

  it('follow an edit, for the version that was edited', async () => {
    const session = await Session.indexed();
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', has('anonymous-source'));
    await session.replace('one.txt', 'A source close to the company', 'Maren Holt');
    await session.untilMarked('one.txt', (marks) => !has('anonymous-source')(marks));
    expect(session.published.get('one.txt')?.version).toBe(2);
    await session.end();
  });

  it('stand at the right characters after emoji, accents and Windows line ends', async () => {
    const session = await Session.indexed();
    const text = gazette
      .replace('The harbour office did', '😀 e\u0301 The harbour office did')
      .replaceAll('\n', '\r\n');
    await session.open('one.txt', text.replace('A source close', '😀😀 – A source close'));
    const marks = await session.untilMarked('one.txt', has('anonymous-source'));
    const mark = marks.find(({ code }) => code === 'anonymous-source');
    expect(mark?.range.start).toEqual(session.positionOf('one.txt', 'A source close'));
    await session.end();
  });

  it('go when the file is closed, and no file that is not open has any', async () => {
    const session = await Session.indexed({ files: { 'one.txt': gazette, 'two.txt': courier } });
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', has('anonymous-source'));
    await session.close('one.txt');
    await session.untilMarked('one.txt', (marks) => marks.length === 0);
    expect(session.published.has('two.txt')).toBe(false);
    await session.end();
  });

  it('are made in any file system, whose articles are told of by their URIs', async () => {
    const [one, two] = ['memfs:/newsroom/one.txt', 'memfs:/newsroom/two.txt'];
    const session = await Session.indexed({ folders: ['memfs:/newsroom'], files: { [two]: courier } });
    await session.open(one, gazette);
    await session.untilMarked('one.txt', has('anonymous-source'));
    const found = await session.ask(corroboration, { uri: one });
    expect(found?.claims[0]?.mentions.map(({ place }) => place.uri)).toEqual([two]);
    await session.end();
  });

  it('are made in untitled documents and outside all folders, too', async () => {
    const session = await Session.indexed({ folders: null });
    await session.open('untitled:Untitled-1', gazette);
    await session.untilMarked('untitled:Untitled-1', has('anonymous-source'));
    await session.end();
  });

  it('point to the other file that makes the claim', async () => {
    const session = await Session.indexed({ files: { 'two.txt': courier } });
    await session.open('one.txt', gazette);
    const marks = await session.untilMarked('one.txt', has('repeated-claim'));
    const related = marks.find(({ code }) => code === 'repeated-claim')?.relatedInformation?.[0];
    expect(related?.location).toMatchObject({
      uri: 'file:///articles/two.txt',
      range: { start: { line: session.positionOf('two.txt', shared).line } },
    });
    await session.end();
  });
});

describe('settings', () => {
  it('turn a rule off or give it another severity, without a restart', async () => {
    const session = await Session.indexed();
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', has('anonymous-source'));
    await session.changeSettings(() => ({ rules: { 'anonymous-source': 'hint' } }));
    const hinted = await session.untilMarked('one.txt', (marks) =>
      marks.some(({ severity, code }) => code === 'anonymous-source' && severity === DiagnosticSeverity.Hint),
    );
    expect(hinted.length).toBeGreaterThan(0);
    await session.changeSettings(() => ({ rules: { 'anonymous-source': 'off' } }));
    await session.untilMarked('one.txt', (marks) => !has('anonymous-source')(marks));
    await session.end();
  });

  it('that cannot be read are told, and their defaults hold', async () => {
    const session = await Session.indexed({ settings: () => ({ include: 7 }) });
    await session.until(() => session.status?.notices.some((notice) => notice.includes('include')) ?? false);
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', has('anonymous-source'));
    await session.end();
  });

  it('differ between folders', async () => {
    const session = await Session.indexed({
      folders: ['file:///loud', 'file:///quiet'],
      settings: (folder) => (folder === 'file:///quiet' ? { rules: { 'anonymous-source': 'off' } } : {}),
    });
    await session.open('file:///loud/one.txt', gazette);
    await session.open('file:///quiet/two.txt', gazette.replace('A source close', 'A source very close'));
    await session.untilMarked('one.txt', has('anonymous-source'));
    await session.untilMarked('two.txt', has('repeated-claim'));
    expect(has('anonymous-source')(session.published.get('two.txt')?.diagnostics ?? [])).toBe(false);
    await session.end();
  });

  it('show the marks of all articles where one asks for them', async () => {
    const session = await Session.indexed({
      files: { 'one.txt': gazette, 'three.txt': garden },
      settings: () => ({ diagnostics: { scope: 'allArticles' } }),
    });
    await session.untilMarked('one.txt', has('anonymous-source'));
    await session.end();
  });
});

/** A sentence that only repeats another file, one with a weak source, and one that the other file contradicts. */
const quay = `The quay at Tilmouth

The council of Tilmouth will repair the old quay before the winter.

${shared}

A source said that the lamp on the pier is older than the town. A lawyer familiar with the case said that 40 people were injured when the crane fell on the Tilmouth fish market on Friday.

The town band played on Sunday, and the children ate cake.
`;

describe('a level of reading', () => {
  const marked = async (reading: string): Promise<[string, string][]> => {
    const session = await Session.indexed({ files: { 'two.txt': courier }, settings: () => ({ reading }) });
    await session.open('one.txt', quay);
    const marks = await session.untilMarked('one.txt', has('anonymous-source'));
    await session.end();
    return marks.map(({ code, range }) => [String(code), quay.split('\n')[range.start.line]?.slice(0, 12) ?? '']);
  };
  const rests: [string, string] = ['anonymous-source', 'A source sai'];

  it('essential marks what a desk would stop for', async () => {
    expect(await marked('essential')).toEqual([rests]);
  });

  it('standard marks what it would question, too', async () => {
    expect(await marked('standard')).toEqual([rests, rests]);
  });

  it('everything marks all that is found, once a sentence', async () => {
    expect(await marked('everything')).toEqual([['repeated-claim', 'The eastern '], rests, rests]);
  });

  it('changes what is marked and nothing else: no file is read again, and the hover tells what is not marked', async () => {
    const session = await Session.indexed({
      files: { 'two.txt': courier },
      settings: () => ({ reading: 'everything' }),
    });
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', has('repeated-claim'));
    const { reads } = session.disk;
    await session.changeSettings(() => ({ reading: 'essential' }));
    await session.untilMarked('one.txt', (marks) => !has('repeated-claim')(marks));
    expect(session.disk.reads).toBe(reads);
    const text = textOf(await session.at<Hover>('textDocument/hover', 'one.txt', 'eastern ferry line'));
    expect(text).toContain('**repeated-claim**');
    expect(text).toContain('The same claim is made in one other file');
    await session.end();
  });

  it('that is none is told, with the one that is used', async () => {
    const session = await Session.indexed({ settings: () => ({ reading: 'loud' }) });
    await session.until(() => session.status !== null && session.status.notices.length > 0);
    expect(session.status?.notices.join()).toContain('"standard" is used instead');
    await session.end();
  });
});

describe('switched off', () => {
  it('an article has no marks, hovers, lines or colours, and on again it has', async () => {
    const session = await Session.indexed({ files: { 'two.txt': courier } });
    const asked = ['codeLens', 'semanticTokens/full'].map((what) => `textDocument/${what}`);
    const answers = async (): Promise<string> => {
      const document = { textDocument: { uri: uriOf('one.txt') } };
      const all = await Promise.all(asked.map((method) => session.request(method, document)));
      const told = JSON.stringify([await session.at('textDocument/hover', 'one.txt', 'source close'), ...all]);
      return told.replace(/"resultId":"\d+",/, '');
    };
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', has('anonymous-source'));
    const before = await answers();
    await session.changeSettings(() => ({ enabled: false }));
    await session.untilMarked('one.txt', (marks) => marks.length === 0);
    expect(await answers()).toBe(JSON.stringify([null, [], { data: [] }]));
    await session.changeSettings(() => ({}));
    await session.untilMarked('one.txt', has('anonymous-source'));
    expect(await answers()).toBe(before);
    await session.end();
  });
});

describe('a hover', () => {
  it('says which rule, who says what, and what would settle it', async () => {
    const session = await Session.indexed();
    await session.open('one.txt', gazette);
    const text = textOf(await session.at<Hover>('textDocument/hover', 'one.txt', 'source close'));
    expect(text).toContain('**anonymous-source**');
    expect(text).toContain('What would settle it');
    expect(text).toContain('Ostrava Gazette → A source close to the company');
    expect(text).toContain('the new boats had never been paid for');
    await session.end();
  });

  it('says who else makes the claim, when, and how many origins there are', async () => {
    const session = await Session.indexed({ files: { 'two.txt': courier } });
    await session.open('one.txt', gazette);
    const text = textOf(await session.at<Hover>('textDocument/hover', 'one.txt', 'eastern ferry line'));
    expect(text).toContain('2 files, 1 origin');
    expect(text).toMatch(/\[Bay Courier\]\(file:\/\/\/articles\/two\.txt#L\d+\), 2031\\-02\\-05/);
    await session.end();
  });

  it('lets article text be nothing but text', async () => {
    const session = await Session.indexed();
    await session.open('one.txt', hostile);
    const text = textOf(await session.at<Hover>('textDocument/hover', 'one.txt', 'source close'));
    expect(text).toContain('source close to');
    expect(text).not.toContain('](https');
    expect(text).not.toContain('https://');
    expect(text).not.toContain('<img');
    await session.end();
  });
});
