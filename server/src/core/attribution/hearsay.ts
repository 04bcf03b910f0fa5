import { perLanguage, WordSet } from '../languages/material.js';
import type { SpeechWords } from '../languages/speechWords.js';
import { speech } from '../languages/tokenClasses.js';
import { is, isOneOf, type TokenRange, type Words } from '../words.js';
import { isCapital } from './phrase.js';
import { opensClause } from './spotted.js';

/**
 * Words that report without anybody who answers for it: *reportedly*, *is believed to*, *it is said that*, *was accused
 * of* without *by*, *amid rumours that*. Adjectives (*the alleged attack*) and inference (*apparently*) are none.
 */
export function findHearsay(words: Words): TokenRange[] {
  const found: TokenRange[] = [];
  const { hearsayAdverbs } = words.says;
  const cues = hearsayCues(words.says);
  for (const sentence of words.article.sentences)
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (!isOneOf(words, i, cues)) continue;
      if (isOneOf(words, i, hearsayAdverbs)) found.push({ from: i, to: i + 1 });
      else {
        const range = rumourAt(words, i) ?? passiveAt(words, i, sentence.firstToken, sentence.endToken);
        if (range !== null) found.push(range);
      }
    }
  return found;
}

/** All words that hearsay is told by. */
const hearsayCues = perLanguage(
  ({ hearsayAdverbs, evidential, accused, hearing, rumours }: SpeechWords) =>
    new WordSet([...hearsayAdverbs, ...evidential, ...accused, ...hearing, ...rumours]),
);

/** In words, between *are* and *believed* (*are also widely believed*); set by hand. */
const longestBetween = 5;

/** The passive around the participle at `i` (*are also believed to have been*), or `null`. */
function passiveAt(words: Words, i: number, first: number, end: number): TokenRange | null {
  const { says } = words;
  const next = words.lower[i + 1] ?? '';
  const participle = words.lower[i]!;
  let from = i;
  while (from > first && i - from < longestBetween && !isOneOf(words, from - 1, words.says.beOfHearsay)) {
    if (!is(words, from - 1, speech.adverb | speech.time | speech.preposition)) break;
    from--;
  }
  const passive = from > first && isOneOf(words, from - 1, words.says.beOfHearsay);
  // *was first reported on Friday*, *what is reported*: published
  if (passive && says.reported.has(participle) && isPublished(words, from - 1, i)) return null;
  if (passive) from--;
  else from = i;
  if (says.accused.has(participle) && isOneOf(words, i - 1, says.being))
    return says.of.has(next) && !agentFollows(words, i, end) ? { from: i - 1, to: i + 2 } : null;
  while (from > first && isOneOf(words, from - 1, words.says.have)) from--;
  // *was accused of theft by the mayor*; but in *is said to have been hit by a shell* the shell says nothing
  const infinitive = says.to.has(next) && isOneOf(words, i + 2, says.infinitives);
  // *it has been claimed that it was moved by thieves*
  if (says.by.has(next) || (!infinitive && !says.that.has(next) && agentFollows(words, i, end))) return null;
  if (says.accused.has(participle))
    return passive && says.of.has(next) && !says.charge.has(words.lower[from]!) ? { from, to: i + 2 } : null;
  if (says.feared.has(participle) && !(passive && (says.to.has(next) || says.dead.has(next)))) return null;
  if (says.suspected.has(participle) && !(passive && says.to.has(next))) return null;
  const opens = says.that.has(next) || next === ',' || (!says.reported.has(participle) && isSubject(words, i + 1));
  // *the row went on for hours, it has been claimed.*
  const closes = words.lower[from - 2] === ',' && (i + 1 >= end || next === '.');
  const impersonal = passive && isOneOf(words, from - 1, says.it) && (opens || closes);
  if (impersonal) return { from: from - 1, to: i + 1 };
  if (says.to.has(next)) return isInfinitive(words, i, passive) ? { from, to: i + 2 } : null;
  if (
    passive &&
    says.reported.has(participle) &&
    !says.as.has(next) &&
    !says.filed.has(next) &&
    !says.filedWith.has(next) &&
    !is(words, i + 1, speech.pronoun | speech.determiner)
  )
    return { from, to: i + 1 };
  return null;
}

