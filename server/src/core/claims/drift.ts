import { isNamed, type Level } from '../attribution/attribution.js';
import type { Claims, Hedge, Voice } from './claims.js';
import type { Drift } from './relation.js';

/**
 * What one of two mentions of a claim says with less certainty than the other: a lost hedge, floor or range, a lost
 * attribution, a vague source that became a named one, a quotation given to another speaker.
 */
export function driftOf(a: Claims, i: number, b: Claims, j: number): Drift[] {
  return [
    ...lostHedges(a.hedges.get(i) ?? [], b.hedges.get(j) ?? [], numbersOf(b, j), 'a'),
    ...lostHedges(b.hedges.get(j) ?? [], a.hedges.get(i) ?? [], numbersOf(a, i), 'b'),
    ...otherVoices(a.voices.get(i) ?? [], b.voices.get(j) ?? []),
  ];
}

function numbersOf(claims: Claims, m: number): Set<number> {
  const found = new Set<number>();
  for (let t = claims.firstTerm[m] as number; t < (claims.firstTerm[m + 1] as number); t++) {
    const value = claims.value[t] as number;
    if (!Number.isNaN(value)) found.add(value);
  }
  return found;
}

/** Hedges of one side that the other lost; a floor or range only where the other gives the same number bare. */
function lostHedges(
  kept: readonly Hedge[],
  other: readonly Hedge[],
  otherNumbers: ReadonlySet<number>,
  keptBy: 'a' | 'b',
): Drift[] {
  return kept
    .filter((hedge) =>
      hedge.kind === 'hedge'
        ? !other.some((one) => one.kind === 'hedge')
        : otherNumbers.has(hedge.value) && !other.some((one) => one.value === hedge.value),
    )
    .map(({ kind, words }) => ({ kind, words, keptBy, instead: '' }));
}

const vague: ReadonlySet<Level> = new Set(['anonymous-person', 'vague-media', 'hearsay', 'vague-collective']);

function otherVoices(a: readonly Voice[], b: readonly Voice[]): Drift[] {
  const mainA = a.find((voice) => voice.level !== 'hearsay');
  const mainB = b.find((voice) => voice.level !== 'hearsay');
  if (mainA === undefined && mainB === undefined) return [];
  if (mainA === undefined || mainB === undefined) {
    const words = (mainA ?? (mainB as Voice)).words;
    return words === '' ? [] : [{ kind: 'attribution', words, keptBy: mainA ? 'a' : 'b', instead: '' }];
  }
  if (vague.has(mainA.level) && isNamed(mainB.level))
    return [{ kind: 'attribution', words: mainA.words, keptBy: 'a', instead: mainB.words }];
  if (vague.has(mainB.level) && isNamed(mainA.level))
    return [{ kind: 'attribution', words: mainB.words, keptBy: 'b', instead: mainA.words }];
  const named = isNamed(mainA.level) && isNamed(mainB.level);
  if (named && mainA.quotes && mainB.quotes && !sameName(mainA.name, mainB.name))
    return [{ kind: 'speaker', words: mainA.words, keptBy: 'a', instead: mainB.words }];
  return [];
}

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);

/** Two names that share their last word, or all words of the shorter, mean one speaker. */
function sameName(a: string, b: string): boolean {
  const wordsA = wordsOf(a);
  const wordsB = wordsOf(b);
  const [less, more] = wordsA.length < wordsB.length ? [wordsA, wordsB] : [wordsB, wordsA];
  return less.length === 0 || less.some((word) => more.includes(word));
}
