import type { Sentence } from '../article/article.js';
import { weakVerbs, word } from '../languages/en/attribution.js';
import { spotNominal } from './reports.js';
import { couldSpeak, isParticiple, longestPhrase, nounStart, phraseAfter, phraseBefore } from './subjects.js';
import { is, shape, type TokenRange, type Words } from './words.js';

/** An attribution before anybody asked who the source is: what the tagger or the rules below see. */
export interface Spotted {
  readonly source: TokenRange | null;
  readonly cue: TokenRange;
  readonly content: readonly TokenRange[];
}

/** Attributions by rules alone: a verb of reporting with its subject, *according to*, *citing*, *quoted as saying*. */
export function spotByRules(words: Words): Spotted[] {
  const found: Spotted[] = spotNominal(words);
  for (const sentence of words.article.sentences) {
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const spotted = spotAt(words, i, sentence);
      if (spotted === null) continue;
      found.push(spotted);
      i = Math.max(i, spotted.cue.to - 1);
    }
  }
  return found.sort((a, b) => a.cue.from - b.cue.from);
}

function spotAt(words: Words, i: number, sentence: Sentence): Spotted | null {
  const lower = words.lower[i] as string;
  // a capital too: what scraping took is often a full stop
  if (lower === 'according' && words.lower[i + 1] === 'to') {
    const source = phraseAfter(words, i + 2, sentence.endToken);
    return (
      source && { source, cue: { from: i, to: i + 2 }, content: contentAround(words, i, source.to, sentence, true) }
    );
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
  if (is(words, i, word.reporting) || isGlued(words, i)) return byParticiple(words, i, sentence);
  if (is(words, i, word.reports)) return byVerb(words, i, sentence);
  return null;
}

/** *the Courierciting sources close to the talks*: scraping lost a space and hid the cue in the outlet's name. */
export const isGlued = (words: Words, i: number): boolean =>
  words.shapes[i] !== shape.lower && (words.lower[i] as string).endsWith('citing') && words.lower[i] !== 'citing';

/** *…, citing local sources*: what the outlet reports, before or behind, is what they say. */
function byParticiple(words: Words, i: number, sentence: Sentence): Spotted | null {
  const lower = words.lower[i] as string;
  if (lower !== 'citing' && lower !== 'quoting' && !isGlued(words, i)) return null;
  const source = phraseAfter(words, i + 1, sentence.endToken);
  if (source === null) return null;
  const end = trimEnd(words, source.to, sentence.endToken);
  const opened = end - source.to > 3;
  const content = opened
    ? { from: source.to + 1, to: end }
    : { from: sentence.firstToken, to: trimEnd(words, sentence.firstToken, i) };
  return { source, cue: { from: i, to: i + 1 }, content: [content] };
}

function byVerb(words: Words, i: number, sentence: Sentence): Spotted | null {
  const to = i + 1;
  const passive = words.lower[i] === 'quoted' || words.lower[i] === 'cited';
  if (passive) return byQuoted(words, i, sentence);
  if (is(words, i, word.reported) && isParticiple(words, i)) return null;
  const inverted = isInverted(words, i, sentence);
  if (inverted) {
    const source = phraseAfter(words, i + 1, sentence.endToken);
    if (source !== null && endsClause(words, source.to, sentence))
      return { source, cue: { from: i, to }, content: contentAround(words, i, source.to, sentence, true) };
  }
  const subjectEnd = skipVerbGroup(words, i, sentence.firstToken);
  if (isPassive(words, subjectEnd, i)) return null;
  const relative = words.lower[subjectEnd - 1] === 'who';
  const source = relative
    ? antecedentOf(words, subjectEnd - 1, sentence.firstToken)
    : phraseBefore(words, subjectEnd, sentence.firstToken);
  if (source === null || !couldSpeak(words, source)) return null;
  if (!agrees(words, source, i) || !reportsSomething(words, source, i)) return null;
  return { source, cue: { from: i, to }, content: contentAround(words, source.from, to, sentence, false) };
}

/** *critics, who said*; *a source who said*: the noun before the relative pronoun at `who`. */
export function antecedentOf(words: Words, who: number, first: number): TokenRange | null {
  const to = words.lower[who - 1] === ',' ? who - 1 : who;
  return to > first ? { from: nounStart(words, to, first), to } : null;
}

/** *…, said the mayor on Friday.*, but not *…, said the dam was safe*: no verb behind what would be the speaker. */
const endsClause = (words: Words, i: number, sentence: Sentence): boolean =>
  i >= sentence.endToken || !is(words, i, word.auxiliary | word.verb | word.reports);

/** *Reuters quoted a commander as saying*; *a commander was quoted as saying*. */
function byQuoted(words: Words, i: number, sentence: Sentence): Spotted | null {
  for (let as = i + 1; as < Math.min(i + longestPhrase, sentence.endToken); as++) {
    if (words.lower[as] !== 'as' || !is(words, as + 1, word.reporting)) continue;
    const content = [{ from: as + 2, to: trimEnd(words, as + 2, sentence.endToken) }];
    if (as > i + 1) return { source: { from: i + 1, to: as }, cue: { from: i, to: i + 1 }, content };
    const source = phraseBefore(words, skipVerbGroup(words, i, sentence.firstToken), sentence.firstToken);
    return source && { source, cue: { from: i, to: as + 2 }, content };
  }
  return null;
}

const auxiliaryOrAdverb = word.auxiliary | word.adverb | word.time;

/** The end of the subject of the verb at `i`: to the left of its auxiliaries and adverbs. */
function skipVerbGroup(words: Words, i: number, from: number): number {
  let j = i;
  while (j > from && (inVerbGroup(words, j - 1) || floats(words, j - 1))) j--;
  if (j > from && words.lower[j - 1] === 'on' && j < i) j--;
  return j;
}

const inVerbGroup = (words: Words, i: number): boolean =>
  is(words, i, auxiliaryOrAdverb) && !is(words, i, word.reports);

/** *The ministries have both denied*: of the subject, behind the auxiliary. */
const floats = (words: Words, i: number): boolean =>
  /^(?:both|all|each)$/.test(words.lower[i] as string) && is(words, i - 1, word.auxiliary);

function isPassive(words: Words, from: number, verb: number): boolean {
  if (!is(words, verb, word.reported)) return false;
  for (let j = from; j < verb; j++)
    if (/^(?:is|are|was|were|be|been|being)$/.test(words.lower[j] as string)) return true;
  return false;
}

/** A verb right after a quotation or a comma and before a capital, determiner or source word: *“…”, said Ms Oyelaran*. */
function isInverted(words: Words, i: number, sentence: Sentence): boolean {
  const next = i + 1;
  if (next >= sentence.endToken) return false;
  const before = i === sentence.firstToken ? '' : (words.lower[i - 1] as string);
  const opens = before === '' || before === ',' || before === '"' || before === '”' || before === "'";
  if (!opens) return false;
  if (before === '' && i > 0 && words.quotation[i - 1] === 0) return false;
  return (
    words.shapes[next] === shape.capital ||
    words.shapes[next] === shape.capitals ||
    is(words, next, word.determiner | word.people | word.role | word.title | word.bareSource)
  );
}

const plural = word.people | word.bareSource | word.report | word.media | word.fighters | word.bodies | word.person;

const estimates = new Set(['observers', 'analysts', 'experts', 'monitors', 'sources']);
const acts = /^(?:put|place)(?:s|d)?$/;

/** *residents put the toll at*, *reports show*, but not *rebels placed bombs*, *officials found the boat*. */
const reportsSomething = (words: Words, source: TokenRange, verb: number): boolean =>
  !(weakVerbs.has(words.lower[verb] as string) || acts.test(words.lower[verb] as string)) ||
  words.lower[verb + 1] === 'that' ||
  words.lower[verb + 1] === 'out' ||
  (words.lower[verb] === 'place' && estimates.has(words.lower[source.to - 1] as string)) ||
  words.lower[verb] === 'saw' ||
  is(words, source.to - 1, word.report | word.media) ||
  (acts.test(words.lower[verb] as string) &&
    words.lower[verb + 2] !== undefined &&
    /^(?:toll|number|figure|death|dead)$/.test(words.lower[verb + 2] as string));

/** A bare form (*state*, *document*) is a verb only behind a plural or an auxiliary; else it is a noun. */
function agrees(words: Words, source: TokenRange, verb: number): boolean {
  const lower = words.lower[verb] as string;
  if (lower === 'state' || lower === 'states') return words.lower[verb + 1] === 'that';
  if (/(?:ed|s)$/.test(lower) || irregularPasts.has(lower) || source.to < verb) return true;
  for (let i = source.from; i < source.to; i++)
    if (is(words, i, plural | word.pronoun | word.count) || words.lower[i] === 'and') return true;
  return false;
}

const irregularPasts = new Set(['said', 'told', 'wrote', 'thought', 'knew', 'found', 'put', 'saw']);

function trimEnd(words: Words, from: number, to: number): number {
  let end = to;
  while (end > from && /^[.,;:!?]$/.test(words.lower[end - 1] as string)) end--;
  return end;
}

/**
 * What is said: after the cue to the end of the sentence, or, where the attribution closes the sentence, all before it;
 * a quotation on the other side goes with it.
 */
function contentAround(words: Words, from: number, to: number, sentence: Sentence, follows: boolean): TokenRange[] {
  const content: TokenRange[] = [];
  const beforeEnd = trimEnd(words, sentence.firstToken, from);
  const before = { from: sentence.firstToken, to: beforeEnd };
  let start = to;
  while (start < sentence.endToken && /^(?:that|,|:)$/.test(words.lower[start] as string)) start++;
  const after = { from: start, to: trimEnd(words, start, sentence.endToken) };
  const closed = /^[,"”']$/.test(words.lower[from - 1] ?? '');
  if (before.to > before.from && (closed || (follows && after.to - after.from < 3))) content.push(before);
  if (after.to - after.from >= 3 && (content.length === 0 || words.quotation[after.from] !== 0)) content.push(after);
  return content;
}
