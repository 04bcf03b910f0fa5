import type { Sentence } from '../article/article.js';
import { perLanguage, WordSet } from '../languages/material.js';
import type { SpeechWords } from '../languages/speechWords.js';
import { speech } from '../languages/tokenClasses.js';
import { inOrder } from '../span.js';
import { is, isOneOf, phraseEnd, shape, type TokenRange, type Words } from '../words.js';
import { byAgent, byClaim, byCount } from './byWhom.js';
import { contentAround, shortestContent, trimEnd } from './contentAround.js';
import { isPlainlyUnnamed, plain } from './level.js';
import { hasOwnSubject } from './ownSubject.js';
import { anyIn, parsePhrase } from './phrase.js';
import { spotNominal } from './reports.js';
import { isToll, opensClause, type Spotted } from './spotted.js';
import {
  couldSpeak,
  isArticle,
  isParticiple,
  longestPhrase,
  nounStart,
  phraseAfter,
  phraseBefore,
} from './subjects.js';

/** Attributions by rules alone: a verb of reporting with its subject, *according to*, *citing*, *quoted as saying*. */
export function spotByRules(words: Words): readonly Spotted[] {
  const found: Spotted[] = spotNominal(words);
  const cues = cueWords(words.says);
  for (const sentence of words.article.sentences) {
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      // nearly all words are no cue, whatever stands around them
      if (!is(words, i, speech.reports | speech.reporting) && !isOneOf(words, i, cues) && !isGlued(words, i)) continue;
      const spotted = spotAt(words, i, sentence);
      if (spotted === null) continue;
      found.push(spotted);
      i = Math.max(i, spotted.cue.to - 1);
    }
  }
  return inOrder(found, ({ cue }) => cue.from);
}

/** Words with which an attribution may begin, beside verbs of reporting and what is glued to a name. */
const cueWords = perLanguage(
  ({ accordingTo, voicedBy, claims, counts, agreeing, speaking, giving }: SpeechWords) =>
    new WordSet(
      [accordingTo.firsts, voicedBy.firsts, claims, counts, agreeing, speaking, giving].flatMap((set) => [...set]),
    ),
);

function spotAt(words: Words, i: number, sentence: Sentence): Spotted | null {
  // a capital too: what scraping took is often a full stop
  const to = phraseEnd(words, i, words.says.accordingTo) || voicedEnd(words, i, sentence);
  if (to > 0) {
    const source = phraseAfter(words, to, sentence.endToken);
    if (source === null || (isOneOf(words, i, words.says.per) && !isPlainlyUnnamed(words, source))) return null;
    return { source, cue: { from: i, to }, content: contentAround(words, i, source.to, sentence, true) };
  }
  // *the United States*: inside a sentence a verb has no capital
  if (
    words.shapes[i] !== shape.lower &&
    i > sentence.firstToken &&
    sentence.place !== 'headline' &&
    words.quotation[i] === words.quotation[i - 1] &&
    !isGlued(words, i)
  )
    return null;
  if (is(words, i, speech.reporting) || isGlued(words, i)) return byParticiple(words, i, sentence);
  const claimed = byClaim(words, i, sentence) ?? byCount(words, i, sentence);
  if (claimed !== null) return claimed;
  if (is(words, i, speech.reports) || isClausal(words, i))
    return byAgent(words, i, sentence) ?? byVerb(words, i, sentence);
  return null;
}

/** The end of *in the words of*, *per* where a clause may begin; 0 where none stands at `i`. */
function voicedEnd(words: Words, i: number, { firstToken }: Sentence): number {
  const opens = i === firstToken || words.lower[i - 1] === ',' || words.quotation[i] !== words.quotation[i - 1];
  return opens ? phraseEnd(words, i, words.says.voicedBy) : 0;
}

