import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { english, speak } from '../../protocol/src/index.js';
import { importThread } from '../../server/src/sync/node/importThread.js';

/** The thread as it is built: `npm run test:unit` builds first. */
const script = `${process.cwd()}/dist/importer.js`;
const page = Buffer.from(
  '<article><h1>Mill closes in Tarn</h1><p>The last paper mill in Tarn closed on Friday after a hundred and twelve years, its owner said.</p></article>',
);

describe('the thread that reads pages', () => {
  beforeAll(() => {
    if (!existsSync(script)) throw new Error('There is no dist/importer.js yet: run `npm run build` first.');
  });
  afterEach(() => {
    speak(english);
    vi.useRealTimers();
  });

  it('reads one file after another, and may be closed and used again', async () => {
    const importer = importThread(script);
    const article = { articles: [expect.stringContaining('# Mill closes in Tarn')], note: null };
    expect(await importer.import(page, 'a.html')).toEqual(article);
    expect(await importer.import(Buffer.from('{'), 'a.json')).toEqual({ refused: 'The file is not JSON, or damaged.' });
    importer.close();
    expect(await importer.import(page, 'a.html')).toEqual(article);
    importer.close();
  });

  it('speaks the language of the person', async () => {
    speak({ code: 'de', sentences: { 'The file is empty.': 'Die Datei ist leer.' } });
    const importer = importThread(script);
    expect(await importer.import(Buffer.alloc(0), 'a.html')).toEqual({ refused: 'Die Datei ist leer.' });
    importer.close();
  });

  it('says so where it cannot be started', async () => {
    const importer = importThread('/nowhere/importer.js');
    expect(await importer.import(page, 'a.html')).toEqual({
      refused: expect.stringMatching(/^It could not be read: /),
    });
  });

  it('gives a file up after 30 seconds, and reads the next one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'second-source-import-'));
    const endless = join(folder, 'endless.js');
    writeFileSync(
      endless,
      `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', ({ original }) => {
        while (original === 'endless.html');
        parentPort.postMessage({ articles: [original] });
      });`,
    );
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const importer = importThread(endless);
    const ended: string[] = [];
    const asked = importer.import(page, 'endless.html').finally(() => ended.push('endless.html'));
    await vi.advanceTimersByTimeAsync(29_999);
    expect(ended).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await asked).toEqual({ refused: 'It took longer than 30 seconds to read.' });
    expect(await importer.import(page, 'next.html')).toEqual({ articles: ['next.html'] });
    // the clock of a file that was read ends nothing any more
    vi.advanceTimersByTime(29_999);
    const last = importer.import(page, 'last.html');
    vi.advanceTimersByTime(1);
    expect(await last).toEqual({ articles: ['last.html'] });
    importer.close();
    rmSync(folder, { recursive: true });
  });
});
