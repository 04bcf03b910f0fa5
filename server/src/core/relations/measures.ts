import { amount, say } from '../../../../l10n/say.js';
import { type Amount, haveNumberInCommon } from '../casualties/comparison.js';
import type { Count } from '../casualties/count.js';
import type { Language } from '../languages/language.js';
import { numberOf, perLanguage } from '../languages/material.js';
import { anySpeech, harm } from '../languages/tokenClasses.js';
import { termsOf } from '../mentions/terms.js';
import { wordsIn } from './difference.js';

/** A number of a sentence with what it counts: *41 arrests*, *21 percent*, *$14 million*. */
export interface Measure extends Amount {
  readonly value: number;
  /** Terms of the words behind it (*41 illegal arrests*: both), and the sign before it. */
  readonly units: ReadonlyMap<number, string>;
  /** People are counted, whatever they are called. */
  readonly people: boolean;
  /** Some of them are spoken of: *half of the 3,900 drivers*. */
  readonly whole: boolean;
}

/** Words behind a number that may say what it counts. Chosen. */
const wordsOfUnit = 3;
/** Words before a number that may qualify it: *no fewer than*. */
const wordsOfQualifier = 3;
/** Numbers of a sentence that are compared, the first: a table in one line may hold thousands. Chosen. */
const mostMeasures = 16;
/** A bare number of these is a year. */
const years = { from: 1900, to: 2100 };

/** Reads the numbers of a sentence. Days of a month, times of day, years and ages count nothing. */
export function measuresOf(sentence: string, language: Language): readonly Measure[] {
  const lower = wordsIn(sentence).map((word) => word.toLowerCase());
  const classes = harmClasses(lower, language);
  const found: Measure[] = [];
  for (let i = 0; i < lower.length && found.length < mostMeasures; i++) {
    const [, sign = '', digits = '', percent = ''] = /^([$€£]?)(.*?)(%?)$/u.exec(lower[i]!) ?? [];
    const number = termsOf(language).numberOf(digits);
    if (Number.isNaN(number) || isOfDate(lower, i, language) || language.claims.clock.has(lower[i + 1] ?? '')) continue;
    const short = sign === '' ? undefined : language.claims.moneyScales.get(/\d(\p{L}+)$/u.exec(digits)?.[1] ?? '');
    const scale = short ?? language.harm.numbers.scales.get(lower[i + 1] ?? '');
    const first = scale === undefined || scale === short ? i + 1 : i + 2;
    const units = percent === '' ? unitsAt(lower, first, sign, classes, language) : ofPercent;
    const value = number * (scale ?? 1);
    if (units.size === 0 && value >= years.from && value < years.to) continue;
    const people = units !== ofPercent && classes.subarray(first, first + wordsOfUnit).some(isOfPeople);
    const before = lower.slice(Math.max(0, i - wordsOfQualifier), i).join(' ');
    const whole = language.claims.partOf.test(before);
    found.push({ value, units, people, whole, ...qualified(value, before, language) });
    i = first - 1;
  }
  return found;
}

/** Percent are of one unit however they are written. */
const ofPercent: ReadonlyMap<number, string> = new Map([[0, '%']]);

function unitsAt(
  lower: readonly string[],
  first: number,
  sign: string,
  classes: Int32Array,
  language: Language,
): ReadonlyMap<number, string> {
  const { stopWords, percent } = language.claims;
  if (percent.has(lower[first] ?? '') || (stopWords.has(lower[first] ?? '') && percent.has(lower[first + 1] ?? '')))
    return ofPercent;
  const units = new Map<number, string>(sign === '' ? [] : [[sign.charCodeAt(0), sign]]);
  for (const [i, word] of lower.slice(first, first + wordsOfUnit).entries()) {
    const term = stopWords.has(word) ? null : termsOf(language).termOf(word, false);
    if (term === null || !Number.isNaN(term.value)) break;
    units.set(term.hash, word);
    // *12 meters across* and *40 feet across* may be one length
    if ((classes[first + i]! & harm.unit) !== 0) break;
  }
  return units;
}