/** *agree the gate was rotten*, *spoke of a flash*: verbs that report only so. */
const isClausal = (words: Words, i: number): boolean =>
  (isOneOf(words, i, words.says.agreeing) && opensClause(words, i + 1)) ||
  (isOneOf(words, i, words.says.speaking) && isOneOf(words, i + 1, words.says.of)) ||
  isToll(words, i);

/** *with critics warning that …*, *Reporters saying …*: the subject stands right before the participle. */
function byTelling(words: Words, i: number, sentence: Sentence): Spotted | null {
  if (!isOneOf(words, i, words.says.telling) || i === sentence.firstToken) return null;
  const source = { from: nounStart(words, i, sentence.firstToken), to: i };
  const alone = isOneOf(words, i - 1, words.says.vagueAlone) && isOneOf(words, source.from - 1, words.says.with);
  if (!alone && (!isPlainlyUnnamed(words, source) || !is(words, i - 1, plain))) return null;
  return { source, cue: { from: i, to: i + 1 }, content: contentAround(words, source.from, i + 1, sentence, false) };
}

/** *the Courierciting sources close to the talks*: scraping lost a space and hid the cue in the outlet's name. */
export const isGlued = (words: Words, i: number): boolean =>
  words.shapes[i] !== shape.lower && words.says.gluedCue.test(words.lower[i]!) && !isOneOf(words, i, words.says.citing);

/** *…, citing local sources*: what the outlet reports, before or behind, is what they say. */
function byParticiple(words: Words, i: number, sentence: Sentence): Spotted | null {
  if (!isOneOf(words, i, words.says.citing) && !isGlued(words, i)) return byTelling(words, i, sentence);
  // *without citing a source*, *citing no sources*
  if (isOneOf(words, i - 1, words.says.without) || isOneOf(words, i + 1, words.says.none)) return null;
  const source = phraseAfter(words, i + 1, sentence.endToken);
  if (source === null) return null;
  const end = trimEnd(words, source.to, sentence.endToken);
  const opened = end - source.to > shortestContent;
  const content = opened
    ? { from: source.to + (is(words, source.to + 1, speech.reports) ? 2 : 1), to: end }
    : { from: sentence.firstToken, to: trimEnd(words, sentence.firstToken, i) };
  return { source, cue: { from: i, to: i + 1 }, content: [content] };
}

function byVerb(words: Words, i: number, sentence: Sentence): Spotted | null {
  const to = i + 1;
  if (isOneOf(words, i, words.says.quoted)) return byQuoted(words, i, sentence);
  if (is(words, i, speech.reported) && isParticiple(words, i)) return null;
  // *…, place a spouse on the plan*
  const places = isOneOf(words, i, words.says.putting);
  const inverted =
    !places && !isToll(words, i) && isInverted(words, i, sentence) && !hasOwnSubject(words, i, sentence.firstToken);
  if (inverted) {
    const source = phraseAfter(words, i + 1, sentence.endToken);
    if (source !== null && couldSpeak(words, source) && endsClause(words, source.to, sentence))
      return { source, cue: { from: i, to }, content: contentAround(words, i, source.to, sentence, true) };
  }
  const subjectEnd = skipVerbGroup(words, i, sentence.firstToken);
  if (isPassive(words, subjectEnd, i)) return null;
  const relative = isOneOf(words, subjectEnd - 1, words.says.who);
  const source = relative
    ? antecedentOf(words, subjectEnd - 1, sentence.firstToken)
    : (metSubject(words, subjectEnd, sentence) ??
      sharedSubject(words, subjectEnd, sentence) ??
      phraseBefore(words, subjectEnd, sentence.firstToken));
  if (source === null || !couldSpeak(words, source)) return null;
  // *the Courierciting sources, reported*: the glued cue is found on its own
  for (let k = source.from; k < source.to; k++) if (isGlued(words, k)) return null;
  if (!agrees(words, source, i) || !reportsSomething(words, source, i)) return null;
  return { source, cue: { from: i, to }, content: contentAround(words, source.from, to, sentence, false) };
}

