import { speech } from '../languages/tokenClasses.js';
import { Covered, inOrder, itemAt } from '../span.js';
import { is, isOneOf, phraseEnd, shape, spanOf, type TokenRange, type Words } from '../words.js';
import { isPlainlyUnnamed } from './level.js';
import { inOnePiece } from './onePiece.js';
import { hasOwnSubject } from './ownSubject.js';
import { anyIn, isCapital, opensSentence, parsePhrase } from './phrase.js';
import { isVoiced, longestAddress, type Spotted } from './spotted.js';
import { antecedentOf } from './spotting.js';
import { couldSpeak, nounStart } from './subjects.js';

/**
 * The tagger knows one layer; an attribution inside the content of another is left to the rules, where its source is
 * somebody nobody could identify and the tagger saw no source at that place.
 */
export function combined(words: Words, found: readonly Spotted[], byRules: readonly Spotted[]): readonly Spotted[] {
  const rules = new Map(byRules.map((one) => [one.cue.from, one]));
  const ruleAt = ({ cue }: Spotted): Spotted | undefined =>
    rules.get(cue.from) ?? (is(words, cue.from, speech.auxiliary) ? rules.get(verbOf(words, cue)) : undefined);
  const tagged = withoutSaid(
    words,
    sharingSources(
      found
        .map((one) => beyondAside(words, one, byRules))
        .map((one) => inOnePiece(words, withAntecedent(words, met(words, one))))
        .map((one) => whole(words, one, ruleAt(one)))
        .map((one) => completed(words, one, ruleAt(one)))
        .map((one) => withinClause(words, one)),
    ),
  );
  const taken = new Uint8Array(words.lower.length);
  for (const { source, cue } of tagged) {
    if (source !== null) taken.fill(1, source.from, source.to);
    // a cue without a source of its own leaves room for one: *reported, citing residents*
    // nor does the object of a long one: *issued a statement calling media reports to the contrary*
    if (source !== null) taken.fill(1, cue.from, Math.min(cue.to, cue.from + longestCue));
  }
  const free = ({ from, to }: TokenRange): boolean => !anyIn(from, to, (i) => taken[i] === 1);
  const nested = new Set(
    byRules.filter(
      ({ source, cue }) =>
        source !== null &&
        free(source) &&
        (isQuoting(words, cue) ||
          words.says.anonymous.test(words.lower[cue.from]!) ||
          ((free(cue) || preposed(words, cue)) && isPlainlyUnnamed(words, source))),
    ),
  );
  // *The health ministry in the strip said*, where the tagger saw nobody say anything
  const cued = new Set(tagged.map(({ cue }) => itemAt(words.article.sentences, words.start[cue.from]!)));
  const missed = byRules.filter(
    ({ source, cue }) =>
      source !== null &&
      source.to === cue.from &&
      isOneOf(words, cue.from, words.says.said) &&
      !cued.has(itemAt(words.article.sentences, words.start[cue.from]!)) &&
      is(words, parsePhrase(words, source).head, speech.body),
  );
  // a quotation has a speaker: a cue right behind one is heard though the tagger missed it
  const behind = byRules.flatMap((one) => {
    const source = free(one.cue) && !nested.has(one) ? behindQuotation(words, one.cue) : null;
    return source !== null && one.source !== null && free(source) ? [{ ...one, source }] : [];
  });
  const all = [...tagged, ...nested, ...missed.filter((one) => !nested.has(one)), ...behind];
  return inOrder(all, ({ cue }) => cue.from);
}

/** The verb that a cue ends in, *had been told*, before *about*. */
const verbOf = (words: Words, { to }: TokenRange): number =>
  isOneOf(words, to - 1, words.says.about) ? to - 2 : to - 1;

/** In words: a verb with what modifies it; set by hand. */
const longestCue = 3;

const tells = speech.reports | speech.reporting | speech.reported | speech.report | speech.attitude;

