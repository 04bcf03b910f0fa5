import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frontMatter, type Generator, generators, textOf } from './generators.js';
import { Meter, type Work } from './meter.js';

/**
 * Law 5 of docs/architecture.md: work grows with the text, whatever the text. Each text is doubled, and the work of reading
 * it, relating it to a copy that begins otherwise, finding what is claimed in it and marking it is counted in steps: no
 * clock, so no slow machine can make it fail.
 *
 * WORK_KB goes further than CI does: `WORK_KB=62,125,250,500,1000 npm run test:work`.
 */
const sizes = (process.env.WORK_KB ?? '31,62').split(',').map((kilobytes) => Number(kilobytes) * 1024);
/** Twice the text may take twice the work, and a little for sorting. */
const most = 2.3;

const meter = new Meter();
let readAndMark: (text: string) => void;

beforeAll(async () => {
  await meter.start();
  const { Workspace } = await import('../../server/src/workspace/workspace.js');
  const { testReaders } = await import('../readers.js');
  readAndMark = (text) => {
    const workspace = new Workspace(testReaders);
    workspace.set('copy.txt', `The market stays open. ${text}`);
    workspace.set('article.txt', text);
    workspace.findings('article.txt');
    workspace.claims('article.txt');
  };
  readAndMark(textOf(generators[0] as Generator, 2000)); // what is made once is made now
});
afterAll(() => meter.stop());

/** The first doubling that takes too much work, in words; '' where none does. */
async function tooMuch(make: (length: number) => string): Promise<string> {
  let before: (Work & { length: number }) | null = null;
  for (const size of sizes) {
    const text = make(size);
    const work = await meter.measure(() => readAndMark(text));
    if (before !== null) {
      const growth = work.steps / before.steps;
      const text2 = text.length / before.length;
      const busiest = work.busiest.map(({ name, steps }) => `${name} ${Math.round((100 * steps) / work.steps)} %`);
      if (growth > most * (text2 / 2))
        return `${before.length} to ${text.length} characters: work × ${growth.toFixed(2)}, most in ${busiest.join(', ')}`;
    }
    before = { ...work, length: text.length };
  }
  return '';
}

describe('twice the text takes at most twice the work', () => {
  for (const generator of generators)
    it(generator.name, async () => {
      const found = await tooMuch((length) => textOf(generator, length));
      if (generator.grows === undefined) expect(found).toBe('');
      else expect(found, `no longer: take “grows” away from “${generator.name}” in generators.ts`).not.toBe('');
    });

  it('fields of front matter', async () => {
    expect(await tooMuch(frontMatter)).toBe('');
  });
});
