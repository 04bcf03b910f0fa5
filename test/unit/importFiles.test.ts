import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { importFile } from '../../server/src/import/importFile.js';
import { importFiles } from '../../server/src/sync/importFiles.js';
import { importDisk } from '../../server/src/sync/node/importDisk.js';

/** Without a thread. */
const importer = {
  limit: { bytes: 4000, refusal: 'It is too large here.' },
  import: async (bytes: Uint8Array, original: string) => importFile(bytes, original),
  close: () => undefined,
};
const uri = (path: string): string => URI.file(path).toString();

/** A page with an invented article. */
const page = (place: string): string =>
  `<html><body><article><h1>Mill closes in ${place}</h1><p>The last paper mill in ${place} closed on Friday after a hundred and twelve years, its owner said.</p><p>Its 340 workers were told by letter, and most of them read it at the gate of the mill.</p></article></body></html>`;
const item = JSON.stringify({
  headline: 'Mill opens',
  body_text: 'The mill in Tarn has opened again, its owner said.',
});
const message = `<newsMessage><itemSet>${['Tarn', 'Ostrel']
  .map(
    (place) =>
      `<newsItem><contentMeta><headline>Mill of ${place}</headline></contentMeta><contentSet><inlineData>The mill is shut.</inlineData></contentSet></newsItem>`,
  )
  .join('')}</itemSet></newsMessage>`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'second-source-import-'));
  mkdirSync(join(folder, 'saved/other'), { recursive: true });
  write('saved/mill.html', page('Tarn'));
  write('saved/other/mill.html', page('Merrin'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
/** What became of some files: where each article is and how, or why there is none. */
async function run(names: readonly string[], wishes: { to?: string; overwrite?: boolean; dryRun?: boolean } = {}) {
  const { to, overwrite = false, dryRun = false } = wishes;
  const answers = await importFiles(
    names.map((name) => uri(join(folder, name))),
    { folder: to === undefined ? null : uri(join(folder, to)), overwrite, dryRun },
    { disk: importDisk, importer },
  );
  return answers.map(
    ({ articles, failed }) =>
      failed ??
      articles.map(
        (one) =>
          `${one.state} ${URI.parse(one.uri)
            .fsPath.slice(folder.length + 1)
            .replaceAll('\\', '/')}`,
      ),
  );
}

describe('articles out of files', () => {
  it('go beside their originals, which stay as they are and are named', async () => {
    expect(await run(['saved/mill.html'])).toEqual([['written saved/mill.md']]);
    expect(read('saved/mill.md')).toContain('original: mill.html');
    expect(read('saved/mill.html')).toBe(page('Tarn'));
  });

  it('go to a folder that is made for them, each with a copy of its original', async () => {
    expect(await run(['saved/mill.html'], { to: 'articles/new' })).toEqual([['written articles/new/mill.md']]);
    expect(read('articles/new/mill.html')).toBe(page('Tarn'));
  });

  it('have numbers where two files have one name', async () => {
    const names = ['saved/mill.html', 'saved/other/mill.html'];
    const wanted = (state: string) => [[`${state} articles/mill.md`], [`${state} articles/mill-2.md`]];
    expect(await run(names, { to: 'articles', dryRun: true })).toEqual(wanted('written'));
    expect(await run(names, { to: 'articles' })).toEqual(wanted('written'));
    expect(read('articles/mill-2.md')).toContain('original: mill-2.html');
    expect(read('articles/mill-2.html')).toBe(page('Merrin'));
    expect(await run(names, { to: 'articles' })).toEqual(wanted('same'));
    expect(readdirSync(join(folder, 'articles')).sort()).toEqual(['mill-2.html', 'mill-2.md', 'mill.html', 'mill.md']);
  });

  it('are several where a file holds several', async () => {
    write('saved/all.xml', message);
    expect(await run(['saved/all.xml'])).toEqual([['written saved/all.md', 'written saved/all-2.md']]);
    expect(await run(['saved/all.xml'])).toEqual([['same saved/all.md', 'same saved/all-2.md']]);
  });

  it('never take the place of a file of somebody else', async () => {
    write('saved/mill.md', 'My notes about the mill.');
    expect(await run(['saved/mill.html'], { overwrite: true })).toEqual([['written saved/mill-2.md']]);
    write('saved/mill.json', item);
    expect(await run(['saved/mill.json'], { overwrite: true })).toEqual([['written saved/mill-3.md']]);
    expect(read('saved/mill.md')).toBe('My notes about the mill.');
  });

  it('stay as somebody changed them, unless they are to be written anew', async () => {
    await run(['saved/mill.html']);
    const imported = read('saved/mill.md');
    write('saved/mill.md', `${imported}\nAsk the owner.\n`);
    expect(await run(['saved/mill.html'])).toEqual([['kept saved/mill.md']]);
    expect(read('saved/mill.md')).toContain('Ask the owner.');
    expect(await run(['saved/mill.html'], { overwrite: true })).toEqual([['written saved/mill.md']]);
    expect(read('saved/mill.md')).toBe(imported);
  });

  it('are not there after a dry run, nor is anything else', async () => {
    expect(await run(['saved/mill.html'], { to: 'articles', dryRun: true })).toEqual([['written articles/mill.md']]);
    expect(existsSync(join(folder, 'articles'))).toBe(false);
  });

  it('come of all files but those that cannot be read, each with its reason', async () => {
    write('saved/other/list.json', '[1, 2]');
    write('saved/large.html', page('Tarn'.repeat(1000)));
    const names = ['saved/nowhere.html', 'saved/other', 'saved/other/list.json', 'saved/large.html', 'saved/mill.html'];
    expect(await run(names)).toEqual([
      expect.stringMatching(/no such file/),
      'it is not a file',
      expect.stringMatching(/no ninjs item/),
      'It is too large here.',
      ['written saved/mill.md'],
    ]);
  });

  it.skipIf(process.platform === 'win32')('do not wait for a pipe, and write through no link', async () => {
    execFileSync('mkfifo', [join(folder, 'saved/pipe.html')]);
    symlinkSync(join(folder, 'elsewhere.txt'), join(folder, 'saved/mill.md'));
    expect(await run(['saved/pipe.html', 'saved/mill.html'])).toEqual([
      'it is not a file',
      expect.stringMatching(/exists/),
    ]);
    expect(existsSync(join(folder, 'elsewhere.txt'))).toBe(false);
  });
});
