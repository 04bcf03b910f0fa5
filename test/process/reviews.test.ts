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
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addReview } from '../../protocol/src/index.js';
import { parseBaseline, printBaseline, printReview } from '../../server/src/reviews/files.js';
import type { Accepted } from '../../server/src/reviews/review.js';
import { attributes } from '../../server/src/sync/sidecar.js';
import { gazette } from '../session/articles.js';
import { killedWriting } from './reviewKills.js';
import { ServerProcess } from './serverProcess.js';

describe('reviews on a disk', () => {
  let place = '';
  beforeEach(() => {
    if (!existsSync('dist/server.js')) throw new Error('There is no dist/server.js yet: run `npm run build` first.');
    place = mkdtempSync(join(tmpdir(), 'second-source-reviews-'));
  });
  afterEach(() => rmSync(place, { recursive: true }));

  it('are all there and whole after servers were killed while they wrote them', async () => {
    const seen = await killedWriting(place, 20, 1);
    expect(seen.kills).toBe(20);
    expect(seen.acknowledged).toBeGreaterThan(0);
    expect(seen).toMatchObject({ lost: [], damaged: [], leftOver: [] });
  });

  it.runIf(process.platform !== 'win32')('are not written through a link out of the folder', async () => {
    const [folder, elsewhere] = [join(place, 'articles'), join(place, 'elsewhere')];
    for (const path of [folder, elsewhere]) mkdirSync(path);
    writeFileSync(join(folder, 'gazette.txt'), gazette);
    symlinkSync(elsewhere, join(folder, '.secondsource'));
    const server = await ServerProcess.indexed({ folder });
    const uri = pathToFileURL(join(folder, 'gazette.txt')).href;
    const about = remark('gazette.txt');
    const added = server.ask(addReview, { uri, kind: 'note', about, text: 'It leads elsewhere', creator: '' });
    await expect(added).rejects.toThrow('is a link');
    expect(readdirSync(elsewhere)).toEqual([]);
    await server.end();
  });

  it('of two people are merged by git without a conflict, baselines included', async () => {
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=Mara', '-c', 'user.email=mara@example.org', ...args], {
        cwd: place,
        encoding: 'utf8',
      });
    const name = (of: string): string => join(place, '.secondsource', of);
    const write = (reviews: string, accepted: readonly string[]): void => {
      mkdirSync(name('reviews'), { recursive: true });
      writeFileSync(name('.gitattributes'), attributes);
      writeFileSync(name(`reviews/${reviews}.json`), printReview({ ...remark(reviews), ...said, id: reviews }));
      writeFileSync(
        name('baseline.jsonl'),
        printBaseline(accepted.map((file) => ({ ...remark(file), kind: 'accepted' }))),
      );
      git('add', '.');
      git('commit', '-q', '-m', reviews);
    };
    git('init', '-q', '-b', 'main');
    writeFileSync(join(place, 'gazette.txt'), gazette);
    write('first', ['b.txt', 'd.txt']);
    git('checkout', '-q', '-b', 'colleague');
    write('theirs', ['a.txt', 'b.txt', 'd.txt', 'e.txt']);
    git('checkout', '-q', 'main');
    write('ours', ['b.txt', 'c.txt', 'd.txt', 'e.txt']);
    git('merge', '-q', '-m', 'both', 'colleague');
    expect(readdirSync(name('reviews')).sort()).toEqual(['first.json', 'ours.json', 'theirs.json']);
    const { accepted, damages } = parseBaseline(readFileSync(name('baseline.jsonl'), 'utf8'));
    expect(damages).toEqual([]);
    const files = new Set(accepted.map(({ target }) => target.source));
    expect([...files].sort()).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt']);
  });
});

const remark = (source: string): Pick<Accepted, 'rule' | 'target'> => ({
  rule: 'anonymous-source',
  target: {
    source,
    article: { digest: 'x' },
    selector: { type: 'TextQuoteSelector', exact: 'A source', prefix: '', suffix: ' said' },
  },
});
const said = { kind: 'note', text: 'Ask', creator: 'Mara Voss', created: '2031-04-02T10:20:30Z' } as const;