/**
 * *The mayor is still carrying out his “duties”, it concluded*: the tagger takes the verb before a quotation for a cue. A
 * verb that is none of saying, in what somebody is known to say, is part of that.
 */
function withoutSaid(words: Words, spotted: readonly Spotted[]): Spotted[] {
  const telling = ({ from, to }: TokenRange): boolean => anyIn(from, to, (i) => is(words, i, tells));
  const told = new Covered(
    spotted
      .filter(({ cue }) => telling(cue))
      .flatMap(({ content }) => content.map(({ from, to }) => ({ start: from, end: to }))),
  );
  return spotted.filter(({ cue, source }) => {
    if (source === null || source.to > cue.from || telling(cue)) return true;
    return !told.covers({ start: source.from, end: cue.to });
  });
}

/** What the tagger saw no source of, or no content, the rules may see from the same cue; else the rest is content. */
function completed(words: Words, { source: seen, cue, content }: Spotted, rule: Spotted | undefined): Spotted {
  // *Reports that the mayor left*: what is reported says nothing
  const source = seen !== null && seen.from === cue.to && isOneOf(words, seen.from, words.says.that) ? null : seen;
  const subject = rule?.source ?? null;
  // *A lawyer, speaking on condition of anonymity, confirmed the sale*: what is said is no source
  const misread =
    source !== null &&
    subject !== null &&
    ((source.from >= cue.to && (!couldSpeak(words, source) || isOwned(words, cue))) || isAgent(words, subject, cue));
  const whose = (misread ? subject : source) ?? behindQuotation(words, cue) ?? subject;
  const rest =
    whose === source
      ? content
      : content.filter(({ from, to }) => whose === null || to <= whose.from || whose.to <= from);
  if (rest.length > 0) return { source: whose, cue, content: rest };
  return { source: whose, cue, content: rule && rule.content.length > 0 ? rule.content : restOf(words, whose, cue) };
}

/**
 * *The raid killed nine, and | the mayor said the search would go on*, *the mayor met the families and | said the search
 * would go on*: who goes on with a clause says nothing of what stands before it.
 */
function withinClause(words: Words, spotted: Spotted): Spotted {
  const { source, cue, content } = spotted;
  const joins = (i: number): boolean => isOneOf(words, i, words.says.clauseJoints);
  const ofItsOwn = source?.to === cue.from && joins(source.from - 1) && words.lower[source.from - 2] === ',';
  const goesOn = joins(cue.from - 1) && (source === null || source.to < cue.from);
  const behind = content.filter(({ from }) => from >= cue.to);
  return (ofItsOwn || goesOn) && behind.length > 0 ? { ...spotted, content: behind } : spotted;
}

/** *The mayor, Ida Holm, said nine people …*: whoever stands behind the verb says nothing. */
function isOwned(words: Words, cue: TokenRange): boolean {
  const sentence = itemAt(words.article.sentences, spanOf(words, cue).start);
  return sentence !== undefined && !preposed(words, cue) && hasOwnSubject(words, cue.from, sentence.firstToken);
}

/** *The boy was told by doctors*: the tagger takes him for the source. */
const isAgent = (words: Words, { from }: TokenRange, cue: TokenRange): boolean =>
  from >= cue.to &&
  isOneOf(words, from - 1, words.says.by) &&
  is(words, verbOf(words, cue), speech.reported | speech.reports);

/** *“…”, announced the head of the council, Dana Orsolic.*: what follows the verb behind a quotation, to the stop. */
function behindQuotation(words: Words, cue: TokenRange): TokenRange | null {
  const sentence = itemAt(words.article.sentences, spanOf(words, cue).start);
  const quoted = isMark(words, cue.from - 1) && (words.quotation[cue.from - 1] || words.quotation[cue.from - 2]);
  if (sentence === undefined || !quoted || words.quotation[cue.from] !== 0 || cue.to - cue.from !== 1) return null;
  let to = cue.to;
  // *lamented Senator Lind, according to people familiar with the remarks*
  while (to < sentence.endToken && phraseEnd(words, to, words.says.accordingTo) === 0) to++;
  while (to > cue.to && isMark(words, to - 1)) to--;
  const rest = { from: cue.to, to };
  const opens = isCapital(words, rest.from) || isOneOf(words, rest.from, words.says.speakerOpeners);
  const verbal = anyIn(rest.from, rest.to, (i) => is(words, i, speech.verb | speech.subordinator));
  return opens && !verbal && rest.to - rest.from <= longestTitled ? rest : null;
}

