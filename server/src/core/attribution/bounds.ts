import { speech } from '../languages/tokenClasses.js';
import { itemAt } from '../span.js';
import { is, isOneOf, shape, type TokenRange, type Words } from '../words.js';
import { isUnnamed, levelOf } from './level.js';
import { anyIn, isCapital, opensSentence, parsePhrase } from './phrase.js';
import { longestAddress, type Spotted } from './spotted.js';

/**
 * Where a source begins and ends, whoever spotted it: without the clause before it, without quotation marks, without an
 * aside on its name; and two sources of different kinds as two.
 */
export function bounded(words: Words, spotted: Spotted): Spotted[] {
  const { source } = spotted;
  if (source === null) return [spotted];
  const bare = withoutMarks(words, toStop(words, source, spotted.cue));
  if (bare === null) return [];
  const own = withoutAdverb(words, withoutAside(words, fromPronoun(words, bare)));
  const alone = throughInsertion(words, withNoun(words, { ...spotted, source: own }));
  return apart(words, withoutClause(words, alone));
}

/** In letters: an abbreviation is shorter; set by hand. */
const longestAbbreviation = 4;

/** *according to the United Nations | . Officials*: where a sentence was not seen to end, the source does. */
function toStop(words: Words, { from, to }: TokenRange, cue: TokenRange): TokenRange {
  if (from < cue.to) return { from, to };
  for (let i = from + 1; i < to - 1; i++)
    if (words.lower[i] === '.' && words.lower[i - 1]!.length > longestAbbreviation && isCapital(words, i + 1))
      if (words.start[i + 1]! > words.end[i]!) return { from, to: i };
  return { from, to };
}

const isMark = (words: Words, i: number): boolean => words.shapes[i] === shape.mark;