const calendar = perLanguage(
  ({ claims, harm: { months } }: Language) => new Set([...claims.weekdays, ...months.keys()]),
);

const isOfDate = (lower: readonly string[], i: number, language: Language): boolean =>
  [lower[i - 1], lower[i + 1]].some((word) => word !== undefined && calendar(language).has(word));

/** *At least 40* is a floor; *about*, *up to* and *nearly* reach a little to both sides. */
function qualified(value: number, before: string, { claims }: Language): Amount {
  const qualifier = claims.qualifiers.find(({ phrase }) => before === phrase || before.endsWith(` ${phrase}`));
  return { low: value, high: qualifier?.kind === 'floor' ? null : value, approx: qualifier?.kind === 'range' };
}

/** What each word is to a reader of tolls: `harm` bits. */
function harmClasses(lower: readonly string[], language: Language): Int32Array {
  const classes = new Int32Array(lower.length);
  language.classes.classify(
    lower,
    Int32Array.from(lower, (word) => numberOf(word)),
    new Int32Array(lower.length),
    classes,
  );
  return classes;
}

const isOfPeople = (bits: number): boolean => (bits & harm.people & anySpeech) !== 0;

/** Without what counts people who were harmed: tolls have a ruler of their own, and 43 dead are no six rockets. */
export const withoutTolls = (measures: readonly Measure[], tolls: readonly Count[]): readonly Measure[] =>
  measures.filter(({ value }) => !tolls.some(({ low, high }) => low === value || high === value));

const ofOneUnit = (a: Measure, b: Measure): boolean =>
  a.whole === b.whole && ((a.people && b.people) || [...a.units.keys()].some((unit) => b.units.has(unit)));

/**
 * Numbers of one unit that cannot be one (*14 arrests*, *41 arrests*), each with nothing on the other side that it goes
 * together with; `null` where there are none.
 */
export function measuresApart(a: readonly Measure[], b: readonly Measure[]): readonly [Measure, Measure] | null {
  const one = a.filter((measure) => !b.some((other) => haveNumberInCommon(measure, other)));
  const other = b.filter((measure) => !a.some((known) => haveNumberInCommon(measure, known)));
  for (const x of one) for (const y of other) if (ofOneUnit(x, y)) return [x, y];
  return null;
}

/** Whether each side's numbers go together with one of the other, and there are some. */
export const measuresAgree = (a: readonly Measure[], b: readonly Measure[]): boolean =>
  a.length > 0 &&
  b.length > 0 &&
  a.every((measure) => b.some((other) => haveNumberInCommon(measure, other))) &&
  b.every((measure) => a.some((other) => haveNumberInCommon(measure, other)));

/** Whether their numbers go together, and one of them rounds the other's of one unit: *nearly 500 jobs*, *496 jobs*. */
export const measuresRounded = (a: readonly Measure[], b: readonly Measure[]): boolean =>
  measuresAgree(a, b) && a.some((x) => b.some((y) => isRounded(x, y)));

const isRounded = (x: Measure, y: Measure): boolean =>
  x.value !== y.value && x.approx !== y.approx && haveNumberInCommon(x, y) && ofOneUnit(x, y);

/** *14 against 41 arrests*: the unit by the second's word for it. */
export function measuresInWords([a, b]: readonly [Measure, Measure]): string {
  const unit = [...b.units].find(([term]) => a.units.has(term))?.[1] ?? '';
  const [one, other] = [amount(a.value), amount(b.value)];
  if (unit === '%') return say`${one}% against ${other}%`;
  return /[$€£]/.test(unit)
    ? say`${unit}${one} against ${unit}${other}`
    : say`${one} against ${other} ${unit}`.trimEnd();
}
