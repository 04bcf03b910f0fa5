import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printReview } from '../../../server/src/reviews/files.js';
import { payloadIcon, payloads, payloadTarget } from '../../payloads.js';
import type { Workbench } from '../workbench.js';

/** So many payloads stand in one title, one outlet, one source and one sentence. */
const perArticle = 5;

/**
 * Texts that try to act, on every surface where a person meets them. They must do nothing but be read. `share` says how many of
 * the articles there are.
 */
export function describeHostile(workbench: Workbench, share = articles.length): void {
  describe('Text that tries to act', () => {
    const asked: string[] = [];

    before(() => {
      writeHostile(workbench.profile.workspace, share);
      workbench.page.on('request', (request) => asked.push(request.url()));
    });
    afterEach(async () => {
      assert.deepEqual(await actedIn(workbench), [], 'what an article made appear');
      assert.deepEqual(
        asked.filter((url) => new URL(url).hostname.includes(payloadTarget)),
        [],
        'what an article fetched',
      );
    });
    after(() => workbench.command('View: Close All Editors'));

    for (const { name } of articles.slice(0, share))
      it(`does nothing in the editor, its hovers, its lens and the status item: ${name}`, async () => {
        await workbench.openByName(name);
        await workbench.mark(name).waitFor();
        await workbench.lens(name).waitFor();
        const hover = await workbench.hover(name, 'At least 12');
        await hover.filter({ hasText: 'killed' }).first().waitFor();
        await assertNothing(workbench);
        await workbench.page.keyboard.press('Escape');
        const status = await workbench.languageStatus();
        await status.filter({ hasText: 'Show Corroboration' }).waitFor();
        await assertNothing(workbench);
        await workbench.page.keyboard.press('Escape');
      });

    it('does nothing in Problems', async () => {
      await workbench.command('Problems: Focus on Problems View');
      await (await workbench.problems('12')).first().waitFor();
      await assertNothing(workbench);
      await workbench.command('View: Hide Panel');
    });

    it('does nothing in the outline', async () => {
      await workbench.command('Go to Symbol in Editor...');
      await workbench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await assertNothing(workbench);
      await workbench.page.keyboard.press('Escape');
    });

    it('does nothing in the list of symbols', async () => {
      await workbench.command('Go to Symbol in Workspace...');
      await workbench.type('#shells struck');
      await workbench.page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'Shells struck' })
        .first()
        .waitFor();
      await assertNothing(workbench);
      await workbench.page.keyboard.press('Escape');
    });

    it('does nothing in Find a Claim', async () => {
      await workbench.command('Second Source: Find a Claim');
      await workbench.type('Shells struck the market at Quillan');
      await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: '2031-04' }).first().waitFor();
      await assertNothing(workbench);
      await workbench.page.keyboard.press('Escape');
    });

    it('does nothing in the list of reviews', async () => {
      await workbench.command('Focus on Review View');
      await workbench.page.locator('.customview-tree .monaco-list-row', { hasText: 'Orphaned' }).waitFor();
      await assertNothing(workbench);
      await workbench.command('View: Show Explorer');
    });

    it('does nothing in the panel', async () => {
      await workbench.command('Second Source: Show Corroboration');
      await workbench.panel().locator('.claim').first().waitFor();
      await assertNothing(workbench);
    });

    it('does nothing in the figure table', async () => {
      await workbench.command('View: Close All Editors');
      await workbench.command('Second Source: Compare Casualty Figures');
      await workbench.panel().locator('table').first().waitFor();
    });
  });
}

const assertNothing = async (workbench: Workbench): Promise<void> => assert.deepEqual(await actedIn(workbench), []);

/** Icons, links, pictures and scripts that only a payload asks for, in the window and every page inside it. */
async function actedIn({ page }: Workbench): Promise<string[]> {
  const found = await Promise.all(
    page.frames().map(
      (frame) =>
        frame
          .evaluate(
            ({ icon, target }) =>
              [
                `.codicon-${icon}`,
                ...['href', 'src', 'data-href', 'onclick', 'onload', 'onerror', 'ontoggle'].map(
                  (name) => `[${name}*="${target}"]`,
                ),
              ]
                .flatMap((selector) => [...document.querySelectorAll(selector)])
                .map((element) => element.outerHTML),
            { icon: payloadIcon, target: payloadTarget },
          )
          .catch(() => []), // a frame that has just gone
    ),
  );
  return found.flat();
}

/** Prose around the payloads, so that the text is an article all the same. */
const around = [
  'Shells struck the market at Quillan while people queued for bread.',
  'Traders pulled down their shutters and carried the wounded to the school, where two nurses had opened a room.',
  'The road to the river was closed by noon, and the ferry stayed on the far side until the evening.',
  'Schools at Quillan stayed closed for a third day, the mayor said.',
  'Families slept in the cellar of the town hall, and the council asked for blankets and clean water.',
];

const count = Math.ceil(payloads.length / perArticle);

const articles = Array.from({ length: count }, (_, i) => {
  // one of each kind, so that none looks like a program
  const group = payloads.filter((_one, k) => k % count === i);
  const words = group.map(({ text }) => text).join(' ');
  const head = ['title', 'outlet', 'author'].map((key) => `${key}: ${JSON.stringify(`${words} ${key}`)}`);
  const body = group.map(
    ({ text }, k) => `${around[k]} “We saw it,” said a source close to ${text.replaceAll('\0', '')} on Monday.`,
  );
  return {
    name: `hostile-${i}.txt`,
    // on one event, each on a day of its own
    text:
      `---\n${head.join('\n')}\ndate: 2031-04-${String(i + 1).padStart(2, '0')}\n---\n` +
      `At least 12 people were killed at Quillan on Monday, a source close to the council said.\n\n` +
      `${body.join('\n\n')}\n`,
  };
});

/** Writes the articles into a workspace, and reviews that try the same. */
export function writeHostile(workspace: string, share: number): void {
  mkdirSync(join(workspace, 'hostile'), { recursive: true });
  for (const { name, text } of articles.slice(0, share)) writeFileSync(join(workspace, 'hostile', name), text);
  writeReviews(join(workspace, '.secondsource', 'reviews'));
}

/** Reviews of articles that are not there, in which all that a person may write is a payload. */
function writeReviews(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [i, { text }] of payloads.entries()) {
    const selector = { type: 'TextQuoteSelector', exact: text, prefix: text, suffix: text } as const;
    const target = { source: text, article: { digest: 'x' }, selector };
    const said = {
      kind: 'note',
      rule: 'anonymous-source',
      text,
      creator: text,
      created: '2031-04-02T10:20:30Z',
    } as const;
    writeFileSync(join(folder, `${i}.json`), printReview({ id: `${i}`, ...said, target }));
  }
}