/** *' a harbour official*, *“Auntie” –*: what stands around a source is no part of it. */
function withoutMarks(words: Words, { from, to }: TokenRange): TokenRange | null {
  let start = from;
  while (start < to && /^["'“”‘’,;:–—-]$/.test(words.lower[start]!)) start++;
  let end = to;
  while (end > start && /^[,;:–—-]$/.test(words.lower[end - 1]!)) end--;
  // *the attack on Thursday, said …*: no day speaks
  return anyIn(start, end, (i) => !is(words, i, speech.time)) ? { from: start, to: end } : null;
}

/** *While a Republican, | he has taken on both parties and, with no aides, (made clear)*: the pronoun is the subject. */
function fromPronoun(words: Words, { from, to }: TokenRange): TokenRange {
  for (let i = from + 1; i < to - 1; i++)
    if (
      words.lower[i - 1] === ',' &&
      words.says.pronouns.has(words.lower[i]!) &&
      is(words, i + 1, speech.auxiliary | speech.verb)
    )
      return { from: i, to: i + 1 };
  return { from, to };
}

/**
 * *Nine people died in the flood, | two officials said.*, *The ministry, | sources say, knew*: where the attribution closes
 * the sentence or interrupts it, what stands before the last comma is what is said. *Ada Lind, a lecturer, said* has a
 * comma before its verb, and *Ada Lind, a lecturer said* no clause in it.
 */
function withoutClause(words: Words, spotted: Spotted): Spotted {
  const { source, cue, content } = spotted;
  if (source === null || source.to !== cue.from) return spotted;
  const comma = lastComma(words, source);
  if (comma < 0) return spotted;
  const phrase = { from: comma + 1, to: source.to };
  if (!isUnnamed(words, phrase)) return spotted;
  const said = { from: source.from, to: comma };
  const verbal = anyIn(said.from, said.to, (i) => is(words, i, speech.auxiliary | speech.verb | speech.reports));
  if (!verbal && !endsOrInterrupts(words, cue.to)) return spotted;
  const known = content.some(({ from, to }) => from < said.to && said.from < to);
  return { source: phrase, cue, content: known ? content : [said, ...content] };
}

function lastComma(words: Words, { from, to }: TokenRange): number {
  for (let i = to - 2; i > from; i--) if (words.lower[i] === ',') return i;
  return -1;
}

/** *A port spokesman | later told*, *officials | there said*, *And | residents said*. */
function withoutAdverb(words: Words, range: TokenRange): TokenRange {
  const { to } = range;
  const from = isOneOf(words, range.from, words.says.and) && range.from + 1 < to ? range.from + 1 : range.from;
  let end = to;
  // *people familiar with* says how they know
  const loose = (i: number): boolean =>
    words.shapes[i] === shape.lower &&
    is(words, i, speech.adverb | speech.preposition) &&
    !isOneOf(words, i, words.says.anonymity) &&
    !isOneOf(words, i - 1, words.says.anonymity);
  while (end > from + 1 && loose(end - 1)) end--;
  if (words.lower[end - 1] === ',') end--;
  return { from, to: end };
}

/** *Media reports that he had left could not be confirmed*, *denied reports that he had left*: the noun, not the verb. */
function withNoun(words: Words, spotted: Spotted): Spotted {
  const { source, cue } = spotted;
  const { says } = words;
  const beforeThat = isOneOf(words, cue.from, says.reports) && isOneOf(words, cue.to, says.that);
  // *in the north of the valley | reports indicate*
  const verb =
    isOneOf(words, cue.from, says.reports) && is(words, cue.from + 1, speech.reports) && cue.to <= cue.from + 2;
  if (source !== null && source.to === cue.from && verb && words.shapes[cue.from] === shape.lower)
    return { ...spotted, source: { from: cue.from, to: cue.from + 1 }, cue: { from: cue.from + 1, to: cue.from + 2 } };
  if (source === null || source.to > cue.from || !beforeThat) return spotted;
  let from = cue.from;
  while (from > source.from && isOneOf(words, from - 1, says.reportModifiers)) from--;
  const isObject =
    from > source.from && (isOneOf(words, from - 1, says.refusals) || is(words, from - 1, speech.preposition));
  if (!isObject && !(source.to === cue.from && isOneOf(words, cue.from - 1, says.manyMedia))) return spotted;
  return {
    ...spotted,
    source: { from: isObject ? from : source.from, to: cue.to },
    cue: { from: cue.to, to: cue.to + 1 },
  };
}

const isDash = (words: Words, i: number): boolean => /^[-–—]$/.test(words.lower[i] ?? '');

/** *said the count in Norland -- the region hit hardest -- had passed 900*: what is said goes on behind the insertion. */
function throughInsertion(words: Words, spotted: Spotted): Spotted {
  const last = spotted.content.at(-1);
  if (last === undefined || last.from < spotted.cue.to || !isDash(words, last.to)) return spotted;
  const sentence = itemAt(words.article.sentences, words.start[last.from]!);
  if (sentence === undefined) return spotted;
  let to = last.to;
  let dashes = 0;
  for (; to < sentence.endToken && !isOneOf(words, to, words.says.said); to++)
    if (isDash(words, to) && !isDash(words, to - 1)) dashes++;
  while (to > last.to && isMark(words, to - 1)) to--;
  return dashes === 2 ? { ...spotted, content: [...spotted.content.slice(0, -1), { from: last.from, to }] } : spotted;
}

/** Whether a comma or the end of the sentence follows a cue that ends at `i`, with no more between than to whom or when. */
function endsOrInterrupts(words: Words, i: number): boolean {
  const sentence = itemAt(words.article.sentences, words.start[i - 1]!);
  for (let k = i; k <= i + longestAddress; k++) {
    if (sentence === undefined || k >= sentence.endToken) return true;
    if (isMark(words, k)) return /^[,.;–—-]$/.test(words.lower[k]!);
    if (is(words, k, speech.subordinator | speech.auxiliary | speech.reports)) return false;
  }
  return false;
}

/** In words, from *who* or *asking* to the words that withhold the name (*asking, as others did, not to be named*); set by hand. */
const longestAside = 14;
/** In words: so far behind *who* or *asking* it may say so even where the source seems to end before; set by hand. */
const shortestAside = 3;

/**
 * *a porter | who goes by “Tin Cup”*, *two ministers, | asking not to be identified*: what is told of a name, or of its
 * absence, is left out.
 */
function withoutAside(words: Words, { from, to }: TokenRange): TokenRange {
  for (let i = from + 1; i < to; i++) {
    const opens = isOneOf(words, i, words.says.relativePronouns) || isOneOf(words, i, words.says.aside);
    const condition = isOneOf(words, i, words.says.on) && isOneOf(words, i + 1, words.says.condition);
    if (!condition && (!(opens && isOnName(words, i, to)) || givesName(words, i))) continue;
    const end = words.lower[i - 1] === ',' ? i - 1 : i;
    return end > from ? { from, to: end } : { from, to };
  }
  return { from, to };
}

/** *named Ivo Dahl*, *identified as Sgt. Ivo Dahl*: in full; a forename alone is none. */
function givesName(words: Words, aside: number): boolean {
  let name = isOneOf(words, aside + 1, words.says.as) ? aside + 2 : aside + 1;
  while (is(words, name, speech.title) || words.lower[name] === '.') name++;
  return isCapital(words, name) && isCapital(words, name + 1) && words.quotation[name] === words.quotation[aside];
}

const isOnName = (words: Words, from: number, to: number): boolean =>
  anyIn(from, Math.min(Math.max(to, from + shortestAside), from + longestAside), (k) =>
    isOneOf(words, k, words.says.withheld),
  );

/** *a security official and a senior political source*: two of different levels are two sources of one statement. */
function apart(words: Words, spotted: Spotted): Spotted[] {
  const { source } = spotted;
  if (source === null) return [spotted];
  for (let and = source.from + 1; and < source.to - 1; and++) {
    if (!isOneOf(words, and, words.says.and)) continue;
    const parts = [
      { from: source.from, to: and },
      { from: and + 1, to: source.to },
    ] as const;
    const [left, right] = parts.map((part) => unnamedLevel(words, part));
    if (left === right) continue;
    // *the governor and port officials*, *state television and the agency NOVA*: one is named
    const [named, other] = left === null ? parts : [parts[1], parts[0]];
    if ((left !== null && right !== null) || (isNamedPart(words, named) && endsInCrowd(words, other, named)))
      return parts.map((part) => ({ ...spotted, source: part }));
  }
  return [spotted];
}

const crowd = speech.people | speech.bareSource | speech.media | speech.fighters;

/** *Northpost and some of the mayor’s friends on Twitter*: behind a bare name the crowd may stand inside. */
function endsInCrowd(words: Words, other: TokenRange, named: TokenRange): boolean {
  if (is(words, other.to - 1, crowd)) return true;
  const bare = named.to < other.from && !anyIn(named.from, named.to, (i) => !isCapital(words, i));
  return bare && is(words, parsePhrase(words, other).head, crowd);
}

/** *the governor*, *Benali*, but not *rights* in *rights and aid groups*. */
const isNamedPart = (words: Words, { from, to }: TokenRange): boolean =>
  isOneOf(words, from, words.says.the) ||
  (isCapital(words, from) && isCapital(words, to - 1) && (to - from > 1 || !opensSentence(words, from)));

const unnamedLevel = (words: Words, part: TokenRange): string | null =>
  isUnnamed(words, part) ? levelOf(words, parsePhrase(words, part)) : null;
