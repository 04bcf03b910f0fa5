import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Positions } from '../../server/src/features/positions.js';

describe('positions', () => {
  it('count lines at \\n, \\r\\n and \\r, and characters in UTF-16 units', () => {
    const positions = new Positions('a😀e\u0301b\r\nsecond\nthird\rfourth');
    expect(positions.position('a😀'.length)).toEqual({ line: 0, character: 3 });
    expect(positions.position('a😀e\u0301b\r\n'.length)).toEqual({ line: 1, character: 0 });
    expect(positions.position('a😀e\u0301b\r\nsecond\nthird\r'.length)).toEqual({ line: 3, character: 0 });
    expect(positions.offset({ line: 2, character: 2 })).toBe('a😀e\u0301b\r\nsecond\nth'.length);
  });

  it('beyond the text are drawn to its nearest end', () => {
    const positions = new Positions('one\ntwo');
    expect(positions.offset({ line: 9, character: 0 })).toBe(7);
    expect(positions.offset({ line: 0, character: 99 })).toBeLessThanOrEqual(4);
    expect(positions.position(99)).toEqual({ line: 1, character: 3 });
  });

  it('turn back into the offset they were made from, within any line', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '😀', 'é', '“', 'e\u0301'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(), (words, seed) => {
        const offset = seed % (words.length + 1);
        const positions = new Positions(words);
        expect(positions.offset(positions.position(offset))).toBe(offset);
      }),
    );
  });
});
