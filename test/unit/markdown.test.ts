import { describe, expect, it } from 'vitest';
import { escapeMarkdown, link } from '../../server/src/features/markdown.js';
import { payloads } from '../payloads.js';

describe('article text in Markdown', () => {
  for (const [what, text] of [
    ['a link', '[click](command:evil)'],
    ['a picture', '![x](https://example.org/x.png)'],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['an entity', '&lt;script&gt;'],
    ['an address', 'see https://example.org or www.example.org or a@example.org'],
    ['a code span', '`rm`'],
    ['a heading, a list, a rule', '# one\n- two\n---'],
    ['a table', '| a | b |'],
    ['control characters', 'a\u0007b\u2028c'],
  ] as const)
    it(`is never ${what}`, () => {
      const safe = escapeMarkdown(text);
      // nothing that could begin markup stands without a backslash, and every sign of HTML is an entity
      expect(safe.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/&#\d+;/g, '')).not.toMatch(
        /[\\`*_{}[\]()#+!|~<>&@:]|www|\n/,
      );
    });

  for (const { what, text } of payloads)
    it(`draws, links and turns nothing: ${what}`, () => {
      const safe = escapeMarkdown(text);
      expect(safe).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
      expect(safe.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/&#\d+;/g, '')).not.toMatch(
        /[\\`*_{}[\]()#+!|~$<>&:@^=]|www/i,
      );
    });

  it('keeps its words', () => {
    expect(escapeMarkdown('Marie said “no”')).toBe('Marie said “no”');
  });

  it('cannot end a link early', () => {
    expect(link('a](b', 'file:///x/(y) z.txt#L5')).toBe('[a\\]\\(b](file:///x/%28y%29%20z.txt#L5)');
  });
});
