import type { Article } from '../server/src/core/article/article.js';
import type { Labelled } from './polnear.js';

/**
 * The same article as another desk might have it: commas and apostrophes lost in scraping, straight quotation marks,
 * headlines in lower case, unknown names. Spans move along. Which of these happen is drawn once an article.
 */
export function vary(labelled: Labelled, article: Article, random: () => number): Labelled {
  const dropCommas = random() < 0.6;
  const dropApostrophes = dropCommas && random() < 0.6;
  const straight = random() < 0.7;
  const swapNames = random() < 0.6;
  const renamed = swapNames ? rename(article, random) : new Map<number, { end: number; name: string }>();
  const { text } = labelled;
  const moved = new Int32Array(text.length + 1);
  let out = '';
  for (let i = 0; i < text.length; i++) {
    moved[i] = out.length;
    const name = renamed.get(i);
    if (name !== undefined) {
      moved.fill(out.length + 1, i + 1, name.end);
      out += name.name;
      i = name.end - 1;
      continue;
    }
    const character = text[i] as string;
    if (dropCommas && character === ',') continue;
    if (dropApostrophes && /['’]/.test(character) && /\p{L}/u.test(text[i - 1] ?? ' ')) continue;
    out += straight ? character.replace(/[“”]/, '"').replace(/[‘’]/, "'") : character;
  }
  moved[text.length] = out.length;
  const spans = labelled.spans
    .map((span) => ({ ...span, start: moved[span.start] as number, end: moved[span.end] as number }))
    .filter((span) => span.end > span.start);
  return { name: labelled.name, text: out, spans };
}

const syllables = 'ba do ke lu mi na or pe ra si ta ul va we yo zi dra fen gor hal jem kor lan mar nev tur'.split(' ');

/** New names for half of the capitalised words inside sentences, the same name each time. By start offset. */
function rename(article: Article, random: () => number): Map<number, { end: number; name: string }> {
  const { start, end, word, count } = article.tokens;
  const openers = new Set(article.sentences.map((sentence) => sentence.firstToken));
  const names = new Map<string, string | null>();
  const places = new Map<number, { end: number; name: string }>();
  for (let i = 0; i < count; i++) {
    const written = word[i] as string;
    if (openers.has(i) || !/^\p{Lu}\p{Ll}{2,}$/u.test(written)) continue;
    if (!names.has(written)) names.set(written, random() < 0.5 ? invent(random) : null);
    const name = names.get(written) ?? null;
    if (name !== null) places.set(start[i] as number, { end: end[i] as number, name });
  }
  return places;
}

function invent(random: () => number): string {
  let name = '';
  for (let k = 2 + Math.floor(random() * 2); k > 0; k--) name += syllables[Math.floor(random() * syllables.length)];
  return (name[0] as string).toUpperCase() + name.slice(1);
}
