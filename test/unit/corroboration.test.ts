import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { corroborationOf } from '../../server/src/features/corroboration.js';
import { Workspace } from '../../server/src/workspace/workspace.js';

const article = (outlet: string, text: string): string =>
  `---\noutlet: ${outlet}\ndate: 2024-05-14\n---\n${text}\n\nThe market opens on Friday with music in the square, and the old harbour wall of ${outlet} will be lit until the weekend is over and the last guests have gone.\n`;

describe('the list of claims', () => {
  it('names the outlet through which a mention belongs to a claim that is not related to this article directly', () => {
    const first = 'The ferry company suspended all crossings to the island of Tosk on Monday';
    const second = 'harbour pilots walked out over unpaid night shifts at the northern pier';
    const workspace = new Workspace();
    workspace.set('a.txt', article('Aune Post', `${first}.`));
    workspace.set('b.txt', article('Kessel Times', `${first} after ${second}.`));
    workspace.set('c.txt', article('Valley Gazette', `Union leaders said ${second}.`));
    const words = corroborationOf(workspace, 'a.txt', null)?.claims.flatMap(({ mentions }) =>
      mentions.map(({ outlet, relationWords }) => [outlet, relationWords]),
    );
    expect(words).toContainEqual(['Kessel Times', 'Text reused']);
    expect(words).toContainEqual(['Valley Gazette', 'Related through Kessel Times']);
  });

  it('names no outlet that contradicts the article as the one through which a mention belongs to its claim', () => {
    const pilots = 'harbour pilots walked out over unpaid night shifts at the northern pier';
    const crane = 'people were killed when a crane fell on the harbour of Tosk on Monday';
    const workspace = new Workspace();
    workspace.set('a.txt', article('Aune Post', `At least 12 ${crane}, the port authority said.`));
    workspace.set('b.txt', article('Kessel Times', `At most 4 ${crane} after ${pilots}, police said.`));
    workspace.set('c.txt', article('Valley Gazette', `Union leaders said ${pilots}.`));
    const words = corroborationOf(workspace, 'a.txt', null)?.claims.flatMap(({ mentions }) =>
      mentions.map(({ outlet, relationWords }) => [outlet, relationWords]),
    );
    expect(words).toContainEqual(['Kessel Times', 'Conflicting report']);
    expect(words).toContainEqual(['Valley Gazette', 'Related through other articles']);
  });

  it('says why a claim with a known origin is not called corroborated, and only there', () => {
    const workspace = new Workspace();
    for (const name of readdirSync('samples').filter((one) => /\.(?:txt|md)$/.test(one)))
      workspace.set(name, readFileSync(`samples/${name}`, 'utf8'));
    const claims = workspace.files().flatMap((file) => corroborationOf(workspace, file, null)?.claims ?? []);
    for (const { verdict, verdictWhy } of claims)
      if (verdict === 'single-origin') expect(verdictWhy).toMatch(/^\p{Lu}.+\.$/u);
      else expect(verdictWhy).toBe('');
    expect(claims.map(({ verdict }) => verdict)).toContain('single-origin');
  });
});
