import { speech } from '../languages/tokenClasses.js';
import { is, isOneOf, shape, type TokenRange, type Words } from '../words.js';
import { isMisread, isOwnCount } from './misread.js';
import { anyIn, opensSentence, parsePhrase } from './phrase.js';
import { isToll, isVoiced, opensClause, type Spotted } from './spotted.js';

const tells = speech.reports | speech.reporting | speech.reported;

/**
 * Whether somebody tells something that could be checked: a verb of saying, or any words before *that* or a quotation;
 * not a refusal to speak, a wish, or a passive (*two were reported dead*).
 */
export function isStatement(words: Words, { source, cue, content }: Spotted): boolean {
  if (isNegated(words, source, cue) || isPassive(words, source, cue) || asks(words, cue)) return false;
  if (isMisread(words, source, cue)) return false;
  if (source !== null && isObject(words, source, cue)) return false;
  // *What Residents Say*, a heading
  if (source !== null && isOneOf(words, source.from - 1, words.says.what) && opensSentence(words, source.from - 1))
    return false;
  // *if the officer finds that*, *to demand that*: nobody has said it
  if (
    isOneOf(words, cue.from, words.says.to) ||
    (source !== null && isOneOf(words, source.from - 1, words.says.conditions))
  )
    return false;
  // *men shouted “Victory!”*, *people believed the hoax*
  const after = content.every(({ from }) => from >= cue.to) && !isOneOf(words, cue.to, words.says.that);
  if (after && anyIn(cue.from, cue.to, (i) => words.says.shouts.test(words.lower[i]!))) return false;
  // *a man calling himself the secretary*
  if (isOneOf(words, cue.to, words.says.reflexives)) return false;
  if (source !== null && source.to <= cue.from && holdsBelief(words, cue)) return false;
  const quotes = content.some(
    ({ from }) =>
      isOneOf(words, from, words.says.that) ||
      isOneOf(words, from - 1, words.says.that) ||
      opensQuotation(words, from, cue),
  );
  if (quotes || closes(words, source, cue, content)) return true;
  const { says } = words;
  if (isVoiced(words, cue) || isOneOf(words, cue.from, says.from) || isOneOf(words, cue.from, says.claims)) return true;
  if (isToll(words, cue.from) || (source !== null && isOwnCount(words, source, cue))) return true;
  if (isOneOf(words, cue.to - 1, says.agreeing)) return opensClause(words, cue.to);
  const head = source === null ? -1 : parsePhrase(words, source).head;
  const report = head >= 0 && is(words, head, speech.report | speech.media | speech.bareSource);
  for (let i = cue.from; i < cue.to; i++) {
    const lower = words.lower[i]!;
    if (
      says.accordingTo.firsts.has(lower) ||
      says.anonymous.test(lower) ||
      says.gluedCue.test(lower) ||
      lower === ':' ||
      /^[-–—]$/.test(lower) ||
      (says.by.has(lower) && report)
    )
      return true;
    if (isOneOf(words, i, says.speaking) && isOneOf(words, i + 1, says.of)) return true;
    if (!is(words, i, tells | speech.report)) continue;
    if (
      !says.weakVerbs.has(lower) ||
      (report && !says.publishes.test(lower)) ||
      (says.saw.has(lower) &&
        head >= 0 &&
        is(words, head, speech.role) &&
        !isOneOf(words, source!.from - 1, says.eventClauses))
    )
      return true;
    if (says.point.test(lower) && isOneOf(words, i + 1, words.says.out)) return true;
  }
  return false;
}

/** In words, from *believed* to the end of the sentence; set by hand. */
const longestBelief = 12;

/** *believed the hoax for years.*: a thing, not *believed the boat had sunk*, *believe this helps*. */
function holdsBelief(words: Words, { to }: TokenRange): boolean {
  const opens = is(words, to, speech.determiner) && !isOneOf(words, to, words.says.demonstratives);
  if (!opens || !words.says.thoughts.test(words.lower[to - 1]!)) return false;
  for (let i = to + 1; i < to + longestBelief && i < words.lower.length; i++) {
    if (words.shapes[i] === shape.mark) return /^[.;!?]$/.test(words.lower[i]!);
    const acts = is(words, i, speech.auxiliary | speech.verb | speech.reports) || isOneOf(words, i, words.says.acts);
    if (acts || words.says.past.test(words.lower[i]!)) return false;
  }
  return false;
}

