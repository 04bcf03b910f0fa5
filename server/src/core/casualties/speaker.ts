import type { Article } from '../article/article.js';
import { isCapital } from '../article/characters.js';
import { harm, speech } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, phraseEnd, type TokenRange, type Words } from '../words.js';
import type { Quantity } from './quantity.js';

/**
 * Who reports the quantity in its own sentence, by the shape of the sentence alone: *…, a monitor said*, *said a monitor*,
 * *according to X*, *X said that …*, *…: monitor*. Serves scraped text that lost its commas, where attributions are hard
 * to see; it is asked only where no attribution covers the figure. `'pronoun'`: whoever spoke before.
 */
export function speakerOf(words: Words, quantity: Quantity): TokenRange | 'pronoun' | null {
  return speakerAfter(words, quantity) ?? speakerBefore(words, quantity) ?? speakerOfHeadline(words, quantity);
}

function speakerAfter(words: Words, quantity: Quantity): TokenRange | 'pronoun' | null {
  for (let i = quantity.end; i < words.to; i++) {
    // a capital says that a sentence began here and its full stop was lost
    if (words.harms.accordingInCapital.test(words.word[i]!)) return null;
    const source = phraseEnd(words, i, words.harms.accordingTo);
    if (source > 0) return nounFrom(words, source);
    if (!isCue(words, i)) continue;
    if (opensContent(words, i + 1)) return null;
    if (is(words, i - 1, harm.pronoun)) return 'pronoun';
    const speaker = nounBefore(words, i, quantity.end);
    // *40 were hurt, and the mayor announced on Monday that*: a clause of its own
    if (
      speaker !== null &&
      isOneOf(words, speaker.from - 1, words.says.clauseJoints) &&
      lowerAt(words, speaker.from - 2) === ','
    )
      return null;
    return speaker ?? invertedFrom(words, i + 1);
  }
  return null;
}

/** *Said the Observatory*; not *said the country must act*. */
function invertedFrom(words: Words, from: number): TokenRange | null {
  const speaker = nounFrom(words, from);
  return speaker !== null && is(words, speaker.to, harm.auxiliary | harm.modal) ? null : speaker;
}

function speakerBefore(words: Words, quantity: Quantity): TokenRange | 'pronoun' | null {
  for (let i = quantity.first - 1; i >= words.from; i--) {
    const lower = words.lower[i]!;
    if (lower === ';' || (lower === '"' && i < quantity.first - 2)) return null;
    const source = phraseEnd(words, i, words.harms.accordingTo);
    if (source > 0) return nounFrom(words, source);
    if (isOneOf(words, i, words.harms.citing)) return nounFrom(words, i + 1);
    if (isOneOf(words, i, words.harms.reports) && isOneOf(words, i + 1, words.harms.that))
      return { from: i, to: i + 1 };
    if (!isCue(words, i) && !(words.harms.tollVerbs.has(lower) && givesToll(words, i, quantity.end + 4))) continue;
    if (is(words, i - 1, harm.pronoun)) return 'pronoun';
    const speaker = nounBefore(words, i, words.from);
    if (speaker !== null || !words.harms.tollVerbs.has(lower)) return speaker;
  }
  return null;
}

/** *Toll rises to 76: monitor*, *40 killed in raid – reports*, *Opposition: 1,300 killed*. */
function speakerOfHeadline(words: Words, quantity: Quantity): TokenRange | null {
  let to = words.to;
  while (to > words.from && is(words, to - 1, harm.mark)) to--;
  for (let i = to - 1; i >= Math.max(quantity.end, to - 6); i--)
    if (/^[:–-]$/.test(words.lower[i]!) && words.start[i + 1] !== words.end[i])
      // *a mall – one of the largest – in Varn*
      return is(words, i + 1, harm.preposition) ? null : accept(words, i + 1, to);
  for (let i = words.from; i < Math.min(words.from + 6, quantity.first); i++)
    if (words.lower[i] === ':') return isLabel(words, i) ? null : accept(words, words.from, i);
  return null;
}

/**
 * *UPDATE: …*, *KILLER QUAKE: …*, *Norrby: …*: words before a colon are a label, unless they hold a noun for those who speak,
 * a body that is known everywhere, or a name that speaks elsewhere in the article.
 */
