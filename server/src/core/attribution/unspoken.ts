import type { Sentence } from '../article/article.js';
import { tokenAt } from '../article/tokens.js';
import { speech } from '../languages/tokenClasses.js';
import { itemAt, type Span } from '../span.js';
import { is, isOneOf, shape, type TokenRange, type Words } from '../words.js';
import { isUnnamed } from './level.js';
import { anyIn, isCapital } from './phrase.js';
import type { Spotted } from './spotted.js';
import { couldSpeak } from './subjects.js';

/**
 * Quotations that no verb of saying goes with, whose speaker the text makes plain: *“…” – a port official*; *And from a
 * former aide:* before one; *The witness nodded.* right before one. The cue is the dash, *from*, the colon or the verb.
 */
export function spotUnspoken(words: Words, spotted: readonly Spotted[]): Spotted[] {
  const { quotations, tokens } = words.article;
  const spoken = new Set<number>();
  for (const { source, content } of spotted)
    if (source !== null)
      for (const { from, to } of content) for (let i = from; i < to; i++) spoken.add(words.quotation[i]!);
  const cued = new Set(spotted.map(({ cue }) => sentenceAt(words, cue.from)));
  return quotations.flatMap((quotation, index) => {
    if (spoken.has(index + 1)) return [];
    const said = { from: tokenAt(tokens, quotation.start), to: tokenAt(tokens, quotation.end) };
    const found = creditBehind(words, said) ?? leadIn(words, said) ?? actorBefore(words, said, cued);
    return found === null ? [] : [{ ...found, content: [said] }];
  });
}

type Speaker = Pick<Spotted, 'source' | 'cue'>;

const sentenceAt = (words: Words, i: number): Sentence | undefined =>
  i < 0 || i >= words.lower.length ? undefined : itemAt(words.article.sentences, words.start[i]!);

const paragraphAt = (words: Words, i: number): Span | undefined =>
  i < 0 || i >= words.lower.length ? undefined : itemAt(words.article.paragraphs, words.start[i]!);

/** In words: a name with its office, or *a senior port official*; set by hand. */
const longestCredit = 14;

const verbal = speech.auxiliary | speech.verb | speech.subordinator | speech.pronoun;

const isSpeaker = (words: Words, range: TokenRange): boolean =>
  range.to > range.from &&
  range.to - range.from <= longestCredit &&
  !anyIn(range.from, range.to, (i) => is(words, i, verbal) && !isOneOf(words, i, words.says.impersonal)) &&
  couldSpeak(words, range);

/** *“…” – a senior port official*, to the end of the paragraph. */
function creditBehind(words: Words, said: TokenRange): Speaker | null {
  const dash = said.to;
  const paragraph = paragraphAt(words, said.from);
  if (paragraph === undefined || !/^[-–—]$/.test(words.lower[dash] ?? '') || words.start[dash]! >= paragraph.end)
    return null;
  let to = dash + 1;
  while (to < words.lower.length && words.start[to]! < paragraph.end && to - dash <= longestCredit + 1) to++;
  while (to > dash + 1 && /^[.,]$/.test(words.lower[to - 1]!)) to--;
  const source = { from: dash + 1, to };
  return isSpeaker(words, source) ? { source, cue: { from: dash, to: dash + 1 } } : null;
}

/** *And from a person close to the inquiry:*, *A neighbour:*, before a quotation. */
function leadIn(words: Words, said: TokenRange): Speaker | null {
  const colon = said.from - 1;
  const sentence = words.lower[colon] === ':' ? sentenceAt(words, colon) : undefined;
  if (sentence === undefined) return null;
  let from = sentence.firstToken;
  while (from < colon && isOneOf(words, from, words.says.leadIns)) from++;
  if (!isOneOf(words, from, words.says.from)) {
    const source = { from: sentence.firstToken, to: colon };
    return source.to > source.from && isUnnamed(words, source) && isSpeaker(words, source)
      ? { source, cue: { from: colon, to: colon + 1 } }
      : null;
  }
  const source = { from: from + 1, to: colon };
  return isSpeaker(words, source) ? { source, cue: { from, to: from + 1 } } : null;
}

/** In words: who nods says what follows; who does more may not. Set by hand. */
const longestAct = 15;

/** *The witness nodded. “I saw nine bodies.”*: a short sentence about one person, and a quotation that is a whole one. */
function actorBefore(words: Words, said: TokenRange, cued: ReadonlySet<Sentence | undefined>): Speaker | null {
  const before = sentenceAt(words, said.from - 1);
  if (before === undefined || before.endToken !== said.from || cued.has(before)) return null;
  if (before.endToken - before.firstToken > longestAct || words.lower[said.from - 1] !== '.') return null;
  if (anyIn(before.firstToken, before.endToken, (i) => words.quotation[i] !== 0)) return null;
  const paragraph = paragraphAt(words, said.from);
  if (paragraph === undefined || paragraphAt(words, before.firstToken) !== paragraph) return null;
  const rest = words.start[said.to] ?? Number.POSITIVE_INFINITY;
  const whole = rest >= paragraph.end || sentenceAt(words, said.to)?.firstToken === said.to;
  const to = whole ? actorEnd(words, before) : 0;
  if (to === 0 || !isAct(words, to)) return null;
  return { source: { from: before.firstToken, to }, cue: { from: to, to: to + 1 } };
}

const isAct = (words: Words, i: number): boolean =>
  words.shapes[i] === shape.lower &&
  !is(words, i, speech.preposition | speech.auxiliary | speech.people | speech.role) &&
  (words.says.finite.test(words.lower[i]!) || isOneOf(words, i, words.says.acts));

/** In words: *the old harbour porter*; set by hand. */
const longestActor = 5;

/** The end of the person that a sentence begins with: a name in full, or an article and a word for a person. 0 for none. */
function actorEnd(words: Words, { firstToken, endToken }: Sentence): number {
  const limit = Math.min(endToken, firstToken + longestActor);
  let i = firstToken;
  if (is(words, i, speech.determiner) || isOneOf(words, i, words.says.impersonal)) {
    for (i++; i < limit; i++)
      if (is(words, i, speech.role | speech.person | speech.bareSource) && !is(words, i + 1, speech.role)) return i + 1;
    return 0;
  }
  while (i < limit && isCapital(words, i) && !is(words, i, speech.time | speech.preposition)) i++;
  return i - firstToken >= 2 ? i : 0;
}
