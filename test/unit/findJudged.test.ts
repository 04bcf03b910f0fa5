import { describe, expect, it } from 'vitest';
import { findClaim } from '../../server/src/sync/findClaim.js';
import type { SecondReader } from '../../server/src/sync/judging.js';
import { Workspace } from '../../server/src/workspace/workspace.js';

const rest = `\n\nThe ferry will run every hour from the northern pier to the island and back, and the market opens on Friday with music in the square.`;
const kept = 'Guards kept the Kessel bridge open to ambulances on Tuesday.';
const closed = 'The army closed the Kessel bridge\nto ambulances on Tuesday.';
const workspace = new Workspace();
workspace.set('a.txt', `${closed}${rest}`);
workspace.set('b.txt', `${closed}${rest}`);
workspace.set('c.txt', `${kept}${rest}`);
const claim = 'the army closed the Kessel  bridge to ambulances';

const asked: string[][] = [];
/** Hears a contradiction wherever a guard is spoken of. */
const judge: SecondReader = {
  async judge(pairs) {
    asked.push(...pairs.map(({ a, b }) => [a, b]));
    return pairs.map(({ b }) => {
      const conflict = b.startsWith('Guards') ? 0.9 : 0.01;
      return { same: 0.95 - conflict, conflict, neither: 0.05 };
    });
  },
};
const filesOf = async (reader: SecondReader | null): Promise<string[]> =>
  (await findClaim(workspace, claim, () => reader)).found.map(
    ({ place, isAgainst }) => `${place.file}${isAgainst ? ' against' : ''}`,
  );

describe('finding a claim with the judge', () => {
  it('lists what contradicts the claim first, as that, and reads each sentence once, in one line', async () => {
    expect(await filesOf(judge)).toEqual(['c.txt against', 'a.txt', 'b.txt']);
    expect(asked.map(([, sentence]) => sentence).sort()).toEqual([kept, closed.replace('\n', ' ')]);
    expect(new Set(asked.map(([question]) => question))).toEqual(new Set([claim.replace('  ', ' ')]));
  });

  it('takes what says all of the claim or only less of it, or shares one word with it, for no contradiction, whatever the judge hears', async () => {
    const always: SecondReader = {
      judge: async (pairs) => pairs.map(() => ({ same: 0.01, conflict: 0.98, neither: 0.01 })),
    };
    const against = async (asked: string): Promise<string[]> =>
      (await findClaim(workspace, asked, () => always)).found
        .filter(({ isAgainst }) => isAgainst)
        .map(({ place }) => place.file);
    expect(await against('the army closed the Kessel bridge')).toEqual(['c.txt']);
    expect(await against('the army closed the Kessel bridge to ambulances on Tuesday after a flood')).toEqual([
      'c.txt',
    ]);
    expect(await against('the army never closed the Kessel bridge')).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(await against('trucks rolled through Kessel')).toEqual([]);
  });

  it('finds the same without a judge, or where it is lost over the question', async () => {
    const lost: SecondReader = { judge: () => Promise.reject(new Error('the thread died')) };
    expect(await filesOf(null)).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(await filesOf(lost)).toEqual(['a.txt', 'b.txt', 'c.txt']);
  });
});