/** *Several residents | we spoke to | said*. */
function metSubject(words: Words, end: number, { firstToken }: Sentence): TokenRange | null {
  const pronoun = end - 3;
  const met = isOneOf(words, end - 1, words.says.to) && isOneOf(words, end - 2, words.says.speaking);
  if (!met || pronoun <= firstToken || !is(words, pronoun, speech.pronoun)) return null;
  return { from: nounStart(words, pronoun, firstToken), to: pronoun };
}

/** In words, from where the sentence begins to the group that acts and speaks; set by hand. */
const longestSubject = 6;

/** *Officers searched the mill and | said that*: the group that the sentence begins with goes on to speak. */
function sharedSubject(words: Words, end: number, { firstToken }: Sentence): TokenRange | null {
  if (!isOneOf(words, end - 1, words.says.and)) return null;
  for (let i = firstToken; i < firstToken + longestSubject && i < end - 2; i++) {
    if (words.shapes[i] === shape.mark || is(words, i, speech.preposition)) return null;
    const acts = words.says.past.test(words.lower[i + 1]!) || is(words, i + 1, speech.auxiliary | speech.verb);
    if (!is(words, i, speech.people | speech.bareSource) || !acts) continue;
    const source = { from: firstToken, to: i + 1 };
    return isPlainlyUnnamed(words, source) ? source : null;
  }
  return null;
}

/** *critics, who said*; *a source who said*: the noun before the relative pronoun at `who`. */
export function antecedentOf(words: Words, who: number, first: number): TokenRange | null {
  const to = words.lower[who - 1] === ',' ? who - 1 : who;
  if (to <= first) return null;
  // *A source with knowledge of the plans, who said*: no plan says anything
  const whole = is(words, to - 1, plain) ? null : phraseBefore(words, to, first);
  const head = whole === null ? -1 : parsePhrase(words, whole).head;
  const acts = (i: number): boolean => is(words, i, speech.verb) || words.says.past.test(words.lower[i]!);
  if (whole !== null && is(words, head, plain) && !anyIn(whole.from, head, acts)) return whole;
  const from = nounStart(words, to, first);
  // *a leading | contender*
  const article = from - 1 > first && words.shapes[from - 1] === shape.lower && isArticle(words, from - 2);
  return { from: article ? from - 2 : from, to };
}

/** *…, said the mayor on Friday.*, but not *…, said the dam was safe*: no verb behind what would be the speaker. */
const endsClause = (words: Words, i: number, sentence: Sentence): boolean =>
  i >= sentence.endToken || !is(words, i, speech.auxiliary | speech.verb | speech.reports);

/** *Reuters quoted a commander as saying*; *a commander was quoted as saying*. */
function byQuoted(words: Words, i: number, sentence: Sentence): Spotted | null {
  for (let as = i + 1; as < Math.min(i + longestPhrase, sentence.endToken); as++) {
    if (!isOneOf(words, as, words.says.as) || !is(words, as + 1, speech.reporting)) continue;
    const behind = { from: as + 2, to: trimEnd(words, as + 2, sentence.endToken) };
    // *…, Reuters quoted an officer as saying.*
    const content = [behind.to > behind.from ? behind : beforeLastComma(words, i, sentence)];
    // *was quoted by AFP as saying*
    const byOutlet = isOneOf(words, i + 1, words.says.by);
    if (as > i + 1 && !byOutlet) return { source: { from: i + 1, to: as }, cue: { from: i, to: i + 1 }, content };
    const source = phraseBefore(words, skipVerbGroup(words, i, sentence.firstToken), sentence.firstToken);
    return source && { source, cue: { from: i, to: as + 2 }, content };
  }
  // *the Courier cited witnesses who had seen*
  const source = isPassive(words, skipVerbGroup(words, i, sentence.firstToken), i)
    ? null
    : phraseAfter(words, i + 1, sentence.endToken);
  if (source === null || !isPlainlyUnnamed(words, source)) return null;
  return {
    source,
    cue: { from: i, to: i + 1 },
    content: [{ from: source.to, to: trimEnd(words, source.to, sentence.endToken) }],
  };
}

