import { speech } from '../languages/tokenClasses.js';
import { is, isOneOf, shape, type TokenRange, type Words } from '../words.js';
import { anyIn, isCapital, parsePhrase } from './phrase.js';
import { isVoiced } from './spotted.js';
import { isArticle } from './subjects.js';

/**
 * Whether the words around a source and its cue show that nobody there tells anything: whoever is told, what may be said,
 * a noun that looks like a verb of saying.
 */
export function isMisread(words: Words, source: TokenRange | null, cue: TokenRange): boolean {
  if (source === null || isVoiced(words, cue)) return false;
  if (isOwnCount(words, source, cue)) return false;
  if (isShare(words, source.from)) return true;
  if (isBarePerson(words, source)) return true;
  if (source.from >= cue.to) return isObject(words, source, cue) || isInserted(words, source, cue);
  // *the idea – which is favoured by many members – that*
  if (isDash(words, cue.from)) return true;
  // *does not comment on individual accounts for privacy reasons*
  if (isOneOf(words, source.from, words.says.of) || isOneOf(words, source.from, words.says.to)) return true;
  if (isOneOf(words, source.from, words.says.on) && isOneOf(words, cue.from, words.says.saidNouns)) return true;
  // *executed the men on charges of*, *countries with alleged ties*; but *a driver I spoke to said*
  if (
    cue.to - cue.from === 1 &&
    is(words, cue.from - 1, speech.preposition) &&
    !isOneOf(words, cue.from - 1, words.says.anonymity) &&
    !isOneOf(words, cue.from - 2, words.says.speaking) &&
    !is(words, cue.from, speech.reporting)
  )
    return true;
  // *led a counter strike*
  if (cue.to - cue.from === 1 && is(words, cue.from, speech.reports) && isArticle(words, cue.from - 1)) return true;
  return isAddressee(words, source, cue) || isUnsaid(words, source, cue) || isNoun(words, source, cue);
}

/** *by the ministry’s count*. */
export const isOwnCount = (words: Words, source: TokenRange, cue: TokenRange): boolean =>
  isOneOf(words, source.from - 1, words.says.by) && isOneOf(words, cue.to - 1, words.says.counts);

/** *No one said*, *none of the drivers denied*: nobody did. *No Labels said*, *No 10 said*, *no fewer than six said*: somebody did. */
export const isNobody = (words: Words, { from }: TokenRange): boolean =>
  isOneOf(words, from, words.says.nobody) &&
  !isOneOf(words, from + 1, words.says.nobodyBut) &&
  !isCapital(words, from + 1) &&
  !/^\d/.test(words.lower[from + 1] ?? '');

/** *told reporters*, *accused officials of*; *said of the teacher*, *argued that lawmakers should*. */
const isObject = (words: Words, { from }: TokenRange, cue: TokenRange): boolean =>
  (isOneOf(words, cue.to - 1, words.says.takesPerson) && !isOneOf(words, from - 1, words.says.by)) ||
  // *said to Ada Lind, the port’s lawyer*
  (from > cue.to && isOneOf(words, cue.to, words.says.to)) ||
  isOneOf(words, from, words.says.of) ||
  isOneOf(words, from, words.says.on) ||
  isOneOf(words, from, words.says.that);

/** *many others that pool individual claims*, *by state or individual claiming that*: one person has an article. */
function isBarePerson(words: Words, source: TokenRange): boolean {
  if (words.shapes[source.from] !== shape.lower || is(words, source.from, speech.determiner | speech.count))
    return false;
  const { head } = parsePhrase(words, source);
  return (
    is(words, head, speech.person) &&
    !is(words, head, speech.pronoun) &&
    !isOneOf(words, head, words.says.peopleAtLarge)
  );
}

/** In words, back from *voters* to *of*; set by hand. */
const longestShare = 4;

/** *55 percent of Republican | voters say*: a poll does. */
function isShare(words: Words, from: number): boolean {
  for (let i = from - 1; i > from - longestShare && i > 0 && words.shapes[i] !== shape.mark; i--)
    if (isOneOf(words, i, words.says.of)) return isOneOf(words, i - 1, words.says.shares);
  return false;
}

const isDash = (words: Words, i: number): boolean => /^[-–—]$/.test(words.lower[i] ?? '');

/** *Four others – Senators Ada Lind and …*: what stands behind a dash is no speaker where a name goes on. */
const isInserted = (words: Words, source: TokenRange, cue: TokenRange): boolean =>
  isDash(words, cue.from) && isCapital(words, source.to) && is(words, source.to - 1, speech.people | speech.role);

