import { WordSet } from '../languages/material.js';
import { speech } from '../languages/tokenClasses.js';
import { itemAt } from '../span.js';
import { is, isOneOf, shape, type TokenRange, type Words } from '../words.js';

/** A noun phrase taken apart as far as levels need it. */
export interface Phrase extends TokenRange {
  /** The token that says what it is: *officials* in *two local officials who asked not to be named*. */
  readonly head: number;
  /** A personal name in it that stands for the whole: *Ada Lind* in *the mayor, Ada Lind*. */
  readonly person: TokenRange | null;
  readonly definite: boolean;
  /** *the official*, *the same source*: goes back to somebody, if the article has spoken of one. */
  readonly anaphoric: boolean;
  /** *two officials*, *one of the officials*. */
  readonly counted: boolean;
}

export function parsePhrase(words: Words, range: TokenRange): Phrase {
  const head = headOf(words, range);
  const own = withoutExamples(words, range, head);
  const person = personIn(words, own, head) ?? personIn(words, firstOf(words, own), head);
  return {
    from: range.from,
    to: range.to,
    head,
    person,
    definite: isDefinite(words, range),
    anaphoric: isOneOf(words, range.from, words.says.definiteWords),
    counted: anyIn(range.from, head, (i) => words.shapes[i] === shape.number || is(words, i, speech.count)),
  };
}

/** *several officials* in *several officials, including Councillor Lind* and in *several officials, who know Ms Lind*. */
function withoutExamples(words: Words, { from, to }: TokenRange, head: number): TokenRange {
  for (let i = head + 1; i < to; i++) {
    if (isOneOf(words, i, words.says.including)) return { from, to: i };
    // *a colleague, who knows Mr Lind*; but *a guide, who calls herself Ilse Dahl*
    const clause = words.lower[i] === ',' && isOneOf(words, i + 1, words.says.relativePronouns);
    const named = (k: number): boolean => isOneOf(words, k, words.says.withheld) || isOneOf(words, k, words.says.aside);
    if (clause && is(words, head, people) && !anyIn(i + 2, to, named)) return { from, to: i };
  }
  return { from, to };
}

/** *the mayor Ada Lind* in *the mayor Ada Lind and port sources*. */
function firstOf(words: Words, { from, to }: TokenRange): TokenRange {
  for (let i = from + 1; i < to - 1; i++)
    if (isOneOf(words, i, words.says.and) && isCapital(words, i - 1)) return { from, to: i };
  return { from, to };
}

/** Whether a token from `from` up to, not including, `to` passes. */
export const anyIn = (from: number, to: number, test: (i: number) => boolean): boolean => {
  for (let i = from; i < to; i++) if (test(i)) return true;
  return false;
};

export const opensSentence = (words: Words, i: number): boolean =>
  itemAt(words.article.sentences, words.start[i]!)?.firstToken === i;

export const isCapital = (words: Words, i: number): boolean =>
  words.shapes[i] === shape.capital || words.shapes[i] === shape.capitals;

const people = speech.people | speech.bareSource | speech.role | speech.spokesperson | speech.person;
const endsHead = new WordSet([',', '(', '-', '–', '—', ';', ':', '[', '.']);

