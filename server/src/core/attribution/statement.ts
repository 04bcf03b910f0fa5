import { weakVerbs, word } from '../languages/en/attribution.js';
import { anyIn, parsePhrase } from './phrase.js';
import type { Spotted } from './spotting.js';
import { is, type TokenRange, type Words } from './words.js';

const tells = word.reports | word.reporting | word.reported;

/**
 * Whether somebody tells something that could be checked: a verb of saying, or any words before *that* or a quotation;
 * not a refusal to speak, a wish, or a passive (*two were reported dead*).
 */
export function isStatement(words: Words, { source, cue, content }: Spotted): boolean {
  if (isNegated(words, source, cue) || isPassive(words, source, cue) || asks(words, cue)) return false;
  // *if the officer finds that*, *to demand that*: nobody has said it
  if (
    words.lower[cue.from] === 'to' ||
    (source !== null && /^(?:if|whether|unless)$/.test(words.lower[source.from - 1] ?? ''))
  )
    return false;
  const quotes = content.some(
    ({ from }) => words.lower[from] === 'that' || words.lower[from - 1] === 'that' || opensQuotation(words, from, cue),
  );
  if (quotes) return true;
  const head = source === null ? -1 : parsePhrase(words, source).head;
  const report = head >= 0 && is(words, head, word.report | word.media | word.bareSource);
  for (let i = cue.from; i < cue.to; i++) {
    const lower = words.lower[i] as string;
    if (
      lower === 'according' ||
      lower.startsWith('anonymous') ||
      lower.endsWith('citing') ||
      lower === ':' ||
      /^[-–—]$/.test(lower) ||
      (lower === 'by' && report)
    )
      return true;
    if (!is(words, i, tells | word.report)) continue;
    if (
      !weakVerbs.has(lower) ||
      (report && !publishes.test(lower)) ||
      (lower === 'saw' && head >= 0 && is(words, head, word.role))
    )
      return true;
    if (lower.startsWith('point') && words.lower[i + 1] === 'out') return true;
  }
  return false;
}

const opensQuotation = (words: Words, from: number, cue: TokenRange): boolean =>
  words.quotation[from] !== 0 && words.quotation[from] !== words.quotation[cue.from];

/** What media do all day, said or not: *some papers publish rumours*. */
const publishes = /^(?:publish|broadcast|post|issu)/;

const be = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being']);

/** *were reported*, but not *was quoted as saying*. */
function isPassive(words: Words, source: TokenRange | null, cue: TokenRange): boolean {
  if (source === null || source.to > cue.from) return false;
  for (let i = Math.max(source.to, cue.from - 3); i < cue.to - 1 || i === cue.from - 1; i++) {
    if (!be.has(words.lower[i] as string)) continue;
    for (let k = i + 1; k < Math.max(cue.to, cue.from + 1); k++)
      if (is(words, k, word.reported) && !is(words, k, word.reporting))
        return words.lower[k + 1] !== 'as' && words.lower[k + 3] !== 'as';
  }
  return false;
}

const asks = (words: Words, { from, to }: TokenRange): boolean =>
  anyIn(words, from, to, (i) => /^(?:ask|question|wonder)(?:s|ed|ing)?$/.test(words.lower[i] as string));

/** *did not say*, *never told*: nothing was said. */
function isNegated(words: Words, source: TokenRange | null, cue: TokenRange): boolean {
  const from = source !== null && source.to <= cue.from && cue.from - source.to < 5 ? source.to : cue.from;
  for (let i = from; i < cue.to; i++) {
    const lower = words.lower[i] as string;
    if (lower === 'not' || lower === 'never' || lower.endsWith("n't")) return true;
  }
  return false;
}
