import { isNamed, type Level } from '../attribution/attribution.js';
import { hash } from '../hash.js';
import { languageOf } from '../languages/index.js';
import type { Language } from '../languages/language.js';
import type { Hedge, MentionTable, Voice } from '../mentions/mentionTable.js';
import { type Drift, type Related, sureFrom } from './relation.js';

type Alike = Pick<Related, 'i' | 'j' | 'kind' | 'score'>;

const none: readonly never[] = [];

/**
 * What one of two mentions of a claim says with less certainty than the other: a lost hedge, floor or range, a lost
 * attribution, a vague source that became a named one, a quotation given to another speaker.
 */
export function driftOf(a: MentionTable, b: MentionTable, { i, j, kind, score }: Alike): Drift[] {
  const [hedgesA, hedgesB] = [a.hedges.get(i) ?? none, b.hedges.get(j) ?? none];
  const [voicesA, voicesB] = [a.voices.get(i) ?? none, b.voices.get(j) ?? none];
  if (hedgesA.length + hedgesB.length + voicesA.length + voicesB.length === 0) return [];
  // the two are so alike that what is missing was lost, not left to another sentence
  const sure = kind === 'copy' || score >= sureFrom;
  const language = languageOf(a.language);
  const hedges = [
    ...lostHedges(hedgesA, hedgesB, b.numbers.get(j) ?? none, 'a', sure),
    ...lostHedges(hedgesB, hedgesA, a.numbers.get(i) ?? none, 'b', sure),
  ];
  const voices = otherVoices(voicesA, voicesB, sure, language);
  return [
    ...hedges,
    ...voices.filter((drift) => drift.kind !== 'attribution' || drift.instead !== '' || !names(drift)),
  ];

  /** The side that seems to have lost the attribution names the source after all (*Assad has vowed …*). */
  function names({ keptBy, words }: Drift): boolean {
    const [claims, mention] = keptBy === 'a' ? [b, j] : [a, i];
    const said = claims.word.subarray(claims.firstWord[mention], claims.firstWord[mention + 1]);
    const last = nameWords(words, language).at(-1);
    return last !== undefined && said.includes(hash(last));
  }
}

/** Hedges of one side that the other lost; a floor or range only where the other gives the same number bare. */
function lostHedges(
  kept: readonly Hedge[],
  other: readonly Hedge[],
  otherNumbers: readonly number[],
  keptBy: 'a' | 'b',
  sure: boolean,
): Drift[] {
  return kept
    .filter((hedge) =>
      hedge.kind === 'hedge'
        ? sure && !other.some((one) => one.kind === 'hedge')
        : otherNumbers.includes(hedge.value) && !other.some((one) => one.value === hedge.value),
    )
    .map(({ kind, words }) => ({ kind, words, keptBy, instead: '' }));
}

const vague: ReadonlySet<Level> = new Set(['anonymous-person', 'vague-media']);

function otherVoices(a: readonly Voice[], b: readonly Voice[], sure: boolean, language: Language): Drift[] {
  const mainA = mainOf(a);
  const mainB = mainOf(b);
  if (mainA === undefined && mainB === undefined) return [];
  if (mainA === undefined || mainB === undefined) {
    const voice = mainA ?? (mainB as Voice);
    const silent = mainA === undefined ? a : b;
    if (!sure || voice.words === '' || silent.length > 0) return [];
    return [{ kind: 'attribution', words: voice.words, keptBy: mainA ? 'a' : 'b', instead: '' }];
  }
  if (vague.has(mainA.level) && isNamed(mainB.level))
    return [{ kind: 'attribution', words: mainA.words, keptBy: 'a', instead: mainB.words }];
  if (vague.has(mainB.level) && isNamed(mainA.level))
    return [{ kind: 'attribution', words: mainB.words, keptBy: 'b', instead: mainA.words }];
  const persons = mainA.level === 'named-person' && mainB.level === 'named-person';
  if (persons && mainA.quotes && mainB.quotes && !sameName(mainA.name, mainB.name, language))
    return [{ kind: 'speaker', words: mainA.words, keptBy: 'a', instead: mainB.words }];
  return [];
}

/** Who answers for a mention: the first source that is more than hearsay. */
const mainOf = (voices: readonly Voice[]): Voice | undefined => voices.find((voice) => voice.level !== 'hearsay');

/** The words of a name, in lower case: those with a capital, particles left out. */
const nameWords = (name: string, language: Language): string[] =>
  name
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word.length > 2 && /^\p{Lu}/u.test(word))
    .map((word) => word.toLowerCase())
    .filter((word) => !language.claims.articles.has(word));

/** Two names that share their last word, or all words of the shorter, mean one speaker. */
function sameName(a: string, b: string, language: Language): boolean {
  const wordsA = nameWords(a, language);
  const wordsB = nameWords(b, language);
  const [less, more] = wordsA.length < wordsB.length ? [wordsA, wordsB] : [wordsB, wordsA];
  return less.length === 0 || less.some((word) => more.includes(word));
}