/** The last word before what modifies the phrase from behind: a preposition, a relative clause, an apposition. */
function headOf(words: Words, { from, to }: TokenRange): number {
  let head = from;
  for (let i = from; i < to; i++) {
    const lower = words.lower[i]!;
    const classes = words.speech[i]!;
    // the stop in *Mr. Lind’s lawyers* ends nothing
    if (isOneOf(words, i, endsHead) && !(lower === '.' && is(words, i - 1, speech.title)) && !isInWord(words, i)) break;
    if (i > from && classes & speech.relative) break;
    if (
      i > from &&
      classes & speech.time &&
      isCapital(words, i) &&
      is(words, head, people | speech.report | speech.media | speech.bodies)
    )
      break;
    // *three close aides*
    const modifies =
      is(words, i + 1, speech.people | speech.role) && i + 1 < to && isOneOf(words, i, words.says.nearness);
    if (i > from && words.shapes[i] === shape.lower && classes & speech.preposition && !modifies) {
      // *one of the officials*, *some of the media*: the group is the head
      const part = is(words, head, speech.count | speech.determiner) || isOneOf(words, head, words.says.partitives);
      if (isOneOf(words, i, words.says.of) && part) continue;
      break;
    }
    if (i > from && words.shapes[i] === shape.lower && opensClause(words, i, head)) break;
    // *two people present at the meeting*, *scientists not involved in the study*
    if (i > from && is(words, head, people) && isOneOf(words, i, words.says.postposed)) break;
    if (words.shapes[i] === shape.mark || isOneOf(words, i, words.says.possessive)) continue;
    if (classes & speech.determiner && i > from && i < to - 1) continue;
    if (isOneOf(words, i, words.says.and) || isOneOf(words, i, words.says.or)) {
      if (is(words, head, people | speech.report | speech.media | speech.bodies) || is(words, i + 1, speech.determiner))
        break;
      continue;
    }
    head = i;
  }
  return head;
}

/** The stop in *northpost.net*, the hyphen in *30-year-old*. */
const isInWord = (words: Words, i: number): boolean =>
  words.start[i] === words.end[i - 1] && words.end[i] === words.start[i + 1];

/** *a photographer contributing to*, *an official identified as*, *hostages held by*: a participle behind a person. */
const opensClause = (words: Words, i: number, head: number): boolean =>
  is(words, head, people | speech.report | speech.document | speech.fighters) &&
  !is(words, i, people) &&
  (words.says.participle.test(words.lower[i]!) ||
    isOneOf(words, i + 1, words.says.by) ||
    (is(words, head, speech.document) && isOneOf(words, i, words.says.irregularParticiples)));

const isDefinite = (words: Words, { from, to }: TokenRange): boolean =>
  isOneOf(words, from, words.says.definiteWords) ||
  anyIn(from, to, (i) => isOneOf(words, i, words.says.possessive)) ||
  (isCapital(words, from) && !is(words, from, speech.determiner | speech.count | people));

const noName =
  speech.people |
  speech.body |
  speech.media |
  speech.bodies |
  speech.bareSource |
  speech.determiner |
  speech.report |
  speech.spokesperson |
  speech.fighters |
  speech.pronoun |
  speech.count |
  speech.preposition |
  speech.adverb |
  speech.time |
  speech.subordinator |
  speech.collective;
/**
 * Whether the capitalised run `name`, in which titles end at `start`, names the person that the phrase is about. Scraped
 * text may have lost the comma before or behind an apposition.
 */
function standsForWhole(
  words: Words,
  { from, to }: TokenRange,
  name: TokenRange,
  start: number,
  head: number,
): boolean {
  const { from: i, to: end } = name;
  const long = end - start >= 2;
  const next = end < to ? words.lower[end]! : '';
  const described =
    end < to &&
    (isOneOf(words, end, words.says.indefiniteArticles) ||
      (isOneOf(words, end, words.says.impersonal) && isOneOf(words, end + 1, words.says.of)));
  const before = i - 1;
  // *Mr Lind’s former advisers*, *a spokesman for Prosecutor Tarik Benali*: somebody else
  if (isOneOf(words, end, words.says.possessive) || isPrincipal(words, head, i, start)) return false;
  if (described && (long || i === from)) return true;
  if (
    i === from &&
    long &&
    end + 1 < to &&
    is(words, end, speech.spokesperson | speech.role) &&
    isOneOf(words, end + 1, words.says.roleOf)
  )
    return !words.says.isNationality(words.lower[i]!);
  if (end < to && is(words, end, bodyOrGroup)) return false;
  if (
    i === from &&
    end < to &&
    words.shapes[end] === shape.lower &&
    is(words, end, speech.role | speech.people | speech.body | speech.media)
  )
    return false;
  if (start > from && is(words, start - 1, introduces) && (end > head || end === to)) return true;
  // *her daughter, Ada,*
  if (!long && head === before - 1 && words.lower[before] === ',' && is(words, head, people))
    return (end === to || next === ',') && words.speech[i] === 0;
  if (!long) return false;
  if (i === from) return end > head || is(words, end, speech.determiner) || endsHead.has(next);
  // *the head of police (HP) Ada Lind*
  if (endsHead.has(words.lower[before]!) || words.lower[before] === ')') return true;
  // *the director of the Rivers Observatory Ada Lind*, where a comma was lost
  // but *insiders at the tour firm Sunny Breaks*
  const body =
    is(words, head, speech.bareSource) &&
    words.shapes[before] === shape.lower &&
    is(words, before, speech.body | speech.media);
  return (
    end === to &&
    words.shapes[before] !== shape.mark &&
    !body &&
    !is(words, before, speech.preposition | speech.determiner)
  );
}

