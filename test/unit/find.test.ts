import { describe, expect, it } from 'vitest';
import { Workspace } from '../../server/src/workspace/workspace.js';

const rest = `\n\nThe ferry will run every hour from the northern pier to the island and back, and the market opens on Friday with music in the square.`;
const workspace = new Workspace();
const texts = {
  'same.txt': `The army closed the Kessel bridge to ambulances on Tuesday.${rest}`,
  'reworded.txt': `Ambulances were turned back at the bridge of Kessel, which the army had closed.${rest}`,
  'topic.txt': `The army of the valley holds the hills near Ostrel.${rest}`,
};
for (const [file, text] of Object.entries(texts)) workspace.set(file, text);

const found = (text: string): string[] => workspace.find(text).map(({ place }) => place.file);

describe('finding a claim', () => {
  it('ranks the sentences that assert it, in the same words or others, and leaves the topic out', () => {
    expect(found('the army closed the Kessel bridge to ambulances')).toEqual(['same.txt', 'reworded.txt']);
  });

  it('points at the sentence', () => {
    const [first] = workspace.find('closed Kessel bridge to ambulances');
    expect(texts['same.txt'].slice(first?.place.start, first?.place.end)).toBe(
      'The army closed the Kessel bridge to ambulances on Tuesday.',
    );
  });

  it.each(['', 'the of and', '“”', '---\n---'])('finds nothing for %j, which tells nothing apart', (text) => {
    expect(found(text)).toEqual([]);
  });
});
