import { describe, expect, it } from 'vitest';
import { corroboration, figureTable, fileStatus, findClaim } from '../../protocol/src/index.js';
import { randomOf } from '../process/kills.js';
import { courier, garden, gazette, shared } from './articles.js';
import { Session, uriOf } from './session.js';

const edits = 10_000;

/** What LSP answers a request with that was cancelled. */
const requestCancelled = -32800;

describe('ten thousand edits in a storm', () => {
  it('end in the marks of the text that they leave', async () => {
    const random = randomOf(3);
    const session = await Session.indexed({ files: { 'one.txt': gazette, 'two.txt': courier }, delay: 150 });
    await session.open('one.txt', gazette);
    for (let i = 0; i < edits / 2; i++) {
      const words = ['forty children', 'The harbour office', shared][random(3)] as string;
      // none waits for an answer, so they come faster than they can be read
      void session.replace('one.txt', words, `${words.slice(0, 4)}\uD800 “${i}`);
      void session.replace('one.txt', `${words.slice(0, 4)}\uD800 “${i}`, words);
    }
    await session.replace('one.txt', 'Lessons by radio', 'Lessons by the radio');
    const hover = await session.at('textDocument/hover', 'one.txt', 'source close');
    await session.until(() => session.published.get('one.txt')?.version === edits + 2); // it was opened as version 1
    const marks = session.published.get('one.txt')?.diagnostics;
    expect(marks).not.toEqual([]);
    await session.end();

    const text = gazette.replace('Lessons by radio', 'Lessons by the radio');
    const fresh = await Session.indexed({ files: { 'one.txt': text, 'two.txt': courier } });
    await fresh.open('one.txt', text);
    expect(await fresh.untilMarked('one.txt', (all) => all.length > 0)).toEqual(marks);
    expect(await fresh.at('textDocument/hover', 'one.txt', 'source close')).toEqual(hover);
    await fresh.end();
  });
});

describe('a request that is cancelled at any moment', () => {
  const textDocument = { uri: uriOf('one.txt') };
  const position = { line: 5, character: 10 };
  const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  const requests: Readonly<Record<string, object | null>> = {
    'textDocument/hover': { textDocument, position },
    'textDocument/definition': { textDocument, position },
    'textDocument/references': { textDocument, position, context: { includeDeclaration: true } },
    'textDocument/documentHighlight': { textDocument, position },
    'textDocument/documentSymbol': { textDocument },
    'textDocument/codeLens': { textDocument },
    'textDocument/codeAction': { textDocument, range, context: { diagnostics: [] } },
    'textDocument/semanticTokens/full': { textDocument },
    'textDocument/prepareCallHierarchy': { textDocument, position },
    'workspace/symbol': { query: 'ferry' },
    [corroboration.method]: { uri: textDocument.uri, position },
    [findClaim.method]: { text: shared, archive: true },
    [figureTable.method]: null,
    [fileStatus.method]: { uri: textDocument.uri },
    'secondSource/checkAll': { onlyOpen: false },
  };

  it('is answered, or with the error that LSP has for it, and leaves the server well', async () => {
    const random = randomOf(7);
    const session = await Session.indexed({ files: { 'one.txt': gazette, 'two.txt': courier, 'three.txt': garden } });
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', (all) => all.length > 0);
    const asked = (): Promise<unknown> => session.at('textDocument/hover', 'one.txt', 'eastern ferry');
    const before = await asked();
    const outcomes = new Set<unknown>();
    for (let i = 0; i < 20; i++)
      for (const [method, params] of Object.entries(requests)) {
        if (random(3) === 0) void session.replace('one.txt', 'Maren', 'Maren');
        outcomes.add(await session.cancelledAfter(random(6), method, params));
      }
    expect([...outcomes].sort()).toEqual([requestCancelled, 'answered']);
    expect(await asked()).toEqual(before);
    await session.end();
  });
});
