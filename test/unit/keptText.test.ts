import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptText, textIn } from '../../server/src/workspace/keptText.js';

describe('a text that is kept', () => {
  it('comes back as it was, whatever signs it has, halves of signs and marks of byte order among them', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(texts, (text) => {
        expect(textIn(keptText(text))).toBe(text);
      }),
    );
    for (const text of ['', '\ufeff“The ferry runs again”', 'half \ud83d a sign — and “a quotation”'])
      expect(textIn(keptText(text))).toBe(text);
  });

  it('takes half the room where a few signs are wider than others', () => {
    expect(keptText(`“The ferry to Norlane runs again,” she said${'.'.repeat(100)}`)).toHaveLength(147);
    expect(keptText('plain words')).toBe('plain words');
  });
});
