import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corroborationOf } from '../../server/src/features/corroboration.js';
import { Workspace } from '../../server/src/workspace/workspace.js';

/** The sample newsroom. */
function samples(): Workspace {
  const workspace = new Workspace();
  for (const name of readdirSync('samples').filter((one) => /\.(?:txt|md)$/.test(one)))
    workspace.set(name, readFileSync(`samples/${name}`, 'utf8'));
  return workspace;
}

describe('the list of claims', () => {
  const workspace = samples();
  const claims = workspace.files().flatMap((file) => corroborationOf(workspace, file, null)?.claims ?? []);

  it('names the outlet through which a mention belongs to a claim that is not related to this article directly', () => {
    const words = claims.flatMap(({ mentions }) => mentions.map(({ relationWords }) => relationWords));
    expect(words.some((one) => /^Related through \p{Lu}/u.test(one))).toBe(true);
  });

  it('says why a claim with a known origin is not called corroborated, and only there', () => {
    for (const { verdict, verdictWhy } of claims)
      if (verdict === 'single-origin') expect(verdictWhy).toMatch(/^\p{Lu}.+\.$/u);
      else expect(verdictWhy).toBe('');
    expect(claims.map(({ verdict }) => verdict)).toContain('single-origin');
  });
});
