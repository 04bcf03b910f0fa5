import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../protocol/src/index.js';

/** Lines and columns of a window that nobody made larger than terminals open it; npm prints four lines above. */
const screen = { lines: 30 - 4, columns: 100 };

describe('npm start', () => {
  const cache = mkdtempSync(join(tmpdir(), 'second-source-start-'));
  let shown: string[];

  beforeAll(() => {
    if (!existsSync('dist/cli.js')) throw new Error('There is no dist/cli.js yet: run `npm run build` first.');
    const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/start.mjs', '--built'], {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', XDG_CACHE_HOME: cache },
    });
    expect([stderr, status]).toEqual(['', 0]);
    shown = stdout.trimEnd().split('\n');
  }, 120_000);

  afterAll(() => rmSync(cache, { recursive: true }));

  it('shows what is found in the samples on one screen', () => {
    expect(shown.length).toBeLessThanOrEqual(screen.lines);
    expect(shown.filter((line) => [...line].length > screen.columns)).toEqual([]);
    expect(shown[0]).toMatch(/^6 articles: \d+ warnings/);
  });

  it('ends with what to do next: see it in the editor, and read articles of one’s own', () => {
    const end = shown.slice(-4).join('\n');
    expect(end).toContain('second-source.vsix');
    const title = 'Open the Sample Newsroom';
    expect(end).toContain(`Second Source: ${title}`);
    expect(commands.openSamples).toBe('secondSource.openSamples');
    expect(end).toContain('node dist/cli.js check FOLDER');
  });
});
