import { describe, expect, it } from 'vitest';
import { decode } from '../../server/src/sync/decode.js';

const text = '“The café at Šarovec is closed,” the mayor said – for €5.\n';
/** What the signs of the text that are not ASCII are in Windows-1252. */
const bytes1252: Readonly<Record<string, number>> = {
  '“': 0x93,
  '”': 0x94,
  é: 0xe9,
  Š: 0x8a,
  '–': 0x96,
  '€': 0x80,
};
const windows1252 = (words: string): Buffer =>
  Buffer.from([...words].map((sign) => bytes1252[sign] ?? sign.charCodeAt(0)));
const little = (words: string): Buffer => Buffer.from(words, 'utf16le');
const big = (words: string): Buffer => little(words).swap16();

describe('the bytes of a file', () => {
  for (const [what, bytes, encoding] of [
    ['UTF-8', Buffer.from(text), 'UTF-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'UTF-8'],
    ['UTF-16, little end first, with a mark', little(`\uFEFF${text}`), 'UTF-16'],
    ['UTF-16, big end first, with a mark', big(`\uFEFF${text}`), 'UTF-16'],
    ['UTF-16, little end first, without', little(text), 'UTF-16'],
    ['UTF-16, big end first, without', big(text), 'UTF-16'],
    ['Windows-1252', windows1252(text), 'Windows-1252'],
  ] as const)
    it(`are read as ${what}`, () => expect(decode(bytes)).toEqual({ text, encoding }));

  it('stay UTF-8 where one of its letters broke', () => {
    const bytes = Buffer.from(text);
    bytes[bytes.indexOf('é') + 1] = 0x20;
    expect(decode(bytes)).toEqual({ text: text.replace('é', '\uFFFD '), encoding: 'UTF-8' });
  });

  it('are no text in Windows-1252 with bytes that mean nothing there', () => {
    for (const foreign of [0, 1, 0x1b, 0x81, 0x9d]) {
      const { encoding } = decode(Buffer.concat([windows1252(text), Buffer.from([foreign])]));
      expect(encoding).toBe('UTF-8');
    }
  });

  it('may be none, one or odd in number', () => {
    expect(decode(Buffer.alloc(0)).text).toBe('');
    expect(decode(Buffer.from([0xff])).text).toBe('ÿ');
    expect(decode(Buffer.from([0xff, 0xfe])).text).toBe('');
    expect(decode(Buffer.concat([big(`\uFEFF${text}`), Buffer.from([0])])).text).toBe(text);
  });

  it('with nothing but zeros are not UTF-16', () => {
    expect(decode(Buffer.alloc(100))).toEqual({ text: '\0'.repeat(100), encoding: 'UTF-8' });
  });
});
