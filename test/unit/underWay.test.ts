import { describe, expect, it } from 'vitest';
import { UnderWay } from '../../server/src/archive/underWay.js';

describe('work under way', () => {
  it('is begun when there is room for it', async () => {
    const underWay = new UnderWay(2);
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const piece = (name: string) => () => {
      begun.push(name);
      return new Promise<void>((end) => ends.push(end));
    };
    await underWay.begin(piece('first'));
    await underWay.begin(piece('second'));
    const third = underWay.begin(piece('third'));
    await Promise.resolve();
    expect(begun).toEqual(['first', 'second']);
    ends[1]!();
    await third;
    expect(begun).toEqual(['first', 'second', 'third']);
  });

  it('that failed while nobody waited for it is told at the end', async () => {
    const underWay = new UnderWay(2);
    const failed = Promise.reject(new Error('refused'));
    await underWay.begin(() => failed);
    await failed.catch(() => undefined);
    await expect(underWay.end()).rejects.toThrow('refused');
  });
});