/** *disdain for the lame dad jokes*: behind a preposition nobody speaks, but in *with critics warning*. */
const isObject = (words: Words, source: TokenRange, cue: TokenRange): boolean =>
  source.to === cue.from &&
  isOneOf(words, source.from - 1, words.says.takesObject) &&
  is(words, cue.from, speech.reports);

/** *The gate was rotten, critics charge.*: whatever the verb, what stands before the comma is said. */
const closes = (words: Words, source: TokenRange | null, cue: TokenRange, content: readonly TokenRange[]): boolean =>
  source !== null &&
  source.to === cue.from &&
  words.lower[source.from - 1] === ',' &&
  is(words, cue.to - 1, tells) &&
  content.some(({ to }) => to <= source.from);

const opensQuotation = (words: Words, from: number, cue: TokenRange): boolean =>
  words.quotation[from] !== 0 && words.quotation[from] !== words.quotation[cue.from];

/** *quoted as saying*, not *described as tall*. */
const asSaying = (words: Words, i: number): boolean =>
  isOneOf(words, i, words.says.as) && is(words, i + 1, speech.reporting);

/** In words, from *were* to *reported*; set by hand. */
const farthestBe = 3;

/** *were reported*, *the soldier, described as*, *believed to be*, but not *was quoted as saying*. */
function isPassive(words: Words, source: TokenRange | null, cue: TokenRange): boolean {
  if (source === null || source.to > cue.from) return false;
  const participle = is(words, cue.from, speech.reported) && words.lower[cue.from - 1] === ',';
  let next = cue.from + 1;
  while (is(words, next, speech.adverb)) next++;
  if (participle && isOneOf(words, next, words.says.as) && !asSaying(words, next)) return true;
  const infinitive = isOneOf(words, next, words.says.to) && isOneOf(words, next + 1, words.says.infinitives);
  // *a soldier reported to have fled*, *the man believed to be the owner*
  if (infinitive && (participle || (source.to === cue.from && isOneOf(words, cue.from, words.says.evidential))))
    return true;
  for (let i = Math.max(source.to, cue.from - farthestBe); i < cue.to - 1 || i === cue.from - 1; i++) {
    if (words.lower[cue.from - 1] === ',' && i < cue.from) continue;
    if (!isOneOf(words, i, words.says.be)) continue;
    for (let k = i + 1; k < Math.max(cue.to, cue.from + 1); k++) {
      // *who asked not to be named | said*, *because the inquiry was continuing | said*
      const acts = words.says.past.test(words.lower[k]!) || words.says.gerund.test(words.lower[k]!);
      if (k < cue.from && acts) break;
      if (is(words, k, speech.reported) && !is(words, k, speech.reporting))
        return !asSaying(words, k + 1) && !asSaying(words, k + 3);
    }
  }
  return false;
}

const asks = (words: Words, { from, to }: TokenRange): boolean =>
  anyIn(from, to, (i) => words.says.asks.test(words.lower[i]!));

/** In words, between a source and its verb: from as many on a *not* among them is of something else; set by hand. */
const farthestNot = 5;

/** *did not say*, *never told*: nothing was said. */
function isNegated(words: Words, source: TokenRange | null, cue: TokenRange): boolean {
  const close = source !== null && source.to <= cue.from && cue.from - source.to < farthestNot;
  // *one official, who declined to be named, said*: an aside is not of the verb
  const from =
    close && words.lower[cue.from - 1] !== ',' && !is(words, source.to, speech.relative) ? source.to : cue.from;
  for (let i = from; i < cue.to; i++) {
    if (isOneOf(words, i, words.says.negations) || words.says.negated.test(words.lower[i]!)) return true;
    if (isOneOf(words, i, words.says.refusing) && isOneOf(words, i + 1, words.says.to)) return true;
  }
  return false;
}
