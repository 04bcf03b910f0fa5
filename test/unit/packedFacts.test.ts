import { describe, expect, it } from 'vitest';
import { bytesOf, factsIn } from '../../server/src/archive/packedFacts.js';
import { read } from '../../server/src/core/reading.js';
import { factsOf } from '../../server/src/workspace/facts.js';
import { recordOf } from '../../server/src/workspace/factsRecord.js';
import { articles } from '../archive/articles.js';

describe('what an archive keeps of an article', () => {
  const all = Object.entries(articles).map(([file, text]) => factsOf(read(text, file))!);

  it('comes back as it was', () => {
    for (const facts of all) expect(factsIn(bytesOf(facts))).toEqual(recordOf(facts));
  });

  it('is refused where one byte is another', () => {
    const bytes = bytesOf(all[0]!);
    for (const at of [0, 8, bytes.length >> 1, bytes.length - 1]) {
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= 1;
      expect(() => factsIn(damaged)).toThrow('damaged');
    }
  });
});