function isLabel(words: Words, colon: number): boolean {
  const { harms, lower, from } = words;
  const speaking = (i: number): boolean => isSpeakerNoun(words, i) || is(words, i, speaks);
  let head = from;
  while (head + 1 < colon && !is(words, head + 1, harm.preposition)) head++;
  // *Migrant boat sinks off Norrby:*
  const acts = !speaking(head) && !isName(words, head);
  for (let i = from; i < colon; i++) if (speaking(i) && !acts) return false;
  const phrase = lower.slice(from, colon).join(' ').replace(harms.leadingArticle, '');
  if (
    harms.independentBodies.has(phrase) ||
    harms.parties.has(phrase) ||
    harms.fighters.has(phrase) ||
    harms.media.has(phrase)
  )
    return false;
  return !speakersOf(words).has(lower[colon - 1]!);
}

const speaks =
  speech.role | speech.people | speech.body | speech.bodies | speech.media | speech.office | speech.fighters;

/** By article: the last words of names that stand before a verb of saying. */
const speakers = new WeakMap<Article, ReadonlySet<string>>();

function speakersOf({ article, lower, word, speech: classes }: Words): ReadonlySet<string> {
  const known = speakers.get(article);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (let i = 1; i < lower.length; i++)
    if ((classes[i]! & speech.reports) !== 0 && isCapital(word[i - 1]!)) found.add(lower[i - 1]!);
  speakers.set(article, found);
  return found;
}

/** *Put the death toll at*, *gave a higher toll of*. */
function givesToll(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (is(words, i, harm.toll) || isOneOf(words, i, words.harms.numberOrCount)) return true;
  return false;
}

/** In letters, behind *claimed*: *more than a hundred civilian lives*; set by hand. */
const farthestLives = 40;

/** *The strikes near Varn claimed nine lives*. */
function takesLives(words: Words, i: number): boolean {
  const end = words.end[i]!;
  return (
    is(words, i, harm.claiming) && words.harms.claimsLives.test(words.article.text.slice(end, end + farthestLives))
  );
}

/** A verb of speech in the active voice. */
const isCue = (words: Words, i: number): boolean =>
  isOneOf(words, i, words.harms.speechVerbs) &&
  !takesLives(words, i) &&
  (!is(words, i - 1, harm.auxiliary) || isOneOf(words, i - 1, words.harms.have)) &&
  // *said wounded soldiers*, but *in blasts which the monitor said killed nine*
  (!is(words, i + 1, harm.state | harm.verb) || isInserted(words, i));

/** In words, from *which* to *said*; set by hand. */
const longestInserted = 8;

/** *Which the Observatory | said (killed)*. */
function isInserted(words: Words, cue: number): boolean {
  for (let i = cue - 2; i > cue - longestInserted && i >= words.from && !is(words, i, harm.mark | harm.verb); i--)
    if (isOneOf(words, i, words.harms.relativePronouns)) return true;
  return false;
}

/** *Said that …*, *said he …*: what follows is another content than the figure before. */
const opensContent = (words: Words, i: number): boolean =>
  isOneOf(words, i, words.harms.that) || is(words, i, harm.pronoun) || is(words, i, harm.number);

const isName = (words: Words, i: number): boolean => words.harms.name.test(words.word[i]!);

/** The noun phrase that ends right before token `at`, not reaching back beyond `limit`. */
function nounBefore(words: Words, at: number, limit: number): TokenRange | null {
  // *the director of the hospital, Dr Musa Bello, said*
  if (lowerAt(words, at - 1) === ',' && at - 2 > limit && isName(words, at - 2))
    return nameBefore(words, at - 1, limit);
  let end = at;
  while (end > limit && isAdverb(words, end - 1)) end--;
  // *the Observatory for Rivers (OFR) said*
  if (lowerAt(words, end - 1) === ')' && lowerAt(words, end - 3) === '(') end -= 3;
  let from = end;
  while (from > limit && end - from < 14) {
    const i = from - 1;
    if (is(words, i, harm.determiner)) {
      from = i;
      if (i > limit && joinsNouns(words, i - 1)) from = i - 1;
      // an apposition that lost its comma: *the Center for Policy Research an NGO*
      else if (i > limit && isName(words, i - 1) && isOneOf(words, i, words.harms.indefiniteArticles)) continue;
      else break;
    } else if (joinsNouns(words, i)) from = i;
    else if (isName(words, i) && !is(words, i, harm.time | harm.number)) from = i;
    else if (isOneOf(words, i, words.harms.titles) || isOneOf(words, i, words.harms.unnamedSpeakers)) from = i;
    else if (isOneOf(words, i, words.harms.describingSpeakers) && from < end) from = i;
    else if (from < end && isPossessive(words, i)) from = i;
    else if (end - from < 6 && isPlainNoun(words, i) && hasDeterminer(words, i, limit)) from = i;
    else break;
  }
  while (from < end && joinsNouns(words, from)) from++;
  // *WHO said in a statement*: the paper speaks for somebody further left
  if (isOneOf(words, from - 1, words.harms.in) && isOneOf(words, end - 1, words.harms.statements)) return null;
  return accept(words, withHead(words, from, limit), end);
}

