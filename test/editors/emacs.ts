// A real Emacs with eglot, set up as its page says: node scripts/run.mjs test/editors/emacs.ts
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Unavailable } from '../vscode/lockedInstall.js';
import { runMocha } from '../vscode/mocha.js';
import { conclude } from '../vscode/outcome.js';
import { Newsroom } from './commandLine.js';
import { Expected, type Mark, type Marks } from './marks.js';

type FileMark = Mark & { readonly file: string };

/** What Emacs prints last. */
interface Seen {
  readonly hover: { readonly contents: { readonly value: string } };
  readonly references: readonly { readonly uri: string }[];
}

const article = 'northwire-sarvino-market.txt';

function byFile(marks: readonly FileMark[]): Marks {
  const files: Record<string, Mark[]> = {};
  for (const mark of marks) files[mark.file] = [...(files[mark.file] ?? []), mark];
  return files;
}

/** The lines of the page, as people copy them; all that is found is to be marked. */
function configuration(): string {
  const page = readFileSync('docs/editors/emacs.md', 'utf8');
  const [, block] = /```elisp\n(.*?)```/s.exec(page) ?? [];
  const standard = ':reading "standard"';
  if (!block?.includes(standard)) throw new Error('docs/editors/emacs.md has no lines for Emacs');
  return block.replace(standard, ':reading "everything"');
}

void conclude('emacs', async () => {
  const hasEglot = ['--batch', '--eval', "(progn (package-initialize) (require 'eglot))"];
  if (spawnSync('emacs', hasEglot).status !== 0)
    throw new Unavailable('Emacs with eglot is not installed (in Debian: apt-get install emacs-nox elpa-eglot).');
  const newsroom = new Newsroom();
  let emacs: ChildProcessWithoutNullStreams | undefined;
  try {
    return await runMocha(
      async () => {
        describe('Emacs, set up as its page says', () => {
          it('marks what the command line reports, and says why and who else says it', async () => {
            const expected = new Expected(newsroom.report(), newsroom.folder);
            emacs = spawn('emacs', ['--batch', '-l', resolve('test/editors/driver.el')], {
              cwd: newsroom.folder,
              env: {
                ...newsroom.env,
                FOLDER: newsroom.folder,
                CONFIGURATION: newsroom.write('init.el', configuration()),
                ENOUGH: newsroom.path('enough'),
                ARTICLE: article,
                WORDS: expected.wordsOf(article, 'repeated-claim'),
              },
            });
            let errors = '';
            emacs.stderr.on('data', (chunk: Buffer) => {
              errors += chunk.toString();
            });
            let differences = ['Emacs has shown nothing'];
            let last: Seen | undefined;
            for await (const line of createInterface(emacs.stdout)) {
              const told = JSON.parse(line) as Seen | readonly FileMark[];
              if ('hover' in told) last = told;
              else differences = expected.differences(byFile(told));
              if (differences.length === 0) newsroom.write('enough', '');
            }
            assert(last, `Emacs ended: ${errors}\n${differences.join('\n')}`);
            assert.match(last.hover.contents.value, /repeated-claim/);
            assert(last.references.some(({ uri }) => !uri.endsWith(article)));
          });
        });
      },
      { print: console.log, timeout: 240_000 },
    );
  } finally {
    emacs?.kill();
    newsroom.remove();
  }
});
