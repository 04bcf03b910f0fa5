import { speech } from '../languages/tokenClasses.js';
import { is, type TokenRange, type Words } from '../words.js';
import type { Spotted } from './spotted.js';

/** In words: *See*, *Read more:*; a longer stretch before a link speaks with it. Chosen. */
const longestPointer = 3;
/** In characters; as long as a link's words may be (`article/markup.ts`). */
const longestLink = 500;

/**
 * *See [officials said 40 were killed](…)*: the words of a link that goes on behind the source are a sentence of their own,
 * and what opens the sentence before it only points there.
 */
export function withinLink(words: Words, spotted: Spotted): Spotted {
  const { source } = spotted;
  const from = source === null ? 0 : linkStart(words, source);
  return source === null || from === source.from ? spotted : { ...spotted, source: { from, to: source.to } };
}

function linkStart(words: Words, { from, to }: TokenRange): number {
  const { text, plain } = words.article;
  for (let i = from + 1; i < to && i - from <= longestPointer; i++) {
    if (is(words, i - 1, speech.determiner | speech.preposition)) return from;
    const gap = text.slice(words.end[i - 1], words.start[i]);
    if (!gap.includes('[') || plain.slice(words.end[i - 1], words.start[i]).includes('[')) continue;
    const close = text.slice(words.start[i], words.start[i]! + longestLink).indexOf('](');
    return close > words.end[to - 1]! - words.start[i]! ? i : from;
  }
  return from;
}