/** A name between commas, with the description that it follows; `null` where there is none: the name may be a place. */
function nameBefore(words: Words, end: number, limit: number): TokenRange | null {
  let from = end;
  while (from > limit && isName(words, from - 1)) from--;
  if (lowerAt(words, from - 1) !== ',') return null;
  const description = nounBefore(words, from - 1, limit);
  const described = description !== null && is(words, description.from, harm.determiner);
  return described ? { from: description.from, to: end } : null;
}

/** *The center however has put*: between a speaker and the verb. */
const isAdverb = (words: Words, i: number): boolean =>
  (is(words, i, harm.hedged | harm.auxiliary) && !isName(words, i)) || isOneOf(words, i, words.harms.floatingAdverbs);

/** *A source in the militia*, *sources close to the army*: back to the head that hides behind the institution. */
function withHead(words: Words, from: number, limit: number): number {
  let i = from - 1;
  if (i <= limit || !isOneOf(words, i, words.harms.placing)) return from;
  if (isOneOf(words, i, words.harms.to) && isOneOf(words, i - 1, words.harms.close)) i--;
  if (!isOneOf(words, i - 1, words.harms.anonymousHeads)) return from;
  let first = i - 1;
  while (
    first > limit &&
    (isOneOf(words, first - 1, words.harms.describingSpeakers) || is(words, first - 1, harm.determiner))
  )
    first--;
  return first;
}

/** *of*, *for*, *at* inside a name or a description. */
const joinsNouns = (words: Words, i: number): boolean => isOneOf(words, i, words.harms.joinsNouns);

/** *’s* in *the town’s hospital*. */
const isPossessive = (words: Words, i: number): boolean =>
  words.start[i] === words.end[i - 1] && words.harms.possessiveEnding.has(lowerAt(words, i));

const isPlainNoun = (words: Words, i: number): boolean =>
  !is(words, i, harm.auxiliary | harm.verb | harm.mark | harm.time | harm.number | harm.preposition | harm.conjunction);

/** A determiner stands shortly before token i, with nothing but nouns between. */
function hasDeterminer(words: Words, i: number, limit: number): boolean {
  for (let k = i - 1; k >= Math.max(limit, i - 5); k--) {
    if (is(words, k, harm.determiner)) return true;
    if (!isPlainNoun(words, k)) return false;
  }
  return false;
}

/** The noun phrase that begins at token `from`. */
function nounFrom(words: Words, from: number): TokenRange | null {
  let to = from;
  while (to < words.to && to - from < 12) {
    const opens = to === from && is(words, to, harm.determiner);
    // *a February report by the institute*
    const named = isName(words, to) && !is(words, to, harm.number) && (to > from || !is(words, to, harm.time));
    const inner = joinsNouns(words, to) && (isName(words, to + 1) || is(words, to + 1, harm.determiner));
    const innerDeterminer = is(words, to, harm.determiner) && joinsNouns(words, to - 1);
    const noun = isSpeakerNoun(words, to) || isOneOf(words, to, words.harms.describingSpeakers);
    if (!opens && !named && !inner && !innerDeterminer && !noun) break;
    to++;
  }
  return accept(words, from, to);
}

const isSpeakerNoun = (words: Words, i: number): boolean =>
  isOneOf(words, i, words.harms.unnamedSpeakers) || isOneOf(words, i, words.harms.titles);

/** A phrase is a speaker where it holds a name or a noun for those who speak. */
function accept(words: Words, from: number, to: number): TokenRange | null {
  if (to <= from || is(words, from, harm.pronoun)) return null;
  for (let i = from; i < to; i++) {
    if (isSpeakerNoun(words, i) || (isName(words, i) && i > words.from)) return { from, to };
  }
  return isName(words, from) && !is(words, from, harm.determiner) ? { from, to } : null;
}
