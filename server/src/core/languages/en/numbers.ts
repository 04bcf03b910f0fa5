import type { Bounds, NumberWords } from '../harmWords.js';
import { split } from '../material.js';

const ones = split(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen`,
);
const tens = split('twenty thirty forty fifty sixty seventy eighty ninety');

const scales: readonly (readonly [string, number])[] = [
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['lakh', 100_000],
  ['crore', 10_000_000],
];

/** *half-million*, *half-a-dozen*, and what they are. */
const halves = scales.flatMap(([word, value]) => [
  [`half-${word}`, value / 2] as const,
  [`half-a-${word}`, value / 2] as const,
]);
export const halfScales: readonly string[] = halves.map(([word]) => word);

const vague: readonly (readonly [string, Bounds])[] = [
  ['several', [3, 9]],
  ['tens', [20, 99]],
  ['dozens', [24, 99]],
  ['scores', [40, 99]],
  ['hundreds', [200, 999]],
  ['thousands', [2_000, 9_999]],
  ['millions', [2_000_000, 9_999_999]],
  ['lakhs', [200_000, 999_999]],
  ['crores', [20_000_000, 99_999_999]],
];

/** Numbers that a hyphen ties to something: *twenty-odd*, *hundred-plus*, *two-and-a-half*. */
export const hyphenatedNumbers: readonly string[] = [
  ...[...ones, ...tens, ...scales.map(([word]) => word)].flatMap((word) => [
    `${word}-odd`,
    `${word}-plus`,
    `${word}-some`,
  ]),
  ...ones.map((word) => `${word}-and-a-half`),
  ...halfScales,
];

/** Numbers in words; docs/grades.md gives the table of vague ones. */
export const numbers: NumberWords = {
  ones: new Map(ones.map((word, value) => [word, value])),
  tens: new Map(tens.map((word, i) => [word, (i + 2) * 10])),
  scales: new Map(scales),
  scaleNouns: new Map(scales.flatMap(([word, value]) => [[word, value] as const, [`${word}s`, value] as const])),
  vague: new Map(vague),
  multiples: new Map([
    ['tens', [20, 99.999]],
    ['dozens', [24, 99.999]],
    ['scores', [40, 99.999]],
    ['hundreds', [200, 999.999]],
  ]),
  // *several hundred*: as *hundreds*
  afterSeveral: new Map(vague.flatMap(([word, bounds]) => (word.endsWith('s') ? [[word.slice(0, -1), bounds]] : []))),
  others: new Map([['couple', 2], ...halves]),
  suffixes: new Map([
    ['m', 1e6],
    ['k', 1e3],
    ['bn', 1e9],
  ]),
};

/** What multiplies the number before it in a claim; *dozen* is as often a noun there. */
export const multipliers: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['bn', 1e9],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
