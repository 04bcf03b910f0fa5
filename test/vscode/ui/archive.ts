import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TinyEngine } from '../../tinyEngine.js';
import type { Workbench } from '../workbench.js';

const run = promisify(execFile);

/** A newsroom's archive: from the setting over signing in to an article of it beside one's own. */
export function describeArchive(workbench: Workbench): void {
  const article = 'kastrel-wire.txt';
  const sentence = 'Shells that struck the ferry terminal';
  const [user, password] = ['mara', 'hush-hush'];
  const settings = join(workbench.profile.userData, 'Machine', 'settings.json');
  const place = mkdtempSync(join(tmpdir(), 'second-source-archived-'));
  const archived = workbench.page.locator('.monaco-editor[data-uri^="second-source-archive:"]').first();
  let engine: TinyEngine;

  const status = async (words: string): Promise<void> => {
    const shown = await workbench.languageStatus();
    await shown.filter({ hasText: words }).waitFor();
    await workbench.page.keyboard.press('Escape');
  };
  const answer = async (words: string): Promise<void> => {
    await workbench.type(words);
    await workbench.page.keyboard.press('Enter');
  };
  const mention = workbench.panel().locator('.entry', { hasText: 'Harbour Record' }).first();
  const write = (url: string): void => writeFileSync(settings, JSON.stringify({ 'secondSource.archive.url': url }));

  describe('An archive', () => {
    before(async () => {
      engine = await TinyEngine.start();
      const own = readFileSync(join(workbench.profile.workspace, article), 'utf8');
      const shared = own.split('\n').find((line) => line.startsWith(sentence));
      const words = `---\ntitle: Night boat shelled\noutlet: Harbour Record\ndate: 2031-03-06\n---\n\n${shared}\n\nThe night boat had been late, and the waiting hall was full of people with baskets and boxes.\n`;
      writeFileSync(join(place, 'night-boat.txt'), words);
      await run(process.execPath, ['dist/cli.js', 'archive', 'add', '--archive', engine.url, place]);
      engine.credentials = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
      mkdirSync(join(workbench.profile.userData, 'Machine'), { recursive: true });
      write(engine.url);
      await workbench.openArticle(article);
      await workbench.mark(article).waitFor();
    });
    after(async () => {
      await workbench.command('View: Close All Editors');
      write('');
      await engine.stop();
      rmSync(place, { recursive: true });
    });

    it('that asks who one is says so, and is reached when it was told', async () => {
      await status('Archive: not reached');
      await workbench.command('Second Source: Sign In to the Archive…');
      await workbench.choose('Name and password');
      await workbench.page.locator('.quick-input-widget', { hasText: 'Your name at the archive' }).waitFor();
      await answer(user);
      await workbench.page.locator('.quick-input-widget', { hasText: 'Your password at the archive' }).waitFor();
      await answer(password);
      await status('Archive: 1 article');
    });

    it('has its articles in the panel, which opens them and lays them beside one’s own', async () => {
      await workbench.command('Second Source: Show Corroboration');
      await mention.getByText('in the archive').waitFor();
      await workbench.screenshot('archive-panel');
      await mention.locator('button.mention').click();
      await archived.locator('.view-line', { hasText: sentence }).first().waitFor();
      await mention.getByRole('button', { name: 'Compare articles: this and Harbour Record' }).click();
      const compared = workbench.page.locator('.monaco-diff-editor .editor.modified .view-line');
      await compared.filter({ hasText: 'night boat had been late' }).first().waitFor();
    });

    it('has its articles in Find a Claim, once typing rests', async () => {
      await workbench.command('Second Source: Find a Claim');
      await workbench.type('shells struck the ferry terminal and killed people');
      await workbench.choose('Harbour Record · 2031-03-06 · in the archive');
      await archived.locator('.view-line', { hasText: sentence }).first().waitFor();
    });

    it('is told of on hover, with a link to its article, which can be read and not changed', async () => {
      await workbench.command('View: Close All Editors');
      await workbench.openArticle(article);
      await workbench.lens(article).waitFor();
      // a hover shows what is known when it opens: the panel says when the archive has answered
      await workbench.command('Second Source: Show Corroboration');
      await mention.waitFor();
      const hover = await workbench.hover(article, 'ferry terminal');
      const link = hover.getByRole('link', { name: 'Harbour Record' }).first();
      await link.waitFor();
      await workbench.screenshot('archive-hover');
      await link.click();
      await archived.locator('.view-line', { hasText: sentence }).first().waitFor();
      await archived.locator('.view-line', { hasText: sentence }).first().click();
      await workbench.page.keyboard.type('x');
      await workbench.page.getByText('Cannot edit in read-only editor').first().waitFor();
      await workbench.page.keyboard.press('Escape');
    });
  });
}
