import { describe, expect, it } from 'vitest';
import { clusterMentions } from '../../server/src/workspace/clustering/clusterMentions.js';
import type { Link } from '../../server/src/workspace/origins.js';

const link = (x: number, y: number, score = 0.7): Link => ({
  x,
  y,
  kind: 'same',
  score,
});

/** The groups of mentions that stand in the files of these names, a letter each. */
const grouped = (files: string, links: readonly Link[]): number[][] =>
  clusterMentions(
    [...files].map((file) => ({ file, leader: null })),
    links,
  ).lists();

describe('grouping mentions into claims', () => {
  it('joins what is linked throughout, and what is linked well enough', () => {
    expect(grouped('abc', [link(0, 1), link(1, 2), link(0, 2)])).toEqual([[0, 1, 2]]);
    expect(grouped('abc', [link(0, 1), link(1, 2)])).toEqual([[0, 1, 2]]);
  });

  it('keeps two claims apart that one sentence with both of them links', () => {
    const one = [link(0, 1, 0.9), link(1, 2, 0.9), link(0, 2, 0.9)];
    const other = [link(3, 4, 0.9), link(4, 5, 0.9), link(3, 5, 0.9)];
    expect(grouped('abcdef', [...one, ...other, link(2, 3)])).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  it('keeps two claims of one file apart unless their link leaves no doubt', () => {
    const copies = [link(0, 2, 0.99), link(1, 3, 0.99)];
    const across = (score: number): Link[] => [link(0, 3, score), link(1, 2, score)];
    expect(grouped('aabb', [...copies, ...across(0.6)])).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(grouped('aabb', [...copies, ...across(0.9)])).toEqual([[0, 1, 2, 3]]);
  });

  it('takes a sentence that repeats the claim of its own file along', () => {
    expect(grouped('aab', [link(0, 2, 0.9), link(1, 2, 0.6)])).toEqual([[0, 1, 2]]);
  });
});
