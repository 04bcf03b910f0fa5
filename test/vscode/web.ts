// The extension in the browser alone, as vscode.dev runs it: node scripts/run.mjs test/vscode/web.ts
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runMocha } from './mocha.js';
import { conclude } from './outcome.js';
import { loggedErrors } from './profile.js';
import { Workbench } from './workbench.js';

const article = 'northwire-sarvino-market.txt';

void conclude('web', async () => {
  const workbench = await Workbench.open('samples', undefined, 'browser');
  const { page, profile } = workbench;
  const logged: string[] = [];
  page.on('console', (message) => message.type() === 'error' && logged.push(message.text()));
  const below = (...path: string[]): string => join(profile.workspace, ...path);
  try {
    return await runMocha(
      async () => {
        describe('VS Code in a browser, with no server of ours on a machine', () => {
          it('marks an open article', async () => {
            await workbench.openArticle(article);
            await workbench.mark(article).waitFor();
          });

          it('reports of the samples what the command line reports, to the byte', async () => {
            await page.locator('#status\\.languageStatus .codicon-loading').waitFor({ state: 'detached' });
            await workbench.command('Second Source: Export…');
            await workbench.choose('json');
            await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
            await page
              .getByText(/exported to/)
              .first()
              .waitFor();
            const exported = readFileSync(below('second-source.json'), 'utf8');
            rmSync(below('second-source.json'));
            const { stdout } = spawnSync(process.execPath, [resolve('dist/cli.js'), 'check', '--format', 'json', '.'], {
              cwd: profile.workspace,
              encoding: 'utf8',
            });
            assert.equal(exported, stdout);
          });
        });
      },
      {
        print: console.log,
        timeout: 120_000,
        stopAtFailure: true,
        failed: async (title) => {
          console.error(`VS Code logged:\n${loggedErrors(profile)}\n${logged.join('\n')}`);
          await workbench.screenshot(`failed ${title.replace(/\W+/g, ' ')}`);
          console.error(readdirSync(profile.workspace).join(' '));
        },
      },
    );
  } finally {
    await workbench.close();
  }
});
