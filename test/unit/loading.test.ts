import { linkSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formats } from '../../server/src/cli/formats.js';
import { type Loaded, Loading } from '../../server/src/cli/loadWorkspace.js';
import { uriOf } from '../../server/src/cli/watch.js';
import { check } from '../../server/src/exports/checked.js';
import { printReview } from '../../server/src/reviews/files.js';
import { courier, garden, gazette } from '../session/articles.js';
import { wireCopies } from '../wireStory.js';

/** What `check --watch` takes in, without a clock: told which files changed, it knows what a fresh `check` would. */
let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'second-source-loading-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (path: string): string => join(folder, path);
const isChanged = (...paths: string[]): Set<string> => new Set(paths.map((path) => uriOf(at(path))));
function write(path: string, text: string | Buffer): Set<string> {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
  return isChanged(path);
}

function gone(path: string): Set<string> {
  rmSync(at(path), { recursive: true });
  return isChanged(path);
}

/** Everything that a run prints, on both streams. */
const told = (loaded: Loaded): unknown => {
  const checked = check(loaded);
  const { unread, problems, notices } = loaded;
  return { json: formats.json!.print(checked), text: formats.text!.print(checked), unread, problems, notices };
};
const fresh = async (paths: readonly string[]): Promise<unknown> => told(await new Loading(paths, null, true).load());
const pathsOf = ({ files }: Loaded): string[] => files.map(({ uri }) => uri.slice(uriOf(folder).length + 1));

const review = printReview({
  id: '20310206T090000Z-a',
  kind: 'dismissed',
  rule: 'anonymous-source',
  text: 'Known background',
  creator: 'Jonas Weil',
  created: '2031-02-06T09:00:00Z',
  target: {
    source: 'gazette.md',
    article: {},
    selector: { type: 'TextQuoteSelector', exact: 'A source close to the company', prefix: '', suffix: ' said that' },
  },
});

describe('files that are loaded again', () => {
  it('are those that changed, and no others', async () => {
    write('news/gazette.md', gazette);
    write('news/garden.md', garden);
    const loading = new Loading([at('news')], null, true);
    await loading.load();
    write('news/garden.md', courier); // nobody says so
    const { workspace } = await loading.load(write('news/gazette.md', `${gazette}\nThe fair is over.\n`));
    expect(workspace.textOf(at('news/gazette.md'))).toContain('The fair is over.');
    expect(workspace.textOf(at('news/garden.md'))).toBe(garden);
    expect((await loading.load(isChanged('news/garden.md'))).workspace.textOf(at('news/garden.md'))).toBe(courier);
  });

  it('come and go with a pattern that they fit', async () => {
    write('2031/gazette.md', gazette);
    const pattern = at('*/*.md');
    const loading = new Loading([pattern], null, true);
    const first = await loading.load();
    expect(await loading.places()).toContain(folder);
    for (const path of ['2032/courier.md', '2031/garden.md']) expect(first.heeds(uriOf(at(path)))).toBe(true);
    for (const path of ['2032/courier.txt', 'garden.md', '2032/01/garden.md'])
      expect(first.heeds(uriOf(at(path)))).toBe(false);
    const second = await loading.load(write('2032/courier.md', courier));
    expect(pathsOf(second)).toEqual(['2031/gazette.md', '2032/courier.md']);
    expect(told(second)).toEqual(await fresh([pattern]));
    rmSync(at('2031'), { recursive: true });
    expect(pathsOf(await loading.load())).toEqual(['2032/courier.md']);
    expect(told(await loading.load())).toEqual(await fresh([pattern]));
  });

  it('are loaded again after a run that failed', async () => {
    write('news/gazette.md', gazette);
    const pattern = at('news/*.md');
    const loading = new Loading([pattern], null, true);
    await loading.load();
    rmSync(at('news/gazette.md'));
    await expect(loading.load(isChanged('news/gazette.md'))).rejects.toThrow('no file fits this pattern');
    const again = await loading.load(write('news/gazette.md', courier));
    expect(told(again)).toEqual(await fresh([pattern]));
  });

  it('leave what a fresh check would know, after any series of changes', async () => {
    const paths = [at('news'), at('pasted/*.txt'), at('standing.txt')];
    write('standing.txt', garden);
    write('pasted/courier.txt', courier);
    write('news/gazette.md', gazette);
    for (const [name, text] of wireCopies(10, 'near')) write(`news/wire/${name}`, text);
    const loading = new Loading(paths, null, true);
    const news = '.secondsource/reviews/20310206T090000Z';
    const steps: Readonly<Record<string, () => Set<string>>> = {
      'a new file that a pattern names': () => write('pasted/garden.txt', garden),
      'a new file in a new folder': () => write('news/deep/down/courier.md', courier),
      'an edit': () => write('news/gazette.md', gazette.replace('forty children', 'at least 45 children')),
      'another name of a file, that comes first': () => {
        linkSync(at('standing.txt'), at('news/a.txt'));
        return isChanged('news/a.txt');
      },
      'that name gone': () => gone('news/a.txt'),
      'more copies of a story': () =>
        new Set([...wireCopies(9, 'exact')].flatMap(([name, text]) => [...write(`news/copies/${name}`, text)])),
      'a folder renamed': () => {
        renameSync(at('news/wire'), at('news/agency'));
        return new Set();
      },
      'the leader of the copies edited': () => write('news/agency/wire-0000.txt', courier),
      'a project file': () =>
        write('news/.secondsource.json', '{ "articles": { "gazette.md": { "outlet": "Bay Courier" } } }'),
      settings: () => write('news/.vscode/settings.json', '{ "secondSource.exclude": ["agency/**"] }'),
      'other settings': () => write('news/.vscode/settings.json', '{ "secondSource.limits.fileSize": 2 }'),
      'a review': () => write(`news/${news}-a.json`, review),
      'a damaged review': () => write(`news/${news}-b.json`, '{'),
      'no settings any more': () => gone('news/.vscode/settings.json'),
      'an article that is none any more': () => write('pasted/courier.txt', 'numpy==1.0\n'),
      'a file in another encoding': () => write('pasted/latin.txt', Buffer.from(`${garden} Caf\xe9.`, 'latin1')),
      'it in UTF-8': () => write('pasted/latin.txt', `${garden} Café.`),
      'files that go': () => new Set([...gone('pasted/garden.txt'), ...gone('news/agency')]),
      'an article again': () =>
        new Set([...write('pasted/courier.txt', courier), ...write('news/gazette.md', gazette)]),
    };
    let before = told(await loading.load());
    for (const [what, change] of Object.entries(steps)) {
      const now = told(await loading.load(change()));
      expect(now, what).toEqual(await fresh(paths));
      expect(now, `${what} changes the report`).not.toEqual(before);
      before = now;
    }
  }, 60_000);
});