/** *it is understood | the club has*, *Mr Benali has*: what is said begins without *that*. */
const isSubject = (words: Words, i: number): boolean =>
  (is(words, i, speech.determiner | speech.pronoun) || isCapital(words, i)) && opensClause(words, i);

/** *was first reported*, *what is reported*, *the mayor’s reported request*, with the form of *be* at `be`. */
const isPublished = (words: Words, be: number, i: number): boolean =>
  isOneOf(words, i - 1, words.says.first) ||
  isOneOf(words, be - 1, words.says.what) ||
  (isOneOf(words, be, words.says.possessive) &&
    !isOneOf(words, i + 1, words.says.to) &&
    !isOneOf(words, i + 1, words.says.that));

/** *is believed to hold*, *said to be*; not *was reported to the police*, *gave some thought to leaving*. */
function isInfinitive(words: Words, i: number, passive: boolean): boolean {
  const verb = i + 2;
  const bare = isOneOf(words, i, words.says.believed) || isOneOf(words, i, words.says.reported);
  if (isOneOf(words, verb, words.says.infinitives)) return passive || (bare && !is(words, i - 1, speech.determiner));
  const addressed = is(words, verb, speech.determiner | speech.people | speech.body | speech.pronoun | speech.time);
  if (addressed || isCapital(words, verb) || words.says.gerund.test(words.lower[verb] ?? '')) return false;
  return passive || (isOneOf(words, i, words.says.believed) && !is(words, i - 1, speech.determiner));
}

/** *I have heard that*, *rumours that*, *amid rumours of*, *rumours have swirled*; not *spread rumours that*. */
function rumourAt(words: Words, i: number): TokenRange | null {
  const { says } = words;
  if (isOneOf(words, i, says.rumours)) {
    // *rumour has it*
    if (isOneOf(words, i + 1, says.have) && isOneOf(words, i + 2, says.it)) return { from: i, to: i + 1 };
    let verb = i + 1;
    while (is(words, verb, speech.auxiliary | speech.adverb)) verb++;
    if (isOneOf(words, verb, says.circulating)) return { from: i, to: i + 1 };
    // not *rumours that have built up*
    const that = isOneOf(words, i + 1, says.that) && !is(words, i + 2, speech.auxiliary);
    const told = that || isOneOf(words, i + 1, says.rumouring);
    const of = isOneOf(words, i + 1, says.of) && isOneOf(words, i - 1, says.occasions);
    const spread = isOneOf(words, i - 1, says.circulating) || isOneOf(words, i - 1, says.starting);
    return of || (told && !spread && words.quotation[i] === 0) ? { from: i, to: i + 1 } : null;
  }
  if (!isOneOf(words, i, says.hearing) || words.quotation[i] === 0) return null;
  let from = i;
  while (isOneOf(words, from - 1, says.have) || isOneOf(words, from - 1, says.beOfHearsay)) from--;
  const speaker = is(words, from - 1, speech.pronoun) ? from - 1 : from;
  // *you may have heard that*: whoever reads it
  if (isOneOf(words, speaker, says.you) || isOneOf(words, from - 1, says.modals)) return null;
  return isOneOf(words, i + 1, says.that) && !is(words, i - 1, speech.preposition)
    ? { from: speaker, to: i + 1 }
    : null;
}

/** In words, from *accused* to *by the mayor*; set by hand. */
const farthestAgent = 12;

/** *was accused of theft by the mayor*: an agent later in the clause. */
function agentFollows(words: Words, i: number, end: number): boolean {
  for (let j = i + 1; j < Math.min(end, i + farthestAgent); j++) {
    const lower = words.lower[j];
    if (isOneOf(words, j, words.says.by))
      return !is(words, j + 1, speech.time) && !words.says.gerund.test(words.lower[j + 1] ?? '');
    if (lower === ',' || lower === ';') return false;
  }
  return false;
}