/** In words: a name behind a quotation with all its titles; set by hand. */
const longestTitled = 24;

/** *According to residents, REST*; *REST, a source told the Courier*: what its sentence holds beside source and cue. */
function restOf(words: Words, source: TokenRange | null, cue: TokenRange): TokenRange[] {
  const sentence = itemAt(words.article.sentences, spanOf(words, cue).start);
  if (source === null || sentence === undefined || source.from < sentence.firstToken) return [];
  const from = Math.min(source.from, cue.from);
  const to = Math.max(source.to, cue.to);
  const stop = isMark(words, sentence.endToken - 1) ? sentence.endToken - 1 : sentence.endToken;
  if (from <= sentence.firstToken + 1 && preposed(words, cue) && words.lower[to] === ',')
    return [{ from: to + 1, to: stop }];
  const ends = stop - to <= longestAddress && words.lower[from - 1] === ',';
  return ends && from - 1 > sentence.firstToken + 2 ? [{ from: sentence.firstToken, to: from - 1 }] : [];
}

const isMark = (words: Words, token: number): boolean => words.shapes[token] === shape.mark;

/** *…, two port | officials said*: the tagger saw the end of a phrase that a comma clearly begins. */
function whole(words: Words, spotted: Spotted, rule: Spotted | undefined): Spotted {
  const { source, cue, content } = spotted;
  const phrase = rule?.source ?? null;
  if (source === null || phrase === null) return spotted;
  // *The union leader, said a colleague, would not give up*
  if (
    phrase.from === cue.to &&
    source.to < cue.from &&
    words.lower[cue.from - 1] === ',' &&
    !isOwned(words, cue) &&
    isPlainlyUnnamed(words, phrase)
  )
    return { source: phrase, cue, content: content.filter(({ from, to }) => to <= phrase.from || phrase.to <= from) };
  // *An engineer, speaking privately because she feared for her job, said*: she stands in an aside
  const aside =
    words.lower[cue.from - 1] === ',' && source.to - source.from === 1 && is(words, source.from, speech.pronoun);
  if (aside && source.to < cue.from && phrase.from < source.from) {
    const named = { from: phrase.from, to: beforeComma(words, phrase) };
    const outside = content.filter(({ from, to }) => to <= named.from || from >= cue.to);
    return isPlainlyUnnamed(words, named) ? { source: named, cue, content: outside } : spotted;
  }
  // *the video cuts to | the masked guard warning that*
  if (phrase.to === cue.from && source.to <= phrase.from && isOneOf(words, cue.from, words.says.telling))
    return isPlainlyUnnamed(words, phrase) ? { source: phrase, cue, content } : spotted;
  if (phrase.to !== source.to || phrase.from >= source.from) return spotted;
  // *A man who runs the kiosk (said)*, *Former hostages held by the group (said)*
  const described =
    anyIn(phrase.from, source.from, (i) => isOneOf(words, i, words.says.who)) ||
    ((is(words, source.from - 1, speech.preposition) ||
      is(words, parsePhrase(words, phrase).head, speech.bareSource)) &&
      opensSentence(words, phrase.from));
  if ((words.lower[phrase.from - 1] !== ',' && !described) || !isPlainlyUnnamed(words, phrase)) return spotted;
  const cut = (range: TokenRange): TokenRange =>
    range.from < phrase.from && range.to > phrase.from ? { from: range.from, to: phrase.from - 1 } : range;
  return { source: phrase, cue, content: content.map(cut) };
}

