import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { figureTable } from '../../protocol/src/index.js';
import { Session, uriOf } from './session.js';

/** How figures and findings are worded for people. */
const ferry = `---
outlet: Ostrava Gazette
date: 2031-02-04
---
Ferry sinks off Tilmouth

A source close to the company said that 12 people were killed when the ferry sank off Tilmouth on Monday.

The hospital said that three of the injured died in the night.
`;

const harbour = `---
outlet: Bay Courier
date: 2031-02-04
---
A night at the harbour

The hospital of Tilmouth said that 40 people were killed when the ferry sank off Tilmouth on Monday.

The harbour was closed in the afternoon, and the families waited in the hall of the fish market.
`;

async function titlesAt(session: Session, words: string): Promise<string[]> {
  const start = session.positionOf('one.txt', words, 1);
  const actions: CodeAction[] = await session.request('textDocument/codeAction', {
    textDocument: { uri: uriOf('one.txt') },
    range: { start, end: start },
    context: { diagnostics: [] },
  });
  return actions.map(({ title }) => title);
}

describe('the words', () => {
  it('of a draft fit into a sentence, and those of a quick fix stand apart', async () => {
    const session = await Session.indexed({ files: { 'one.txt': ferry, 'two.txt': harbour } });
    await session.open('one.txt', ferry);
    await session.untilMarked('one.txt', (marks) =>
      marks.some(({ message }) => String(message).includes('reports otherwise')),
    );
    const titles = await titlesAt(session, 'A source close');
    expect(titles).toContain(
      'Copy an attributed wording: “12 people killed, according to a source close to the company; 40 according to the hospital of Tilmouth (Bay Courier)”',
    );
    expect(titles).toContain('Dismiss this finding… anonymous-source: “A source close to the company”');
    await session.end();
  });

  it('of a figure in the table are those of the article', async () => {
    const session = await Session.indexed({ files: { 'one.txt': ferry } });
    const { rows } = await session.ask(figureTable, null);
    expect(rows.map(({ words, following }) => `${words} ${following}`)).toContain('three of the injured');
    await session.end();
  });
});
