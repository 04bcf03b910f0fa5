import { describe, expect, it } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  DocumentHighlight,
  DocumentSymbol,
  Location,
  SemanticTokens,
  SymbolInformation,
} from 'vscode-languageserver/node';
import {
  claimsAsMarkdown,
  corroboration,
  findClaim,
  rebuildIndex,
  sentences,
  sourceGraph,
  sources,
} from '../../protocol/src/index.js';
import { courier, gazette, shared } from './articles.js';
import { nameOf, Session, uriOf } from './session.js';

const pair = { 'one.txt': gazette, 'two.txt': courier };
const openPair = async (): Promise<Session> => {
  const session = await Session.indexed({ files: pair });
  await session.open('one.txt', gazette);
  return session;
};
const document = (name: string): { textDocument: { uri: string } } => ({ textDocument: { uri: uriOf(name) } });

describe('a request', () => {
  it('is refused before the server was asked to start, and after it was asked to stop', async () => {
    const early = Session.connect();
    await expect(early.request('workspace/symbol', { query: 'ferry' })).rejects.toMatchObject({ code: -32002 });
    const session = await Session.indexed({ files: { 'one.txt': gazette } });
    await session.request('shutdown', null);
    await expect(session.request('workspace/symbol', { query: 'ferry' })).rejects.toMatchObject({ code: -32600 });
    await expect(session.ask(rebuildIndex, null)).rejects.toMatchObject({ code: -32600 });
  });
});

describe('a cancelled request', () => {
  it('is answered with the error of LSP, not with nothing', async () => {
    const session = await openPair();
    for (const method of ['textDocument/hover', 'textDocument/references', 'textDocument/documentSymbol']) {
      const error = await session.cancelled(method, {
        ...document('one.txt'),
        position: { line: 0, character: 0 },
        context: { includeDeclaration: true },
      });
      expect(error.code, method).toBe(-32800);
    }
    await session.end();
  });
});

describe('an answer', () => {
  it('is about the newest text, even in the middle of typing', async () => {
    const session = await openPair();
    await session.replace('one.txt', 'A source close to the company', 'Jonas Ferrel');
    expect(JSON.stringify(await session.at('textDocument/hover', 'one.txt', 'Jonas Ferrel'))).not.toContain(
      'anonymous',
    );
    await session.end();
  });
});

describe('the menus of the editor', () => {
  it('Find All References: every mention of a claim, earliest first', async () => {
    const session = await openPair();
    const found = await session.at<Location[]>('textDocument/references', 'one.txt', shared, {
      context: { includeDeclaration: true },
    });
    expect(found.map(({ uri }) => nameOf(uri))).toEqual(['one.txt', 'two.txt']);
    await session.end();
  });

  it('Find All References: on a source that no claim covers, wherever it is cited', async () => {
    const session = await openPair();
    const found = await session.at<Location[]>('textDocument/references', 'one.txt', 'Maren Holt', {
      context: { includeDeclaration: true },
    });
    expect(found.length).toBeGreaterThan(0);
    await session.end();
  });

  it('Go to Definition: the earliest dated mention', async () => {
    const session = await Session.indexed({ files: pair });
    await session.open('two.txt', courier);
    const found = await session.at<Location[]>('textDocument/definition', 'two.txt', shared);
    expect(found.map(({ uri }) => nameOf(uri))).toEqual(['one.txt']);
    await session.end();
  });

  it('Outline: who says what, by source', async () => {
    const session = await openPair();
    const symbols = await session.request<DocumentSymbol[]>('textDocument/documentSymbol', document('one.txt'));
    const source = symbols.find(({ name }) => name.startsWith('A source close'));
    expect(source?.children?.[0]?.name).toContain('the new boats had never been paid for');
    await session.end();
  });

  it('highlights all that one source says', async () => {
    const session = await openPair();
    const found = await session.at<DocumentHighlight[]>('textDocument/documentHighlight', 'one.txt', 'source close');
    const lines = new Set(found.map(({ range }) => range.start.line));
    expect(lines).toContain(session.positionOf('one.txt', 'the new boats').line);
    expect(await session.at('textDocument/documentHighlight', 'one.txt', 'Tilmouth')).toBeNull();
    await session.end();
  });

  it('Call Hierarchy: who cites a source, and whom an outlet cites', async () => {
    const session = await openPair();
    const [item] = await session.at<CallHierarchyItem[]>(
      'textDocument/prepareCallHierarchy',
      'one.txt',
      'source close',
    );
    const callers = await session.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item: item as CallHierarchyItem,
    });
    expect(callers.map(({ from }) => from.name)).toEqual(['Ostrava Gazette']);
    const callees = await session.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item: callers[0]?.from as CallHierarchyItem,
    });
    expect(callees.map(({ to }) => to.name).join()).toContain('ource');
    await session.end();
  });

  it('a lens above the headline counts what is to question and the claims elsewhere, if one wants it', async () => {
    const session = await openPair();
    const [lens] = await session.request<CodeLens[]>('textDocument/codeLens', document('one.txt'));
    expect(lens?.command).toMatchObject({ command: 'secondSource.showCorroboration', arguments: [uriOf('one.txt')] });
    expect(lens?.command?.title).toMatch(/^1 to question · 1 unnamed source · \d+ claims? elsewhere/);
    await session.changeSettings(() => ({ codeLens: false, rules: { 'repeated-claim': 'off' } }));
    await session.untilMarked('one.txt', (marks) => marks.every(({ code }) => code !== 'repeated-claim'));
    expect(await session.request('textDocument/codeLens', document('one.txt'))).toEqual([]);
    await session.end();
  });

  it('workspace symbols find a claim by its words', async () => {
    const session = await openPair();
    const found = await session.request<SymbolInformation[]>('workspace/symbol', { query: 'ferry ANCHORS' });
    expect(found.map(({ location }) => nameOf(location.uri))).toEqual(['one.txt']);
    expect(await session.request('workspace/symbol', { query: 'submarine' })).toEqual([]);
    await session.end();
  });

  it('colours are for quotations, sources and cues, none across a line', async () => {
    const session = await openPair();
    const { data } = await session.request<SemanticTokens>('textDocument/semanticTokens/full', document('one.txt'));
    const types = new Set(data.filter((_, i) => i % 5 === 3));
    expect([...types].sort()).toEqual([0, 1, 2]);
    const longest = Math.max(...gazette.split('\n').map((line) => line.length));
    expect(Math.max(...data.filter((_, i) => i % 5 === 2))).toBeLessThanOrEqual(longest);
    await session.end();
  });
});