/** Whether the title and the name behind `i` stand behind a preposition that hangs on a person. */
const isPrincipal = (words: Words, head: number, i: number, start: number): boolean =>
  // *One official in the report written by Tarik Benali*
  (head < i && is(words, head, people) && anyIn(head + 1, i, (k) => isOneOf(words, k, words.says.by))) ||
  (head < i &&
    is(words, head, people) &&
    (start > i || is(words, i - 1, introduces)) &&
    anyIn(head + 1, i, (k) => is(words, k, speech.preposition)) &&
    !anyIn(head + 1, i, (k) => words.shapes[k] === shape.mark));

const bodyOrGroup =
  noName &
  ~(
    speech.preposition |
    speech.adverb |
    speech.time |
    speech.subordinator |
    speech.determiner |
    speech.pronoun |
    speech.count
  );
const introduces = speech.role | speech.office | speech.title | speech.spokesperson;

/** The personal name that stands for the phrase: behind a role or title, or two capitalised words that are no body. */
function personIn(words: Words, { from, to }: TokenRange, head: number): TokenRange | null {
  for (let i = from; i < to; i++) {
    if (!isNameWord(words, i) || !isCapital(words, i)) continue;
    let end = i + 1;
    while (end < to && (isNameWord(words, end) || isInitial(words, end))) end++;
    while (end > i + 1 && !isCapital(words, end - 1)) end--;
    let start = i;
    while (start < end - 1 && is(words, start, introduces)) start++;
    if (standsForWhole(words, { from, to }, { from: i, to: end }, start, head)) return { from: start, to: end };
    i = end;
  }
  return null;
}

/** The stop in *Ilse M. Dahl*. */
const isInitial = (words: Words, i: number): boolean =>
  words.lower[i] === '.' && words.lower[i - 1]!.length === 1 && isCapital(words, i + 1);

const isNameWord = (words: Words, i: number): boolean =>
  ((isCapital(words, i) &&
    !(words.shapes[i] === shape.capitals && words.lower[i]!.length > 1 && !words.lower[i]!.endsWith('.'))) ||
    isOneOf(words, i, words.says.nameParticles) ||
    words.says.withNameArticle.test(words.lower[i]!)) &&
  !is(words, i, noName);

/**
 * The words that name the source best: the longest run of capitalised words with what binds them (*Northern Observatory
 * for Rivers*), else the phrase to its head without articles.
 */
export function nameIn(words: Words, { from, to, head }: Phrase): TokenRange {
  let best: TokenRange | null = null;
  for (let i = from; i < to; i++) {
    if (!isCapital(words, i) || is(words, i, speech.determiner | speech.count)) continue;
    let end = i + 1;
    for (let k = end; k < to; k++) {
      if (isCapital(words, k)) end = k + 1;
      else if (!isOneOf(words, k, words.says.bindsName)) break;
    }
    if (best === null || end - i > best.to - best.from) best = { from: i, to: end };
    i = end;
  }
  if (best !== null && best.to > head) return best;
  let start = from;
  while (start < head && is(words, start, speech.determiner)) start++;
  return { from: start, to: head + 1 };
}
