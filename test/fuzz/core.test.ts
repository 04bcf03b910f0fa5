import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../server/src/core/reading.js';
import { positionsOf } from '../../server/src/features/positions.js';
import { testReaders } from '../readers.js';
import { budget } from './budget.js';
import { checkReading } from './invariants.js';
import { edit, edited, scrap, story } from './texts.js';

/** A story, or one that edits have spoilt, or no article at all. */
const text = fc.oneof(
  { weight: 4, arbitrary: story },
  {
    weight: 4,
    arbitrary: fc.tuple(story, fc.array(edit, { maxLength: 4 })).map(([whole, edits]) => edits.reduce(edited, whole)),
  },
  { weight: 1, arbitrary: scrap },
);

describe('any text', () => {
  it('is read without failing, and what is read lies in it', () => {
    let articles = 0;
    fc.assert(
      fc.property(text, (any) => {
        const reading = read(any, 'news/article.txt', testReaders);
        if ('skipped' in reading) return void expect(reading.skipped).toMatch(/\S/);
        articles++;
        checkReading(any, reading);
      }),
      budget(1500),
    );
    expect(articles, 'most texts are long enough to be read').toBeGreaterThan(100);
  });

  it('is read the same twice, and the reading can go to another thread', () => {
    fc.assert(
      fc.property(text, (any) => {
        const reading = read(any, 'news/article.txt', testReaders);
        expect(read(any, 'news/article.txt', testReaders)).toEqual(reading);
        expect(structuredClone(reading)).toEqual(reading);
      }),
      budget(200),
    );
  });

  it('has positions that lead back to their offsets', () => {
    fc.assert(
      fc.property(text, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (any, shares) => {
        const positions = positionsOf({ text: any });
        for (const share of shares) {
          const at = Math.floor(share * any.length);
          if (any[at - 1] === '\r' && any[at] === '\n') continue; // inside an end of line there is no position
          expect(positions.offset(positions.position(at))).toBe(at);
        }
      }),
      budget(200),
    );
  });
});
