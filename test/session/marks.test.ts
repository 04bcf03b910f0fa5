import { describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver-protocol';
import { bridge } from './articles.js';
import { Session } from './session.js';

describe('marks of an open article', () => {
  it('come with a code, a page about it and the words', async () => {
    const session = await Session.indexed();
    await session.open('one.txt', bridge);
    const marks = await session.untilMarked('one.txt', (diagnostics) => diagnostics.length > 0);
    const mark = marks.find(({ code }) => code === 'anonymous-source');
    expect(mark).toMatchObject({
      source: 'Second Source',
      codeDescription: { href: 'file:///docs/anonymous-source.md' },
    });
    await session.end();
  });

  it('go when the words go', async () => {
    const session = await Session.indexed();
    await session.open('one.txt', bridge);
    await session.untilMarked('one.txt', (diagnostics) => diagnostics.length > 0);
    await session.replace('one.txt', 'A source close to the company', 'Maren Holt, the engineer of the company,');
    await session.untilMarked('one.txt', (diagnostics) => diagnostics.every(({ code }) => code !== 'anonymous-source'));
    await session.end();
  });

  it('explain themselves', async () => {
    const session = await Session.indexed();
    await session.open('one.txt', bridge);
    const hover = await session.at<Hover>('textDocument/hover', 'one.txt', 'source close');
    expect(hover).toMatchObject({ contents: { kind: 'markdown' } });
    expect(JSON.stringify(hover)).toContain('anonymous-source');
    await session.end();
  });
});
