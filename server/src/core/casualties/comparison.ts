import { type Count, countsWar, sizeOf } from './count.js';
import type { Outcome } from './figure.js';

/**
 * The one ruler for casualty figures: rules, relations, hovers, the table and the panel ask here whether two of them go
 * together. How two counts stand to each other if they are of one incident:
 */
export type Comparison =
  /** Both can be right. */
  | 'agree'
  /** The one counts some of the people that the other counts, and no more of them: *six children*, *19 people*. */
  | 'part'
  /** They cannot both be right now, but the later article gives the higher one: reports grow. */
  | 'update'
  /** They cannot both be right. */
  | 'conflict'
  /** They do not go together, and so many days lie between the articles that nobody compares them any more. */
  | 'outdated'
  /** Of other outcomes, people, scopes or days: nothing to compare. */
  | 'incomparable';

/** Whether two comparable counts cannot both be right at one time. */
export const isApart = (comparison: Comparison): boolean =>
  comparison === 'update' || comparison === 'conflict' || comparison === 'outdated';

/** Two floors whose ratio is at most this are one toll as two reporters knew it (*at least 43*, *at least 45*). Tuned. */
const floorsWithin = 1.1;
/** *At least 43* and 70 are one toll that grew; *at least 43* and 200 are two tolls: largest ratio. Tuned. */
const floorGrowsTo = 1.65;
/** *Around 2,500*, and *dozens* (24 to 99), reach so far to both sides: factor. Tuned. */
const aroundReaches = 1.15;
/** Days between two articles whose counts of one incident are still compared. Chosen. */
const daysOfIncident = 3;
/** The same for counts of a war or a running total of it. Chosen; articles further apart are compared for reused text alone. */
const daysOfWar = 31;
/** Incidents whose stated days lie this many days apart, or more, are two. Chosen. */
const daysStatedApart = 1;

/**
 * Compares two counts. Symmetric. `days` is the day on which the article of `a` appeared less that of `b`, NaN where one
 * is unknown: then a difference is a conflict.
 */
export function compareCounts(a: Count, b: Count, days: number): Comparison {
  return areComparable(a, b) ? compareWholes(a, b, days) : 'incomparable';
}

/** The same, of counts that are no parts, however they are worded. */
function compareWholes(a: Count, b: Count, days: number): Comparison {
  if (!areOfOneThing(a, b)) return 'incomparable';
  if (haveNumberInCommon(a, b)) return 'agree';
  const aIsLower = sizeOf(a) < sizeOf(b);
  // some of the dead cannot be more than all of them; fewer they may be
  if (a.people !== b.people && (a.people === null) !== aIsLower) return 'part';
  if (Math.abs(days) > (countsWar(a) && countsWar(b) ? daysOfWar : daysOfIncident)) return 'outdated';
  const growing = aIsLower ? days < 0 : days > 0;
  return growing ? 'update' : 'conflict';
}

/** Whether two counts may be held against each other. */
export const areComparable = (a: Count, b: Count): boolean =>
  areOfOneThing(a, b) &&
  // a part goes with the same part of the other count alone
  ((!a.partial && !b.partial) || (a.partial && b.partial && a.people !== null && a.people === b.people));

/** Of one outcome, scope and day, and of people of one kind, or of a kind and people in general. */
function areOfOneThing(a: Count, b: Count): boolean {
  const scope = scopeOf(a);
  if (a.outcome !== b.outcome || scope !== scopeOf(b) || scope === 'historical') return false;
  if (scope === 'incident' && Math.abs(a.day - b.day) >= daysStatedApart) return false;
  return a.people === b.people || a.people === null || b.people === null;
}

/** The scope that a count is compared by. */
export const scopeOf = (count: Count): Count['scope'] => (countsWar(count) ? 'cumulative' : count.scope);

/** How much is counted, whatever it is: what one number can be held against another by. */
export type Amount = Pick<Count, 'low' | 'high' | 'approx'>;

/** Whether the two, as intervals, have a number in common. Two floors are compared by their numbers: each is the toll as its reporter knew it. */
export function haveNumberInCommon(a: Amount, b: Amount): boolean {
  const floors = isFloor(a) && isFloor(b);
  return leastOf(a, floors) <= mostOf(b, floors) && leastOf(b, floors) <= mostOf(a, floors);
}

const isFloor = ({ low, high }: Amount): boolean => low !== null && high === null;
const floorReaches = Math.sqrt(floorsWithin);

