import { diffArrays } from 'diff';
import { languageOf } from '../core/languages/index.js';
import type { Language } from '../core/languages/language.js';
import { anySpeech, harm } from '../core/languages/tokenClasses.js';

/** Words that an edit may take out or put in, as a share of the words before it, and at least one. Chosen. */
const smallShare = 1 / 4;

/** What such words say: whoever changes one says something else. */
const tellingBits = (harm.number | harm.negation | harm.verb | harm.state | harm.hedged | harm.modal) & anySpeech;

/**
 * Whether words were edited so little that what was said of them holds: few words, and no number, name, negation, hedge or
 * word of harm among them. In doubt they were not.
 */
export function isSmallEdit(before: string, after: string, language: string): boolean {
  const [old, now] = [before.split(' '), after.split(' ')];
  const most = Math.max(1, Math.floor(old.length * smallShare));
  // more could not be small, and comparing long texts takes time
  const changes = diffArrays(old.map(bare), now.map(bare), { maxEditLength: most });
  if (changes === undefined) return false;
  let [oldAt, nowAt] = [0, 0];
  const changed: string[] = [];
  for (const { added, removed, count } of changes) {
    if (removed) changed.push(...old.slice(oldAt, oldAt + count));
    if (added) changed.push(...now.slice(nowAt, nowAt + count));
    if (!added) oldAt += count;
    if (!removed) nowAt += count;
  }
  const words = changed.map(trimmed).filter((word) => word !== '');
  return words.length <= most && !words.some(isName) && !areTelling(words, languageOf(language));
}

/** A word without the signs around it. */
const trimmed = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
const bare = (word: string): string => trimmed(word).toLowerCase();

const isName = (word: string): boolean => /^\p{Lu}/u.test(word);

function areTelling(words: readonly string[], { classes, claims }: Language): boolean {
  const lower = words.map((word) => word.toLowerCase());
  const [numbers, speech, harmed] = [0, 1, 2].map(() => new Int32Array(lower.length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  classes.classify(lower, numbers, speech, harmed);
  return lower.some(
    (word, i) =>
      (harmed[i]! & tellingBits) !== 0 ||
      /\p{N}/u.test(word) ||
      [claims.negations, claims.denials, claims.contrary, claims.hedges].some((set) => set.has(word)),
  );
}
