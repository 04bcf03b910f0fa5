import { expect, it } from 'vitest';
import { day, growth } from '../longday/day.js';

it('a short day of editing leaves no memory behind, and the marks of a rebuild', async () => {
  const seen = await day({ files: 30, edits: 600, seed: 5 });
  expect(seen.differences).toEqual([]);
  expect(seen.log).toEqual([]);
  expect(Object.keys(seen.done).length).toBeGreaterThan(5);
  // a heap this small wavers by some percent; `npm run longday` asks for a tenth over 100,000 edits
  expect(growth(seen.memory)).toBeLessThan(0.2);
});