/** Where a phrase comes to its first comma, or ends. */
function beforeComma(words: Words, { from, to }: TokenRange): number {
  for (let i = from; i < to; i++) if (words.lower[i] === ',') return i;
  return to;
}

/** A source of two cues (*said, noting*) is the same phrase for both, the longer one. */
function sharingSources(spotted: readonly Spotted[]): Spotted[] {
  const longest = new Map<number, TokenRange>();
  for (const { source } of spotted)
    if (source !== null && source.from < (longest.get(source.to)?.from ?? Number.POSITIVE_INFINITY))
      longest.set(source.to, source);
  return spotted.map((one) =>
    one.source === null ? one : { ...one, source: longest.get(one.source.to) ?? one.source },
  );
}

/** In words, from *asked* to *said* in *who asked not to be named said*; set by hand. */
const longestReason = 14;
/** In words, between *aides* and *asked*: more than *, who* is no such reason; set by hand. */
const longestLink = 2;

/** *Two aides who | asked not to be named said*: the tagger takes the reason why there is no name for the saying. */
function beyondAside(words: Words, spotted: Spotted, byRules: readonly Spotted[]): Spotted {
  const { source, cue } = spotted;
  if (source === null || cue.from < source.to || cue.from - source.to > longestLink) return spotted;
  if (!anyIn(source.to - 1, cue.from, (i) => isOneOf(words, i, words.says.who))) return spotted;
  const further = byRules.find(
    (rule) =>
      rule.source !== null &&
      rule.source.from <= source.from &&
      // the tagger may have taken *who* itself
      source.from <= rule.source.to + 1 &&
      rule.cue.from > cue.from &&
      rule.cue.from - cue.from < longestReason &&
      anyIn(cue.from, rule.cue.from, (i) => isOneOf(words, i, words.says.withheld)),
  );
  return further ?? spotted;
}

/** *One driver I spoke to said*: the driver says it. */
function met(words: Words, spotted: Spotted): Spotted {
  const { source, cue } = spotted;
  if (source === null || source.to !== cue.from || cue.to - cue.from !== 3) return spotted;
  if (!isOneOf(words, cue.from, words.says.speaking) || !is(words, cue.to - 1, speech.reports)) return spotted;
  const sentence = itemAt(words.article.sentences, spanOf(words, source).start);
  if (sentence === undefined || source.from === sentence.firstToken) return spotted;
  const before = { from: nounStart(words, source.from, sentence.firstToken), to: source.from };
  return isPlainlyUnnamed(words, before)
    ? { ...spotted, source: before, cue: { from: cue.to - 1, to: cue.to } }
    : spotted;
}

/** *critics, who pointed out*; *a source who said*: the relative pronoun gives way to the unnamed source before it. */
function withAntecedent(words: Words, spotted: Spotted): Spotted {
  const { source, cue } = spotted;
  if (source === null || source.to - source.from > 1 || !isOneOf(words, source.from, words.says.who)) return spotted;
  // *rebels who believed that*: a thought told by the article, not by them
  if (anyIn(cue.from, cue.to, (i) => words.says.thoughts.test(words.lower[i]!))) return spotted;
  const sentence = itemAt(words.article.sentences, spanOf(words, source).start);
  const before = sentence && antecedentOf(words, source.from, sentence.firstToken);
  return before && isPlainlyUnnamed(words, before) ? { ...spotted, source: before } : spotted;
}

/** *Reuters quoted a commander as saying*: the tagger often stops at the outlet. */
const isQuoting = (words: Words, { from, to }: TokenRange): boolean =>
  to - from === 1 && isOneOf(words, from, words.says.quoted);

/** *according to*, *citing*: whatever follows is a source. */
const preposed = (words: Words, cue: TokenRange): boolean =>
  isVoiced(words, cue) || isOneOf(words, cue.from, words.says.citing);
