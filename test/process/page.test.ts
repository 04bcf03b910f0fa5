import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payloads } from '../payloads.js';
import { environmentIn, script } from '../unit/commandLine.js';
import { openBrowser } from '../vscode/browser.js';

/** The page that `check --format html` writes, in a real browser. */
const folder = mkdtempSync(join(tmpdir(), 'second-source-page-'));
let browser: Browser;

function written(name: string, path: string): string {
  const file = join(folder, name);
  const told = ['check', '--quick', '--reading', 'everything', '--fail-on', 'never', '-f', 'html', '-o', file, path];
  execFileSync(process.execPath, [script, ...told], { env: environmentIn(folder), stdio: 'ignore' });
  return pathToFileURL(file).href;
}

beforeAll(async () => {
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** What axe-core finds that keeps people from using a page, a line each. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(() => window.axe.run());
  expect(passes.length).toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

describe('the page of the samples', () => {
  let address: string;
  beforeAll(() => {
    address = written('samples.html', 'samples');
  }, 60_000);

  it.each(['light', 'dark'] as const)(
    'keeps nobody out, %s, on a wide screen and on a phone',
    { timeout: 120_000 },
    async (colorScheme) => {
      for (const width of [1200, 390]) {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
        await page.goto(address);
        expect(await barriers(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await page.close();
      }
    },
  );

  it('is dark where people like it dark, and light on paper', async () => {
    const page = await browser.newPage({ colorScheme: 'dark' });
    await page.goto(address);
    const lightness = (): Promise<number> =>
      page.evaluate(() => {
        const channels = getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? [];
        return channels.slice(0, 3).reduce((sum, channel) => sum + Number(channel), 0) / 3;
      });
    expect(await lightness()).toBeLessThan(60);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await lightness()).toBeGreaterThan(240);
    await page.close();
  });

  it('is whole without script, and prints', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    expect(await page.locator('.claim').count()).toBeGreaterThan(5);
    expect(await page.locator('svg.ranges').count()).toBeGreaterThan(20);
    expect(await page.locator('.graph svg rect').count()).toBeGreaterThan(10);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    await context.close();
  });
});

it('the page of texts that try to act does nothing', async () => {
  mkdirSync(join(folder, 'hostile'));
  for (const [i, { text }] of payloads.entries())
    writeFileSync(
      join(folder, 'hostile', `${i}.md`),
      `---\ntitle: ${JSON.stringify(text)}\noutlet: ${JSON.stringify(`${text} ${i}`)}\ndate: 2031-04-02\n---\n\nAt least ${i + 2} people were killed when a crane fell on the harbour of Tilmouth on Tuesday, ${text} said. A source close to ${text} put it higher. The ferry will run every hour from the northern pier to the island and back.\n`,
    );
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', (dialog) => asked.push(dialog.message()));
  const address = written('hostile.html', join(folder, 'hostile'));
  await page.goto(address);
  expect(asked).toEqual([address]);
  expect(await page.evaluate(() => 'evil' in window)).toBe(false);
  expect(await page.locator('script, img, iframe, a:not([href^="#"]), [onclick], [onerror], [onload]').count()).toBe(0);
  expect(await page.locator('.told').count()).toBeGreaterThan(payloads.length / 2);
  await page.close();
});
