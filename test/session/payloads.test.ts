import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import {
  addReview,
  changeIncident,
  corroboration,
  exportFormats,
  figureTable,
  fileStatus,
  findClaim,
  importNotes,
  type ReviewDraft,
  reviews,
  sourceGraph,
  sources,
} from '../../protocol/src/index.js';
import { payloads } from '../payloads.js';
import { Session, uriOf } from './session.js';

/** An article whose every word that can be chosen by who writes it is a payload. */
const article = (text: string, day: number): string => `---
title: ${JSON.stringify(`${text} title`)}
outlet: ${JSON.stringify(`${text} outlet ${day}`)}
author: ${JSON.stringify(`${text} author`)}
date: 2031-04-0${day}
---
At least 12 people were killed at Quillan on Monday, a source close to the council said.

Shells struck the market at Quillan while people queued for bread, said a source close to ${text.replaceAll('\0', '')} on Monday.

Traders pulled down their shutters and carried the wounded to the school, where two nurses had opened a room.
`;

/** What a person sees is a string in an answer; texts of documents and names of files are not among them. */
function* shownIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) if (!notShown.has(key)) yield* shownIn(part);
}
const notShown = new Set(['uri', 'targetUri', 'href', 'file', 'data', 'arguments']);

describe('a text that tries to act', () => {
  for (const { what, text } of payloads)
    it(`has no control or direction sign in any answer of the server: ${what}`, async () => {
      const files = { 'one.txt': article(text, 1), 'two.txt': article(text, 2) };
      const session = await Session.indexed({ files });
      await session.open('one.txt', files['one.txt']);
      const marks = await session.untilMarked('one.txt', (all) => all.length > 0);
      const textDocument = { uri: uriOf('one.txt') };
      const position = session.positionOf('one.txt', 'Shells struck');
      const items = await session.at<object[]>('textDocument/prepareCallHierarchy', 'one.txt', 'a source close');
      const fixes = await session.request<CodeAction[]>('textDocument/codeAction', {
        textDocument,
        range: { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } },
        context: { diagnostics: marks },
      });
      const drafts = fixes.flatMap(({ command }) => (command?.arguments ?? []) as ReviewDraft[]);
      for (const draft of drafts.filter(({ kind }) => kind === 'note').slice(0, 2))
        await session.ask(addReview, { ...draft, text: `${text} note`, creator: `${text} creator` });
      const { rows } = await session.ask(figureTable, null);
      await session.ask(changeIncident, { kind: 'moved', figures: rows, others: [], creator: `${text} creator` });
      const damaged = 'file:///articles/.secondsource/reviews/1.json';
      await session.onDisk({ [damaged]: JSON.stringify({ version: 1, kind: text }) });
      const damages = await session.untilMarked('1.json', (all) => all.length > 0);
      const foreign = (exact: string) => ({
        creator: { name: `${text} creator` },
        bodyValue: `${text} body`,
        target: { source: `${text} source`, selector: { type: 'TextQuoteSelector', exact } },
      });
      const notes = JSON.stringify([foreign('the wounded to the school'), foreign(`${text} words`), { target: text }]);
      const answers: unknown[] = [
        await session.ask(importNotes, { folder: 'file:///articles', text: notes }),
        await session.ask(exportFormats, null),
        await session.at('textDocument/hover', 'one.txt', 'the wounded to the school'),
        fixes,
        damages,
        await session.ask(reviews, null),
        marks,
        items,
        await session.at('textDocument/hover', 'one.txt', 'At least 12'),
        await session.at('textDocument/hover', 'one.txt', 'a source close to the council'),
        await session.at('textDocument/hover', 'one.txt', 'Shells struck'),
        await session.request('textDocument/documentSymbol', { textDocument }),
        await session.request('textDocument/codeLens', { textDocument }),
        await session.request('textDocument/codeAction', {
          textDocument,
          range: (marks[0] as { range: object }).range,
          context: { diagnostics: marks },
        }),
        await session.request('workspace/symbol', { query: 'Shells' }),
        ...(await Promise.all((items ?? []).map((item) => session.request('callHierarchy/incomingCalls', { item })))),
        ...(await Promise.all((items ?? []).map((item) => session.request('callHierarchy/outgoingCalls', { item })))),
        await session.ask(corroboration, { uri: uriOf('one.txt'), position }),
        await session.ask(corroboration, { uri: null }),
        await session.ask(findClaim, { text: 'Shells struck the market at Quillan', archive: false }),
        await session.ask(figureTable, null),
        await session.ask(sources, null),
        await session.ask(sourceGraph, { uri: null }),
        await session.ask(fileStatus, { uri: uriOf('one.txt') }),
        session.status,
      ];
      expect(answers.filter((answer) => answer === null || answer === undefined)).toEqual([]);
      const acting = [...shownIn(answers)].filter((words) =>
        /[\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cc}]/u.test(words.replace(/[\n\t]/g, '')),
      );
      expect(acting).toEqual([]);
      await session.end();
    });
});
