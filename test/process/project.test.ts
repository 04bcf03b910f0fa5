import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killedChanging } from './projectKills.js';

describe('the project file on a disk', () => {
  let place = '';
  beforeAll(() => {
    if (!existsSync('dist/server.js')) throw new Error('There is no dist/server.js yet: run `npm run build` first.');
    place = mkdtempSync(join(tmpdir(), 'second-source-project-'));
  });
  afterAll(() => rmSync(place, { recursive: true }));

  it('is whole, and says all that was acknowledged, after servers were killed while they wrote it', async () => {
    const seen = await killedChanging(place, 12, 1);
    expect(seen.kills).toBe(12);
    expect(seen.acknowledged).toBeGreaterThan(0);
    expect(seen).toMatchObject({ lost: [], damaged: [], leftOver: [] });
  });
});