/** The smallest number that a count may stand for; `floors`: beside another floor. */
function leastOf({ low, high, approx }: Amount, floors: boolean): number {
  const least = low ?? 0;
  return floors ? least / floorReaches : high !== null && approx ? least / aroundReaches : least;
}

/** The largest number that a count may stand for; `floors`: beside another floor. */
function mostOf({ low, high, approx }: Amount, floors: boolean): number {
  if (high === null) return (low ?? 0) * (floors ? floorReaches : floorGrowsTo);
  return approx ? high * aroundReaches : high;
}

/** Two counts of two sentences that were compared. */
export interface Compared {
  readonly comparison: Exclude<Comparison, 'incomparable'>;
  readonly a: Count;
  readonly b: Count;
}

/** Most pairs of sentences have nothing to compare: they share one list. */
const nothing: readonly Compared[] = [];

/**
 * Compares what two sentences count: of each outcome the tolls, or the part of a toll that the other gives alone.
 * `days` as in `compareCounts`.
 */
export function compareTolls(a: readonly Count[], b: readonly Count[], days: number): readonly Compared[] {
  let found: Compared[] | null = null;
  for (let k = 0; k < a.length; k++) {
    if (!isFirst(a, k)) continue;
    const compared = compareOutcome(a, b, a[k]!.outcome, days);
    if (compared === null) continue;
    found ??= [];
    found.push(compared);
  }
  return found ?? nothing;
}

function compareOutcome(a: readonly Count[], b: readonly Count[], outcome: Outcome, days: number): Compared | null {
  let one = tollOf(a, outcome);
  let other = tollOf(b, outcome);
  if (one === undefined || other === undefined) return null;
  // *15 women* of a hundred dead here, *20 women* there: whom both count is compared
  if (one.people === null && other.people !== null) one = tollOf(a, outcome, other.people) ?? one;
  else if (other.people === null && one.people !== null) other = tollOf(b, outcome, one.people) ?? other;
  const comparison = compareWholes(one, other, days);
  if (comparison === 'incomparable') return null;
  const part = isApart(comparison) ? partCompared(a, b, one, other) : undefined;
  return part ?? { comparison, a: one, b: other };
}

const isToll = (count: Count, outcome: Outcome): boolean =>
  count.outcome === outcome && scopeOf(count) !== 'historical';

/**
 * The toll of an outcome: the largest count, because the others are parts of it; events only recalled are left out. It
 * is no part, however it is worded (*killing six and wounding 30 others*).
 */
function tollOf(counts: readonly Count[], outcome: Outcome, people: string | null = null): Count | undefined {
  let largest: Count | undefined;
  for (const count of counts)
    if (isToll(count, outcome) && (people === null || count.people === people))
      if (largest === undefined || sizeOf(count) > sizeOf(largest)) largest = count;
  return largest;
}

/** Whether the count at `at` is the first of its outcome, events only recalled left out. */
function isFirst(counts: readonly Count[], at: number): boolean {
  const { outcome } = counts[at]!;
  for (let k = 0; k < at; k++) if (isToll(counts[k]!, outcome)) return false;
  return true;
}

/** Smaller parts stand in many sentences: two children die in many places. Chosen. */
const tellingPart = 5;

/** *Eleven children were killed*; *fifteen civilians, among them eleven children*: the toll of the one is a part of the other's. */
function partCompared(a: readonly Count[], b: readonly Count[], one: Count, other: Count): Compared | undefined {
  const partOfB = partLike(one, b);
  if (partOfB !== undefined) return { comparison: 'agree', a: one, b: partOfB };
  const partOfA = partLike(other, a);
  return partOfA && { comparison: 'agree', a: partOfA, b: other };
}

const partLike = (toll: Count, counts: readonly Count[]): Count | undefined =>
  sizeOf(toll) < tellingPart
    ? undefined
    : counts.find(({ outcome, low, high }) => outcome === toll.outcome && low === toll.low && high === toll.high);

/** From what cannot be overlooked to what needs no look. */
const byWeight: readonly Comparison[] = ['conflict', 'update', 'outdated', 'agree', 'part', 'incomparable'];

/** Whether a comparison outweighs another: a figure that differs says more than one that agrees. */
export const isWeightier = (one: Comparison, other: Comparison): boolean =>
  byWeight.indexOf(one) < byWeight.indexOf(other);

/** The comparison that decides how two sentences stand to each other. */
export function weightiest(compared: readonly Compared[]): Compared | undefined {
  let found = compared[0];
  for (const one of compared) if (found !== undefined && isWeightier(one.comparison, found.comparison)) found = one;
  return found;
}
