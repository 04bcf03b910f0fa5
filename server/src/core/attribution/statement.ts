import { speech } from '../languages/tokenClasses.js';
import { is, isOneOf, type TokenRange, type Words } from '../words.js';
import { anyIn, parsePhrase } from './phrase.js';
import type { Spotted } from './spotted.js';

const tells = speech.reports | speech.reporting | speech.reported;

/**
 * Whether somebody tells something that could be checked: a verb of saying, or any words before *that* or a quotation;
 * not a refusal to speak, a wish, or a passive (*two were reported dead*).
 */
export function isStatement(words: Words, { source, cue, content }: Spotted): boolean {
  if (isNegated(words, source, cue) || isPassive(words, source, cue) || asks(words, cue)) return false;
  // *if the officer finds that*, *to demand that*: nobody has said it
  if (
    isOneOf(words, cue.from, words.says.to) ||
    (source !== null && isOneOf(words, source.from - 1, words.says.conditions))
  )
    return false;
  const quotes = content.some(
    ({ from }) =>
      isOneOf(words, from, words.says.that) ||
      isOneOf(words, from - 1, words.says.that) ||
      opensQuotation(words, from, cue),
  );
  if (quotes) return true;
  const { says } = words;
  const head = source === null ? -1 : parsePhrase(words, source).head;
  const report = head >= 0 && is(words, head, speech.report | speech.media | speech.bareSource);
  for (let i = cue.from; i < cue.to; i++) {
    const lower = words.lower[i]!;
    if (
      says.accordingTo.has(lower) ||
      says.anonymous.test(lower) ||
      says.gluedCue.test(lower) ||
      lower === ':' ||
      /^[-–—]$/.test(lower) ||
      (says.by.has(lower) && report)
    )
      return true;
    if (!is(words, i, tells | speech.report)) continue;
    if (
      !says.weakVerbs.has(lower) ||
      (report && !says.publishes.test(lower)) ||
      (says.saw.has(lower) && head >= 0 && is(words, head, speech.role))
    )
      return true;
    if (says.point.test(lower) && isOneOf(words, i + 1, words.says.out)) return true;
  }
  return false;
}

const opensQuotation = (words: Words, from: number, cue: TokenRange): boolean =>
  words.quotation[from] !== 0 && words.quotation[from] !== words.quotation[cue.from];

/** *were reported*, but not *was quoted as saying*. */
function isPassive(words: Words, source: TokenRange | null, cue: TokenRange): boolean {
  if (source === null || source.to > cue.from) return false;
  for (let i = Math.max(source.to, cue.from - 3); i < cue.to - 1 || i === cue.from - 1; i++) {
    if (!isOneOf(words, i, words.says.be)) continue;
    for (let k = i + 1; k < Math.max(cue.to, cue.from + 1); k++)
      if (is(words, k, speech.reported) && !is(words, k, speech.reporting))
        return !isOneOf(words, k + 1, words.says.as) && !isOneOf(words, k + 3, words.says.as);
  }
  return false;
}

const asks = (words: Words, { from, to }: TokenRange): boolean =>
  anyIn(from, to, (i) => words.says.asks.test(words.lower[i]!));

/** *did not say*, *never told*: nothing was said. */
function isNegated(words: Words, source: TokenRange | null, cue: TokenRange): boolean {
  const from = source !== null && source.to <= cue.from && cue.from - source.to < 5 ? source.to : cue.from;
  for (let i = from; i < cue.to; i++) {
    const lower = words.lower[i]!;
    if (words.says.negations.has(lower) || words.says.negated.test(lower)) return true;
  }
  return false;
}
