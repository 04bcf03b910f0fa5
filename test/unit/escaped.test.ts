import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { label, line } from '../../protocol/src/index.js';
import { payloads } from '../payloads.js';

describe('words of a file', () => {
  for (const { what, text } of payloads) {
    it(`stay on one line without control: ${what}`, () => {
      expect(line(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
    });

    it(`are neither icon nor link in a label: ${what}`, () => {
      expect(label`${text}`).not.toMatch(/\$\(|\]\(/);
    });
  }

  it('keep what letters and emoji need', () => {
    const words = 'می‌گوید 👩‍⚕️ said “no” for $5 (net) [sic]';
    expect(label`${words}`).toBe(words);
  });

  it('leave our own words of a label as they are', () => {
    expect(label`$(sync) ${'$(skull)'}`).toMatch(/^\$\(sync\) \$\u2060\(skull\)$/);
  });
});

describe('the client', () => {
  it('reaches VS Code’s surfaces through surfaces.ts alone, which takes escaped words only', () => {
    const raw =
      /\b(?:show(?:Error|Warning|Information)Message|setStatusBarMessage|createQuickPick|showQuickPick|showInputBox|createInputBox|createStatusBarItem|createLanguageStatusItem|withProgress|createWebviewPanel|createTreeView|MarkdownString)\b/;
    const folder = 'client/src';
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .filter((name) => name !== 'surfaces.ts' && raw.test(readFileSync(join(folder, name), 'utf8')))
      .map((name) => `${name}: go through surfaces.ts`);
    expect(found).toEqual([]);
  });
});