/** *sent a letter to officials warning them*, *the letters handed to lawmakers suggest*. */
function isAddressee(words: Words, { from, to }: TokenRange, cue: TokenRange): boolean {
  if (to !== cue.from || !isOneOf(words, from - 1, words.says.to)) return false;
  if (!is(words, cue.from, speech.reporting)) return true;
  for (let i = from - 2; i > from - 2 - longestGroup; i--) if (isOneOf(words, i, words.says.letters)) return true;
  return false;
}

/** In words, between a source and its verb; set by hand. */
const longestGroup = 5;

/** *members would say that*, *asked lawmakers to recall*; not *would say only that*, *would later say that*. */
function isUnsaid(words: Words, source: TokenRange, cue: TokenRange): boolean {
  const { says } = words;
  const between = is(words, cue.from - 1, speech.adverb) || isOneOf(words, cue.from - 1, says.either);
  const to = between ? cue.from - 2 : cue.from - 1;
  // but *one driver I spoke to said*
  if (isOneOf(words, to, says.to) && to > source.from && !isOneOf(words, to - 1, says.speaking))
    // *is not authorised to comment*, but *went on to say*
    return to <= source.to || !(isOneOf(words, to - 1, says.goesOn) || isOneOf(words, to - 2, says.goesOn));
  // *cynics will tell you that*
  const certain = anyIn(source.to, cue.to, (i) => isOneOf(words, i, says.will)) && isOneOf(words, cue.to, says.you);
  if (certain || cue.from - source.to > longestGroup) return false;
  let possible = false;
  for (let i = source.to; i <= cue.to; i++) {
    if ((i < cue.from && words.shapes[i] === shape.mark) || isOneOf(words, i, says.afterAll)) return false;
    if (i < cue.to - 1) possible ||= isOneOf(words, i, says.modals);
  }
  return possible;
}

/** In words, small, before the noun that a saying is called by (*disputed public claims*); set by hand. */
const mostQualities = 3;

/** *her radio show*, *the women’s claims*, *on corruption charges*, *ten members from these states*. */
function isNoun(words: Words, source: TokenRange, cue: TokenRange): boolean {
  const { says } = words;
  const before = cue.from - 1;
  const adjoins = source.to === cue.from || (source.to === before && isOneOf(words, before, says.possessive));
  if (cue.to - cue.from !== 1 || !adjoins || !isOneOf(words, cue.from, says.saidNouns)) return false;
  if (isOneOf(words, before, says.programmes) && says.shows.has(words.lower[cue.from]!)) return true;
  if (isOneOf(words, before, says.possessive) || isOneOf(words, cue.from, says.rumours)) return true;
  if (is(words, before, speech.preposition)) return true;
  // *disputed Republican claims that*
  if (source.to - source.from === 1 && isOneOf(words, before, says.partisans) && !is(words, before, speech.people))
    return true;
  if (opensContent(words, cue.to)) return false;
  if (disagrees(words, source, cue)) return true;
  let i = before;
  const ends = speech.determiner | speech.preposition;
  while (i > source.from && before - i < mostQualities && words.shapes[i] === shape.lower && !is(words, i, ends)) i--;
  if (i === before || words.shapes[i] !== shape.lower) return false;
  // *the participants in this long dispute have won*
  const goesOn = is(words, cue.to, speech.auxiliary | speech.verb | speech.preposition);
  return is(words, i, speech.preposition) || (goesOn && is(words, i - 1, speech.preposition));
}

/** *individuals … reasons*, *a staffer … post*: a plural has no verb in *-s*, and one person has one. */
function disagrees(words: Words, source: TokenRange, cue: TokenRange): boolean {
  const { head } = parsePhrase(words, source);
  const inS = words.lower[cue.from]!.endsWith('s');
  if (is(words, head, speech.people) || isOneOf(words, head, words.says.peopleAtLarge)) return inS;
  return is(words, head, speech.role | speech.person) && !inS;
}

/** What is said begins here: *that*, a quotation, a subject; not *states that make up the map*. */
function opensContent(words: Words, i: number): boolean {
  if (isOneOf(words, i, words.says.that))
    return !is(words, i + 1, speech.auxiliary | speech.verb) && !words.says.past.test(words.lower[i + 1] ?? '');
  return (
    words.quotation[i] !== words.quotation[i - 1] ||
    is(words, i, speech.determiner | speech.pronoun | speech.people) ||
    isCapital(words, i)
  );
}