describe('a claim that one looks for', () => {
  it('is found in other words than typed, with outlet and date', async () => {
    const session = await openPair();
    const { claims, archive } = await session.ask(findClaim, {
      text: 'harbour office closed the eastern ferry line',
      archive: false,
    });
    expect(
      claims
        .slice(0, 2)
        .map(({ outlet }) => outlet)
        .sort(),
    ).toEqual(['Bay Courier', 'Ostrava Gazette']);
    expect(claims[0]).toMatchObject({ sentence: shared, place: { range: { start: { character: 0 } } } });
    expect(archive, 'none is set').toBe(null);
    expect(await session.ask(findClaim, { text: '', archive: true })).toEqual({ claims: [], archive: null });
    await session.end();
  });
});

describe('corroboration, for the panel', () => {
  it('groups mentions by claim, with outlet, date, context and shared words', async () => {
    const session = await openPair();
    const found = await session.ask(corroboration, {
      uri: uriOf('one.txt'),
      position: session.positionOf('one.txt', shared, 5),
    });
    const claim = found?.claims.find(({ id }) => id === found.focus);
    expect(claim).toMatchObject({ count: '2 files, 1 origin', here: [{ text: shared }] });
    const [mention] = claim?.mentions ?? [];
    expect(mention).toMatchObject({ outlet: 'Bay Courier', date: '2031-02-05', relation: 'copy', file: 'two.txt' });
    expect(mention?.passage.before, 'a headline, which would run into the sentence').toBe('');
    expect(mention?.passage.after).toContain('Jonas Ferrel');
    expect(mention?.passage.pieces.map(({ text }) => text).join('')).toBe(shared);
    expect(mention?.passage.pieces.some(({ shared: same }) => same)).toBe(true);
    await session.end();
  });

  it('lists the claims of all articles, what needs attention first, each as its first article has it', async () => {
    const session = await openPair();
    const found = await session.ask(corroboration, { uri: null });
    expect(found).toMatchObject({ uri: null, title: 'All articles', possible: [], more: '' });
    const claim = found?.claims.find(({ here }) => here[0]?.text === shared);
    expect(claim?.here[0]).toMatchObject({ outlet: 'Ostrava Gazette', place: { uri: uriOf('one.txt') } });
    expect(claim?.mentions).toMatchObject([{ outlet: 'Bay Courier', relation: 'copy' }]);
    await session.end();
  });

  it('gives the claims that are asked for as Markdown, each mention with its citation', async () => {
    const session = await openPair();
    const uri = uriOf('one.txt');
    const [claim] = (await session.ask(corroboration, { uri }))?.claims ?? [];
    const text = await session.ask(claimsAsMarkdown, { uri, ids: [claim!.id] });
    expect(text).toMatch(/^> .+\n>\n> — Ostrava Gazette, .+ \(one\\\.txt, line \d+\)/);
    expect(text).toMatch(/^- \*\*Text reused\*\*: “.+” — Bay Courier, 2031-02-05.* \(two\\\.txt, line \d+\)$/m);
    expect(await session.ask(claimsAsMarkdown, { uri, ids: [] })).toBe('');
    await session.end();
  });

  it('gives the sentences of an article, a line each, to lay two side by side', async () => {
    const session = await openPair();
    const lines = (await session.ask(sentences, { uri: uriOf('one.txt') }))?.split('\n');
    expect(lines).toContain(shared);
    expect(await session.ask(sentences, { uri: uriOf('nothing.txt') })).toBeNull();
    await session.end();
  });

  it('is null for what is no article', async () => {
    const session = await openPair();
    expect(await session.ask(corroboration, { uri: uriOf('nothing.txt') })).toBeNull();
    await session.end();
  });
});

