import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

/** The command line as it is built, with the thread that reads pages: `npm run test:unit` builds first. */
let folder = '';
const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(process.cwd(), 'dist/cli.js'), ...args], { encoding: 'utf8', cwd: folder });
const page = `<html><body><article><h1>Mill closes in Tarn</h1><p>The last paper mill in Tarn closed on Friday after a hundred and twelve years, its owner said.</p><p>Its 340 workers were told by letter, and most of them read it at the gate of the mill.</p></article></body></html>`;

beforeAll(() => {
  if (!existsSync('dist/importer.js')) throw new Error('There is no dist/importer.js yet: run `npm run build` first.');
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'second-source-import-'));
  writeFileSync(join(folder, 'a.html'), page);
  writeFileSync(join(folder, 'b.html'), page.replaceAll('Tarn', 'Merrin'));
  writeFileSync(join(folder, 'c\u001b[31m.json'), '{');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('second-source import', () => {
  it('imports the files that a pattern names, and says where they are', () => {
    const { status, stdout, stderr } = run('import', '*.html', '--to', 'articles');
    expect(stdout).toBe('a.html → articles/a.md\nb.html → articles/b.md\n2 articles imported.\n');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'articles/b.md'), 'utf8')).toContain('# Mill closes in Merrin');
  });

  it('reads what it imported as articles', () => {
    run('import', 'a.html');
    expect(JSON.parse(run('check', '--quick', '--format', 'json', 'a.md').stdout)).toMatchObject({
      files: [{ path: 'a.md', skipped: null, metadata: { title: 'Mill closes in Tarn' } }],
    });
  });

  it('imports a folder, says what was not imported and why, and exits with 3', () => {
    const { status, stdout, stderr } = run('import', '.');
    expect(stdout).toMatch(/2 articles imported, 1 file not imported\.\n$/);
    expect(stderr).toMatch(/not imported: The file is not JSON, or damaged\./);
    expect(stderr).not.toContain('\u001b');
    expect(status).toBe(3);
  });

  it('says which text may be only the beginning, because the page says that it is for subscribers', () => {
    const walled = page.replace('</article>', '<div><p>Subscribe to continue reading</p></div></article>');
    writeFileSync(join(folder, 'b.html'), walled);
    const { status, stdout } = run('import', 'a.html', 'b.html');
    const note = 'The page says that its text is for subscribers; what was saved may be only its beginning.';
    expect(stdout).toBe(`a.html → a.md\nb.html → b.md\n  ${note}\n2 articles imported.\n`);
    expect(status).toBe(0);
  });

  it('writes nothing in a dry run', () => {
    expect(run('import', '--dry-run', 'a.html').stdout).toBe(
      'a.html → a.md (not written)\n1 article would be imported.\n',
    );
    expect(existsSync(join(folder, 'a.md'))).toBe(false);
  });

  it('leaves alone what was changed since, and says how it is written anew', () => {
    run('import', 'a.html');
    writeFileSync(join(folder, 'a.md'), `${readFileSync(join(folder, 'a.md'), 'utf8')}My note.\n`);
    const again = run('import', 'a.html');
    expect(again.stdout).toBe('0 articles imported, 1 left as it is.\n');
    expect(again.stderr).toContain(
      'a.md was imported before and differs; it is left as it is (--overwrite writes it anew)',
    );
    expect(run('import', '--overwrite', 'a.html').status).toBe(0);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).not.toContain('My note.');
  });

  it('says what to do where there is nothing', () => {
    const missing = run('import', 'nowhere.html');
    expect(missing.stderr).toContain('nowhere.html: no such file or folder');
    expect(missing.status).toBe(2);
    expect(run('import', '*.mhtml').stderr).toContain('nothing to import');
  });
});
