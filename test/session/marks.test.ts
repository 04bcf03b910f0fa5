import { describe, expect, it } from 'vitest';
import { DiagnosticSeverity, type Hover } from 'vscode-languageserver/node';
import { courier, garden, gazette, hostile, shared } from './articles.js';
import { Session } from './session.js';

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