describe('sources of the workspace', () => {
  it('are listed by level, those without a name first, with how often and by whom they are quoted', async () => {
    const files = {
      'one.txt': `${shared}\n\nThe bridge was closed, a senior official said. Marta Oren, the mayor, said it would open soon.\n`,
      'two.txt': `Island without boats\n\nNobody was hurt, a senior official said. The ferry company has closed its office on the island.\n`,
    };
    const session = await Session.indexed({ files });
    const levels = await session.ask(sources, null);
    const [first] = levels;
    expect(first).toMatchObject({ level: 'unnamed-role', unnamed: true, count: 1 });
    expect(first?.sources[0]).toMatchObject({ quoted: 2, articles: 2 });
    expect(first?.sources[0]?.quotations.map(({ place }) => place.uri).sort()).toEqual(
      ['one.txt', 'two.txt'].map(uriOf),
    );
    expect(levels.at(-1)).toMatchObject({ level: 'named-person', unnamed: false });
    await session.end();
  });
});

describe('who rests on whom', () => {
  it('is told of the claims that are shared: outlets cite sources, a later outlet has text of an earlier one', async () => {
    const told = 'The ferry was stopped between the islands on Monday by two grey boats, a dock worker said.';
    const article = (outlet: string, day: number): string =>
      `---\noutlet: ${outlet}\ndate: 2031-02-0${day}\n---\nFerry stopped\n\n${told}\n\nNobody was hurt, and the island has enough flour for weeks.\n`;
    const session = await Session.indexed({
      files: { 'one.txt': article('Bay Courier', 4), 'two.txt': article('Ostrava Gazette', 5) },
    });
    const { nodes, arrows } = await session.ask(sourceGraph, { uri: null });
    const name = (at: number): string => nodes[at]!.name;
    expect(arrows.map(({ from, to, kind }) => `${name(from)} ${kind} ${name(to)}`).sort()).toEqual([
      'Bay Courier cites a dock worker',
      'Ostrava Gazette cites a dock worker',
      'Ostrava Gazette copies Bay Courier',
    ]);
    expect(nodes.find((node) => node.name === 'a dock worker')?.kind).toBe('unnamed');
    expect(await session.ask(sourceGraph, { uri: uriOf('one.txt') })).toMatchObject({ nodes: { length: 3 } });
    await session.end();
  });

  it('has one box for a body, with or without its article', async () => {
    const told = 'said that two grey boats stopped the ferry between the islands on Monday.';
    const session = await Session.indexed({
      files: {
        'one.txt': `---\noutlet: Bay Courier\ndate: 2031-02-04\n---\nFerry stopped\n\nThe Harbour Ministry ${told}\n\nThe island has flour for weeks, and more will come by sea.\n`,
        'two.txt': `---\noutlet: Ostrava Gazette\ndate: 2031-02-05\n---\nBoats\n\nOn Tuesday Harbour Ministry officials wrote to the island.\n\nHarbour Ministry ${told}\n`,
      },
    });
    const { nodes } = await session.ask(sourceGraph, { uri: null });
    expect(nodes.filter(({ name }) => name.endsWith('Harbour Ministry'))).toHaveLength(1);
    await session.end();
  });
});
