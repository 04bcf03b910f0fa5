import { perLanguage } from '../languages/material.js';
import type { SpeechWords } from '../languages/speechWords.js';
import { speech } from '../languages/tokenClasses.js';
import { is, isOneOf, type TokenRange, type Words } from '../words.js';

/**
 * Words that report without anybody who answers for it: *reportedly*, *is believed to*, *it is said that*, *was accused
 * of* without *by*. Adjectives (*the alleged attack*) and inference (*apparently*) are none.
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
        const range = passiveAt(words, i, sentence.firstToken, sentence.endToken);
        if (range !== null) found.push(range);
      }
    }
  return found;
}

/** All words that hearsay is told by. */
const hearsayCues = perLanguage(
  ({ hearsayAdverbs, evidential, accused }: SpeechWords): ReadonlySet<string> =>
    new Set([...hearsayAdverbs, ...evidential, ...accused]),
);

/** The passive around the participle at `i` (*are also believed to have been*), or `null`. */
function passiveAt(words: Words, i: number, first: number, end: number): TokenRange | null {
  const { says } = words;
  const next = words.lower[i + 1] ?? '';
  const participle = words.lower[i]!;
  let from = i;
  while (from > first && i - from < 5 && !isOneOf(words, from - 1, words.says.beOfHearsay)) {
    if (!is(words, from - 1, speech.adverb | speech.time | speech.preposition)) break;
    from--;
  }
  const passive = from > first && isOneOf(words, from - 1, words.says.beOfHearsay);
  if (passive) from--;
  else from = i;
  while (from > first && isOneOf(words, from - 1, words.says.have)) from--;
  if (says.by.has(next) || agentFollows(words, i, end)) return null;
  if (says.accused.has(participle)) return passive && says.of.has(next) ? { from, to: i + 2 } : null;
  if (says.feared.has(participle) && !(passive && (says.to.has(next) || says.dead.has(next)))) return null;
  if (says.suspected.has(participle) && !(passive && says.to.has(next))) return null;
  const impersonal = passive && isOneOf(words, from - 1, says.it) && (says.that.has(next) || next === ',');
  if (impersonal) return { from: from - 1, to: i + 1 };
  if (says.to.has(next) && (passive || says.believed.has(participle))) return { from, to: i + 2 };
  if (
    passive &&
    says.reported.has(participle) &&
    !says.as.has(next) &&
    !is(words, i + 1, speech.pronoun | speech.determiner)
  )
    return { from, to: i + 1 };
  return null;
}

/** *was accused of theft by the mayor*: an agent later in the clause. */
function agentFollows(words: Words, i: number, end: number): boolean {
  for (let j = i + 1; j < Math.min(end, i + 12); j++) {
    const lower = words.lower[j];
    if (isOneOf(words, j, words.says.by))
      return !is(words, j + 1, speech.time) && !words.says.gerund.test(words.lower[j + 1] ?? '');
    if (lower === ',' || lower === ';') return false;
  }
  return false;
}
