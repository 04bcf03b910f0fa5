import { word } from '../languages/en/attribution.js';
import type { Level } from './attribution.js';
import { is, shape, type TokenRange, type Words } from './words.js';

/**
 * The level of a source by its own words, before anything it refers to is known. Function or affiliation identifies;
 * closeness or knowledge does not (see docs/levels.md).
 */
export function levelOf(words: Words, range: TokenRange): Level {
  const head = headOf(words, range);
  const afterHead = { from: head + 1, to: range.to };
  if (namesPerson(words, range, head)) return 'named-person';
  const classes = words.classes[head] as number;
  const written = words.shapes[head];
  if (classes & word.spokesperson) return 'spokesperson';
  if (classes & word.bareSource) return placed(words, afterHead) ? 'unnamed-role' : 'anonymous-person';
  if ((written === shape.capital || written === shape.capitals) && !(classes & commonHead && head === range.from)) {
    if (!(classes & (word.people | word.role)) || isDefinite(words, range)) return nameLevel(words, range, head);
  }
  return commonLevel(words, range, head, afterHead);
}

const commonHead =
  word.person |
  word.role |
  word.people |
  word.media |
  word.report |
  word.body |
  word.bodies |
  word.fighters |
  word.collective |
  word.determiner |
  word.count;

function commonLevel(words: Words, range: TokenRange, head: number, afterHead: TokenRange): Level {
  const classes = words.classes[head] as number;
  if (classes & word.media || classes & word.report) return mediaLevel(words, range, head);
  if (classes & word.office && isDefinite(words, range) && !(classes & word.people)) return 'named-body';
  if (classes & word.person) return personLevel(words, range, head, afterHead);
  if (classes & word.role) return 'unnamed-role';
  if (classes & word.people) return isCounted(words, range, head) ? 'unnamed-role' : 'vague-collective';
  if (classes & (word.fighters | word.collective)) return 'vague-collective';
  if (classes & word.bodies)
    return namesSome(words, { from: range.from, to: head }) && isDefinite(words, range)
      ? 'named-body'
      : 'vague-collective';
  if (classes & word.body || classes & word.document) return 'named-body';
  if (classes & (word.count | word.determiner)) return 'vague-collective';
  return 'named-body';
}

/** The last word of the phrase before what modifies it from behind (*of the ministry*, *who asked not to be named*). */
export function headOf(words: Words, range: TokenRange): number {
  let head = range.from;
  for (let i = range.from; i < range.to; i++) {
    const classes = words.classes[i] as number;
    if (words.lower[i] === ',' || words.lower[i] === '(' || words.lower[i] === '–') break;
    if (classes & word.relative && i > range.from) break;
    if (classes & word.preposition && i > range.from && words.shapes[i] === shape.lower) break;
    if (words.lower[i] === "'s" || words.lower[i] === "'" || words.shapes[i] === shape.mark) continue;
    if (classes & word.determiner && !(head === range.from) && i < range.to - 1) continue;
    head = i;
    if (words.lower[i + 1] === 'and' && classes & (word.people | word.bareSource | word.role)) break;
  }
  return head;
}

const isDefinite = (words: Words, range: TokenRange): boolean =>
  /^(?:the|this|that|his|her|its|their|our)$/.test(words.lower[range.from] as string) ||
  (words.shapes[range.from] !== shape.lower && !is(words, range.from, word.determiner | word.count));

function isCounted(words: Words, range: TokenRange, head: number): boolean {
  for (let i = range.from; i < head; i++) if (words.shapes[i] === shape.number || is(words, i, word.count)) return true;
  return false;
}

/** *at Nordhaven Police Command*, *in the militia*: a place of work, which tells who could know. */
function placed(words: Words, after: TokenRange): boolean {
  if (after.to <= after.from || !/^(?:at|in|within|inside|from|of)$/.test(words.lower[after.from] as string))
    return false;
  for (let i = after.from + 1; i < after.to; i++) if (is(words, i, word.body | word.office)) return true;
  return words.lower[after.from] === 'in' ? false : namesSome(words, { from: after.from + 1, to: after.to });
}

const namesSome = (words: Words, range: TokenRange): boolean => {
  for (let i = range.from; i < range.to; i++)
    if (words.shapes[i] === shape.capital || words.shapes[i] === shape.capitals) return true;
  return false;
};

/** A personal name: two capitalised words that are no body, after a role or title, or before or in an apposition. */
function namesPerson(words: Words, range: TokenRange, head: number): boolean {
  for (let i = range.from; i < range.to; i++) {
    if (!isName(words, i)) continue;
    let to = i;
    while (to < range.to && isName(words, to)) to++;
    const introduced =
      i > range.from &&
      is(words, i - 1, word.role | word.office | word.title | word.spokesperson) &&
      i - 1 >= range.from;
    const apposed = i === range.from || words.lower[i - 1] === ',' || words.lower[i - 1] === '–';
    if (introduced && to > i && to - 1 >= head) return true;
    if (apposed && to - i >= 2 && !hasBody(words, i, to)) return true;
    i = to;
  }
  return false;
}

const isName = (words: Words, i: number): boolean =>
  (words.shapes[i] === shape.capital ||
    (words.shapes[i] === shape.capitals && /^\p{L}\./u.test(words.lower[i] as string)) ||
    /^(?:al|bin|de|van|von|el)$/.test(words.lower[i] as string)) &&
  !is(
    words,
    i,
    word.people |
      word.body |
      word.media |
      word.bodies |
      word.bareSource |
      word.determiner |
      word.report |
      word.spokesperson |
      word.fighters |
      word.pronoun |
      word.count |
      word.preposition |
      word.adverb |
      word.time,
  );

const hasBody = (words: Words, from: number, to: number): boolean => {
  for (let i = from; i < to + 1; i++)
    if (is(words, i, word.body | word.bodies | word.media | word.people | word.role)) return true;
  return false;
};

function nameLevel(words: Words, range: TokenRange, head: number): Level {
  if (
    words.shapes[head] === shape.capital &&
    head - range.from <= 3 &&
    !hasBody(words, range.from, head) &&
    words.lower[range.from] !== 'the'
  )
    return head > range.from ? 'named-person' : 'named-body';
  return 'named-body';
}

function personLevel(words: Words, range: TokenRange, head: number, after: TokenRange): Level {
  const plain = /^(?:people|men|women|those|individuals)$/.test(words.lower[head] as string);
  for (let i = after.from; i < after.to; i++)
    if (/^(?:familiar|close|briefed|knowledge|aware|involved|informed)$/.test(words.lower[i] as string))
      return 'anonymous-person';
  if (plain && !isCounted(words, range, head)) return 'vague-collective';
  return 'anonymous-person';
}

function mediaLevel(words: Words, range: TokenRange, head: number): Level {
  for (let i = range.from; i < head; i++) {
    const written = words.shapes[i];
    if (written === shape.capitals && !/^(?:us|u\.s\.|uk|tv|u\.k\.)$/.test(words.lower[i] as string))
      return 'named-body';
  }
  for (let i = head + 1; i < range.to; i++)
    if (words.shapes[i] === shape.capital || words.shapes[i] === shape.capitals) return 'named-body';
  const definite = words.lower[range.from] === 'the' || words.lower[range.from] === 'his';
  if (is(words, head, word.report) && definite && words.lower[head] === 'report') return 'named-body';
  return 'vague-media';
}
