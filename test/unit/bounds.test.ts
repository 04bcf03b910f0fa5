import { describe, expect, it } from 'vitest';
import { Workspace } from '../../server/src/workspace/workspace.js';

/** What nobody writes: one sentence, so many times. */
const repeated = (sentence: string, times: number): string => `${sentence} `.repeat(times);

describe('a text that repeats itself', () => {
  it('has at most 2,000 findings, and the last says how many are left out', () => {
    const workspace = new Workspace();
    workspace.set('a.txt', repeated('A source said that the old bridge at Sarvino was closed.', 2100));
    const findings = workspace.findings('a.txt');
    expect(findings).toHaveLength(2000);
    expect(findings.at(-1)?.message).toContain('From here on 100 marks of this file are left out.');
    expect(findings.slice(0, -1).filter(({ message }) => message.includes('left out'))).toEqual([]);
  });

  it('has every sentence related to the same in another file, but not all to all', () => {
    const workspace = new Workspace();
    const text = repeated(
      'Rebel fighters entered the northern suburbs of Karvel after government troops withdrew.',
      100,
    );
    workspace.set('a.txt', text);
    workspace.set('b.txt', text);
    const references = workspace.crossReferences();
    expect(references.length).toBeLessThan(100 * 65);
    for (const side of ['a', 'b'] as const)
      expect(new Set(references.map((reference) => reference[side].start)).size).toBe(100);
  });

  it('has of three hundred sentences that are nearly alike each related to that which says the same', () => {
    const workspace = new Workspace();
    const text = Array.from(
      { length: 300 },
      (_, pier) => `Rebel fighters entered the northern suburbs of Karvel at pier ${pier + 10} after troops withdrew.`,
    ).join(' ');
    workspace.set('a.txt', text);
    workspace.set('b.txt', text);
    const twins = workspace.crossReferences().filter(({ a, b }) => a.start === b.start);
    expect(twins.length).toBe(300);
  });

  it('without a full stop is cut into sentences no longer than any', () => {
    const workspace = new Workspace();
    workspace.set('a.txt', repeated('the road to the port was closed by the town and', 200));
    const sentences = workspace.readingOf('a.txt')?.article.sentences ?? [];
    expect(sentences.length).toBeGreaterThan(5);
    for (const { firstToken, endToken } of sentences) expect(endToken - firstToken).toBeLessThanOrEqual(400);
    expect(sentences.at(-1)?.endToken).toBe(2200);
  });
});
