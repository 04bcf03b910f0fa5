import { anySpeech, speech } from '../languages/tokenClasses.js';
import { is, isOneOf, shape, type TokenRange, type Words } from '../words.js';
import { anyIn, isCapital, opensSentence, type Phrase } from './phrase.js';

/** A capitalised word of no class, as names of people are: *Tarik*, not *Senate* or *German*. */
export const isPersonal = (words: Words, i: number): boolean =>
  isClassless(words, i) && !words.says.isNationality(words.lower[i]!);

/** *Benali* has the ending of a nationality. */
export const isClassless = (words: Words, i: number): boolean =>
  words.shapes[i] === shape.capital && !is(words, i, anySpeech);

/** Surnames that are words for people: *Mr Sellers*, *Duncan Hunter*; not *Texas Republicans*. */
export function namesLikeRoles(words: Words): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 1; i < words.lower.length; i++) {
    if (!isCapital(words, i) || !is(words, i, speech.role | speech.people)) continue;
    const before = words.lower[i - 1] === '.' ? i - 2 : i - 1;
    // *Duncan D. Hunter*
    const initial = before < i - 1 && words.lower[before]!.length === 1;
    const titled = is(words, before, speech.title) && isCapital(words, before);
    const forename = isPersonal(words, initial ? before - 1 : i - 1);
    // *Joseph Sellers*; *Texas Republicans*, *Torvik Residents Say* are none
    const group = isOneOf(words, i, words.says.partisans) || isCapital(words, i + 1);
    if (titled || (forename && !(is(words, i, speech.people) && (group || opensSentence(words, i)))))
      found.add(words.lower[i]!);
  }
  return found;
}

/** *Ivo R. Marek Jr.*; not *Gov. Marek*. */
const isStopInName = (words: Words, i: number): boolean =>
  words.lower[i] === '.' && isCapital(words, i - 1) && !is(words, i - 1, speech.title);

const isDash = (words: Words, i: number): boolean => /^[-–—]$/.test(words.lower[i] ?? '');

/** *Ada Lind, the council’s adviser, said*; *Lind – a former aide – said*: the name before an apposition that is closed. */
export function namedBefore(words: Words, { from, to, head, counted }: Phrase): TokenRange | null {
  // *Ada Lind, a former aide who said*
  const closed = /^[,.)]$/.test(words.lower[to] ?? '') || isDash(words, to) || isOneOf(words, to, words.says.who);
  if (!closed || counted || is(words, head, speech.people | speech.bodies | speech.fighters)) return null;
  let end = from - 1;
  if (isDash(words, end)) while (isDash(words, end - 1)) end--;
  else if (!/^[,(]$/.test(words.lower[end] ?? '')) return null;
  // *Ada Lind of Halden, a former aide*
  const of = isOneOf(words, end - 2, words.says.of) && isCapital(words, end - 1) && isCapital(words, end - 3);
  if (of) end -= 2;
  let start = end;
  while (start > 0 && (isClassless(words, start - 1) || isStopInName(words, start - 1))) start--;
  if (start === end || !isPersonal(words, start)) return null;
  // *Ada Lind, the council’s adviser* wherever it stands; *Lind, a former aide,* where a clause begins
  const definite =
    isOneOf(words, from, words.says.the) || anyIn(from, to, (i) => isOneOf(words, i, words.says.possessive));
  const who = words.lower[to] === ',' ? to + 1 : to;
  if (end - start >= 2 && (definite || isOneOf(words, who, words.says.who))) return { from: start, to: end };
  const opens =
    start === 0 || words.shapes[start - 1] === shape.mark || is(words, start - 1, speech.subordinator | speech.title);
  return opens ? { from: start, to: end } : null;
}
