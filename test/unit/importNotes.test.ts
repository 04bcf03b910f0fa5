import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { courier, gazette } from '../session/articles.js';

/** The command line as it is built: `npm run test:unit` builds first. */
const place = mkdtempSync(join(tmpdir(), 'second-source-notes-'));
const folder = join(place, 'articles');
const write = (name: string, text: string): void => writeFileSync(join(place, name), text);

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', XDG_CACHE_HOME: join(place, '.cache') },
  });
  return { status, stdout, stderr };
}

const note = (exact: string) => ({
  id: `https://notes.example/${exact}`,
  type: 'Annotation',
  creator: 'Jonas Weil',
  created: '2031-04-05T09:00:00Z',
  bodyValue: 'Which company? \u001b[31m',
  target: { source: 'one.txt', selector: { type: 'TextQuoteSelector', exact } },
});

beforeAll(() => {
  if (!existsSync('dist/cli.js')) throw new Error('There is no dist/cli.js yet: run `npm run build` first.');
  mkdirSync(folder);
  write('articles/one.txt', gazette);
  write('articles/two.txt', courier);
});
afterAll(() => rmSync(place, { recursive: true }));

it('takes annotations into the sidecar once, lists orphans, and check exports them again', () => {
  write('notes.jsonld', JSON.stringify([note('A source close to the company'), note('Nobody \u001b[31m wrote this')]));
  const first = run('import-notes', join(place, 'notes.jsonld'), folder);
  expect(first.stderr).toBe('');
  expect(first.status).toBe(0);
  expect(first.stdout).toMatch(/^2 imported, 1 orphaned\n {2}orphaned: “Nobody .* wrote this” \(one\.txt\)\n$/);
  expect(first.stdout).not.toContain('\u001b');
  expect(readdirSync(join(folder, '.secondsource', 'reviews'))).toHaveLength(2);
  const again = run('import-notes', join(place, 'notes.jsonld'), folder);
  expect(again.stdout).toBe('0 imported, 2 there already, 0 orphaned\n');
  const exported = run('check', '--quick', '-f', 'annotations', folder).stdout;
  const other = join(place, 'other');
  mkdirSync(other);
  write('other/one.txt', gazette);
  write('exported.json', exported);
  expect(run('import-notes', join(place, 'exported.json'), other).stdout).toMatch(/^2 imported, 1 orphaned/);
  const kept = (where: string): string[] => {
    const reviews = join(where, '.secondsource', 'reviews');
    return readdirSync(reviews).map((name) => name + readFileSync(join(reviews, name), 'utf8'));
  };
  expect(kept(other)).toEqual(kept(folder));
});

it('says what is no annotation, and what to do about it', () => {
  write('words.txt', 'dear desk');
  const wrong = run('import-notes', join(place, 'words.txt'), folder);
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('words.txt: It is no JSON');
  expect(run('import-notes', join(place, 'nowhere.json'), folder).stderr).toMatch(/nowhere\.json: .*no such file/);
  write('page.json', JSON.stringify({ ...note(''), target: 'one.txt' }));
  const page = run('import-notes', join(place, 'page.json'), folder);
  expect(page.stdout).toContain('left out: 1 of them quote no words');
  expect(page.status).toBe(3);
});