/** What stands before the clause that `i` is in. */
function beforeLastComma(words: Words, i: number, { firstToken }: Sentence): TokenRange {
  let to = i;
  while (to > firstToken && words.lower[to] !== ',') to--;
  return { from: firstToken, to };
}

const auxiliaryOrAdverb = speech.auxiliary | speech.adverb | speech.time;

/** The end of the subject of the verb at `i`: to the left of its auxiliaries and adverbs. */
function skipVerbGroup(words: Words, i: number, from: number): number {
  let j = i;
  while (j > from && (inVerbGroup(words, j - 1) || floats(words, j - 1))) j--;
  if (j > from && isOneOf(words, j - 1, words.says.on) && j < i) j--;
  return j;
}

const inVerbGroup = (words: Words, i: number): boolean =>
  is(words, i, auxiliaryOrAdverb) && !is(words, i, speech.reports);

/** *The ministries have both denied*: of the subject, behind the auxiliary. */
const floats = (words: Words, i: number): boolean =>
  isOneOf(words, i, words.says.floating) && is(words, i - 1, speech.auxiliary);

function isPassive(words: Words, from: number, verb: number): boolean {
  if (!is(words, verb, speech.reported)) return false;
  for (let j = from; j < verb; j++) if (isOneOf(words, j, words.says.be)) return true;
  return false;
}

/** A verb right after a quotation or a comma and before a capital, determiner or source word: *“…”, said Ms Oyelaran*. */
function isInverted(words: Words, i: number, sentence: Sentence): boolean {
  const next = i + 1;
  if (next >= sentence.endToken) return false;
  const before = i === sentence.firstToken ? '' : words.lower[i - 1]!;
  const opens = before === '' || before === ',' || before === '"' || before === '”' || before === "'";
  if (!opens) return false;
  if (before === '' && i > 0 && words.quotation[i - 1] === 0) return false;
  return (
    words.shapes[next] === shape.capital ||
    words.shapes[next] === shape.capitals ||
    is(words, next, speech.determiner | speech.count | speech.people | speech.role | speech.title | speech.bareSource)
  );
}

const plural =
  speech.people | speech.bareSource | speech.report | speech.media | speech.fighters | speech.bodies | speech.person;

/** *residents put the toll at*, *reports show*, but not *rebels placed bombs*, *officials found the boat*. */
const reportsSomething = (words: Words, source: TokenRange, verb: number): boolean =>
  !(isOneOf(words, verb, words.says.weakVerbs) || isOneOf(words, verb, words.says.putting)) ||
  isOneOf(words, verb + 1, words.says.reportOpeners) ||
  (isOneOf(words, verb, words.says.place) && isOneOf(words, source.to - 1, words.says.estimators)) ||
  isOneOf(words, verb, words.says.saw) ||
  is(words, source.to - 1, speech.report | speech.media) ||
  (isOneOf(words, verb, words.says.putting) && isOneOf(words, verb + 2, words.says.tollNouns));

/** A bare form (*state*, *document*) is a verb only behind a plural or an auxiliary; else it is a noun. */
function agrees(words: Words, source: TokenRange, verb: number): boolean {
  const lower = words.lower[verb]!;
  if (isOneOf(words, verb, words.says.nounVerbs)) return isOneOf(words, verb + 1, words.says.that);
  if (words.says.finite.test(lower) || words.says.irregularPasts.has(lower) || source.to < verb) return true;
  for (let i = source.from; i < source.to; i++)
    if (is(words, i, plural | speech.pronoun | speech.count) || isOneOf(words, i, words.says.and)) return true;
  return false;
}
