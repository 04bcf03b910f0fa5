import { word } from '../languages/en/attribution.js';
import { is, type TokenRange, type Words } from './words.js';

const adverbs = new Set(['reportedly', 'allegedly', 'purportedly', 'rumouredly']);
const be = new Set(['is', 'are', 'was', 'were', 'be', 'been', "'s"]);
const evidential = new Set([
  'said',
  'believed',
  'thought',
  'reported',
  'alleged',
  'rumoured',
  'rumored',
  'understood',
  'feared',
  'claimed',
  'presumed',
  'suspected',
]);

/**
 * Words that report without anybody who answers for it: *reportedly*, *is believed to*, *it is said that*, *was accused
 * of* without *by*. Adjectives (*the alleged attack*) and inference (*apparently*) are none.
 */
export function findHearsay(words: Words): TokenRange[] {
  const found: TokenRange[] = [];
  for (const sentence of words.article.sentences)
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (adverbs.has(words.lower[i] as string)) found.push({ from: i, to: i + 1 });
      else if (evidential.has(words.lower[i] as string) || words.lower[i] === 'accused') {
        const range = passiveAt(words, i, sentence.firstToken, sentence.endToken);
        if (range !== null) found.push(range);
      }
    }
  return found;
}

/** The passive around the participle at `i` (*are also believed to have been*), or `null`. */
function passiveAt(words: Words, i: number, first: number, end: number): TokenRange | null {
  const next = words.lower[i + 1];
  const participle = words.lower[i] as string;
  let from = i;
  while (from > first && i - from < 5 && !be.has(words.lower[from - 1] as string)) {
    if (!is(words, from - 1, word.adverb | word.time | word.preposition)) break;
    from--;
  }
  const passive = from > first && be.has(words.lower[from - 1] as string);
  if (passive) from--;
  else from = i;
  while (from > first && /^(?:has|have|had)$/.test(words.lower[from - 1] as string)) from--;
  if (next === 'by' || agentFollows(words, i, end)) return null;
  if (participle === 'accused') return passive && next === 'of' ? { from, to: i + 2 } : null;
  if (participle === 'feared' && !(passive && (next === 'to' || next === 'dead'))) return null;
  if (participle === 'suspected' && !(passive && next === 'to')) return null;
  const impersonal = passive && words.lower[from - 1] === 'it' && (next === 'that' || next === ',');
  if (impersonal) return { from: from - 1, to: i + 1 };
  if (next === 'to' && (passive || participle === 'believed' || participle === 'thought')) return { from, to: i + 2 };
  if (passive && participle === 'reported' && next !== 'as' && !is(words, i + 1, word.pronoun | word.determiner))
    return { from, to: i + 1 };
  return null;
}

/** *was accused of theft by the mayor*: an agent later in the clause. */
function agentFollows(words: Words, i: number, end: number): boolean {
  for (let j = i + 1; j < Math.min(end, i + 12); j++) {
    const lower = words.lower[j];
    if (lower === 'by') return !is(words, j + 1, word.time) && !(words.lower[j + 1] ?? '').endsWith('ing');
    if (lower === ',' || lower === ';') return false;
  }
  return false;
}
