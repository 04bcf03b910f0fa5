import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTagger } from '../../server/src/core/attribution/index.js';
import { read, rulesOnly } from '../../server/src/core/reading.js';
import { loadModels } from '../../server/src/sync/node/models.js';

const shipped = join(__dirname, '..', '..', 'models', 'tagger.bin');
const weights = (): Uint8Array => new Uint8Array(readFileSync(shipped));

function errorOf(file: Uint8Array): string {
  const tagger = loadTagger(file);
  return 'error' in tagger ? tagger.error : '';
}

describe('the weights file', () => {
  it('that ships can be read and is at most 4 MB', () => {
    expect(errorOf(weights())).toBe('');
    expect(weights().byteLength).toBeLessThanOrEqual(4e6);
  });

  it('is refused with a reason when it is empty or cut short', () => {
    expect(errorOf(new Uint8Array(0))).toMatch(/truncated/);
    expect(errorOf(weights().subarray(0, 1000))).toMatch(/truncated/);
  });

  it('is refused when it is another file', () => {
    expect(errorOf(new TextEncoder().encode('Not weights at all, but long enough for a header.'))).toMatch(
      /is not one/,
    );
  });

  it('is refused when it has another version, and says which is needed', () => {
    const file = weights();
    file[4] = 99;
    expect(errorOf(file)).toMatch(/version 99; this version needs \d/);
  });

  it('is refused when a byte of it has changed', () => {
    for (const at of [50, 100_000, weights().byteLength - 1]) {
      const file = weights();
      file[at] = (file[at] as number) ^ 1;
      expect(errorOf(file), `byte ${at}`).toMatch(/damaged/);
    }
  });

  it('may lie anywhere in a larger buffer', () => {
    const file = weights();
    const larger = new Uint8Array(file.byteLength + 3);
    larger.set(file, 3);
    expect(errorOf(larger.subarray(3))).toBe('');
  });
});

describe('loading models', () => {
  it('reads the shipped ones without a notice', () => {
    const { tagger, notices } = loadModels(join(shipped, '..'));
    expect(tagger).not.toBeNull();
    expect(notices).toEqual([]);
  });

  it('falls back to rules and says so where the file is missing or damaged', () => {
    const folder = mkdtempSync(join(tmpdir(), 'models-'));
    const missing = loadModels(folder);
    writeFileSync(join(folder, 'tagger.bin'), 'broken');
    const damaged = loadModels(folder);
    for (const { tagger, notices } of [missing, damaged]) {
      expect(tagger).toBeNull();
      expect(notices).toHaveLength(1);
      expect(notices[0]).toMatch(/^Sources are found by rules alone: .*tagger\.bin/);
    }
  });
});

describe('an article whose paragraphs another had before', () => {
  const paragraphs = [
    'The bridge at Sarvino will stay closed until spring, Mayor Ilse Dahl said on Monday.',
    '“Nobody told us,” said a driver who gave his name as Oskar. “We waited for six hours.”',
    'According to two officials, the company had asked for more money in January.',
    'A spokeswoman for Norlane declined to comment on what she called rumours.',
  ];
  const texts = [
    paragraphs.join('\n\n'),
    [paragraphs[2], paragraphs[0], paragraphs[0], paragraphs[3]].join('\n\n'),
    [...paragraphs.slice(1), paragraphs[0]?.replace('Monday', 'Tuesday, denying the report')].join('\n\n'),
  ];
  const freshReaders = () => ({ ...rulesOnly, tagger: loadModels(join(shipped, '..')).tagger });

  it('is read as if it was the first', () => {
    const readers = freshReaders();
    for (const text of [...texts, ...texts])
      expect(read(text, 'a.txt', readers)).toEqual(read(text, 'a.txt', freshReaders()));
  });
});
