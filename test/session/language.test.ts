import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver/node';
import { corroboration, exportFindings, type Language } from '../../protocol/src/index.js';
import { courier, gazette } from './articles.js';
import { Session, uriOf } from './session.js';

const german: Language = { code: 'de', sentences: JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8')) };
const files = { 'one.txt': gazette, 'two.txt': courier };
const unnamed = (marks: readonly { code?: unknown }[]): boolean =>
  marks.some(({ code }) => code === 'anonymous-source');

/** What a program is handed, from an editor that speaks a language. */
async function exported(language?: Language): Promise<string> {
  const session = await Session.indexed({ files, ...(language && { language }) });
  const { text } = await session.ask(exportFindings, { format: 'json', folder: null });
  await session.end();
  return text;
}

describe('a person who is spoken to in German', () => {
  it('reads marks, hovers and the panel in German, with the words of the article as they are', async () => {
    const session = await Session.indexed({ files, language: german });
    await session.open('one.txt', gazette);
    const marks = await session.untilMarked('one.txt', unnamed);
    const mark = marks.find(({ code }) => code === 'anonymous-source');
    expect(mark?.message).toBe('“A source close to the company”: kein Name, keine Rolle.');
    const hover = (await session.at('textDocument/hover', 'one.txt', 'A source close')) as Hover;
    expect((hover.contents as { value: string }).value).toContain('*Was es klären würde:*');
    const panel = await session.ask(corroboration, { uri: uriOf('one.txt') });
    expect(panel?.claims[0]?.count).toMatch(/^2 Dateien/);
    await session.end();
  });

  it('hands programs the same report as anybody', async () => {
    const report = await exported(german);
    expect(JSON.parse(report).files).toHaveLength(2);
    expect(report).toBe(await exported());
  });
});
