import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { scrap, story } from '../../fuzz/texts.js';
import { hostileFiles } from '../../hostileFiles.js';
import { atExit } from '../atExit.js';
import type { Workbench } from '../workbench.js';
import { writeHostile } from './hostile.js';
import { reportOf } from './report.js';

/** So many texts of the fuzz tests, drawn with this seed, and so many that try to act: all are compared with one another. */
const stories = { seed: 1, numRuns: 2 };
const scraps = { seed: 1, numRuns: 12 };
export const share = 2;
/** In characters: what is longer takes a report of megabytes, or is not read anyhow. */
const longest = 100_000;

/** A new folder of texts that try to act, of what fuzz tests make up, and of files that hardly are articles. Gone with this process. */
export function hostileFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'second-source-hostile-'));
  atExit(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, content: string | Buffer): void => writeFileSync(join(folder, name), content);
  writeHostile(folder, share);
  for (const [i, text] of fc.sample(story, stories).entries()) write(`story-${i}.txt`, text);
  for (const [i, text] of fc.sample(scrap, scraps).entries()) write(`scrap-${i}.txt`, text);
  for (const [name, [content]] of Object.entries(hostileFiles))
    if (content.length < longest) write(`${name}.txt`, content);
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  write('.vscode/settings.json', '{ "secondSource.reading": "everything" }');
  return folder;
}

/** A web worker reads them all, and says of each what is said of it on a machine. */
export function describeHostileFolder(workbench: Workbench): void {
  const article = 'hostile-0.txt';
  describe('A folder of hostile texts', () => {
    after(() => workbench.command('View: Close All Editors'));

    it('is read to the end, as on a machine', async () => {
      await workbench.openByName(article);
      await workbench.mark(article).waitFor();
      await workbench.compared();
      const { exported, printed } = await reportOf(workbench);
      assert.equal(exported, printed);
      const { files } = JSON.parse(printed) as { files: { skipped: string | null }[] };
      const skipped = files.flatMap((file) => file.skipped ?? []);
      assert.ok(
        files.length - skipped.length >= 20 && skipped.length > 10,
        `${files.length} files, ${skipped.length} skipped`,
      );
      assert.deepEqual(
        skipped.filter((reason) => reason.includes('failed')),
        [],
      );
    });
  });
}
