import { garden } from './session/articles.js';

const cafe = garden.replace('chestnut trees', 'café’s chestnut trees');
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const latin = (text: string): Buffer => Buffer.from(text.replaceAll('’', '\x92'), 'latin1');
const behind = (frontMatter: string): string => `---\n${frontMatter}\n---\n${garden}`;
const bomb = Array.from({ length: 26 }, (_, i) => {
  const name = (k: number): string => String.fromCharCode(97 + k);
  return i === 0 ? 'a: &a [lol, lol]' : `${name(i)}: &${name(i)} [${`*${name(i - 1)}, `.repeat(9)}*${name(i - 1)}]`;
}).join('\n');

const tooLarge = /^The file has \d+ KB; files above 1024 KB are not read/;
const notText = /^The file is not text/;

/** Contents that folders hold, and what becomes of them: `article`, or why they are skipped. */
export const hostileFiles: Readonly<Record<string, readonly [Buffer | string, 'article' | RegExp]>> = {
  empty: ['', /^The file is empty/],
  blank: [' \n\t\r\n\u00A0', /^The file is empty/],
  zeros: [Buffer.alloc(5000), notText],
  'a zero in prose': [`${garden}\0`, notText],
  noise: [Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * i * 31 + i * 7) & 255)), notText],
  'half letters': [Buffer.concat([Buffer.from(garden), Buffer.from([0xed, 0xa0, 0x80])]), 'article'],
  'one broken letter': [Buffer.concat([Buffer.from(`${cafe} “Yes,” he said. `), Buffer.from([0xe2, 0x80])]), 'article'],
  'windows-1252': [latin(cafe), 'article'],
  'utf-16': [wide(cafe), 'article'],
  'utf-16 with mark': [wide(`\uFEFF${cafe}`), 'article'],
  'utf-16 other end first': [wide(cafe).swap16(), 'article'],
  'utf-16 other end first with mark': [wide(`\uFEFF${cafe}`).swap16(), 'article'],
  'one line': [garden.replaceAll('\n', ' ').repeat(1000), 'article'],
  'one line of 50 MB': ['and so on '.repeat(5_000_000), tooLarge],
  'ten million lines': ['a\n'.repeat(10_000_000), tooLarge],
  'half a million lines': ['a\n'.repeat(500_000), /./],
  'one word': ['a'.repeat(1_000_000), /./],
  'quotation marks': ['“'.repeat(300_000), /./],
  'deep lists': [behind(`a: ${'['.repeat(9000)}`), 'article'],
  'deep maps': [behind(`a: ${'{a: '.repeat(3000)}`), 'article'],
  'deep indents': [behind(Array.from({ length: 180 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')), 'article'],
  'a bomb': [behind(bomb), 'article'],
  tags: [behind('title: !!js/function "function () { evil() }"\ndate: !!binary aGVsbG8=\na: !<tag:evil> b'), 'article'],
  'a prototype': [behind('__proto__: evil\nconstructor: evil\ntoString: evil'), 'article'],
  itself: [behind('a: &a\n  b: *a\n<<: *a'), 'article'],
  'no end': [`---\ntitle: x\n${garden}`, 'article'],
};
