import { readArticle } from '../server/src/core/article/index.js';
import { seeded } from '../training/seeded.js';

const rewordings: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bsaid\b/g, 'stated'],
  [/\bkilled\b/g, 'slain'],
  [/\bpeople\b/g, 'persons'],
  [/\bat least\b/g, 'no fewer than'],
  [/\battack\b/g, 'assault'],
  [/\bcity\b/g, 'town'],
  [/\bgovernment\b/g, 'cabinet'],
  [/\bcapital\b/g, 'main city'],
  [/\bMonday|Tuesday|Wednesday\b/g, 'Thursday'],
];
const outlets = ['Herald', 'Courier', 'Tribune', 'Gazette', 'Observer', 'Dispatch', 'Mirror', 'Chronicle'];
/** So many articles tell of one part of the world; the next as many say it in other words. */
const articlesOfRegion = 10_000;
const syllables = 'ba ke lo mi nu ra se ti vo za dor fen gal hest jur kim'.split(' ');

/**
 * `count` articles made by recombining and rewording the sentences of `texts`: 8 to 20 sentences each, most from one
 * article and its neighbours (as reports on one event are), names swapped for invented ones in nine of ten, so that a
 * large folder is many events and not one. Where there are more than 10,000, half of the longer words of each further
 * 10,000 are swapped, too: ten times the folder is ten times the events, not ten times the reports on each.
 * Deterministic in `seed`.
 */
export function makeArticles(texts: readonly string[], count: number, seed = 1): Map<string, string> {
  const next = seeded(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const stories = texts.flatMap((text, index) => {
    const article = readArticle(text, `${index}.txt`);
    return 'skipped' in article ? [] : [article.sentences.map((s) => text.slice(s.start, s.end).replace(/\s+/g, ' '))];
  });
  const made = new Map<string, string>();
  let words: Map<string, string> | null = null;
  for (let i = 0; i < count; i++) {
    if (i > 0 && i % articlesOfRegion === 0) words = new Map();
    const home = Math.floor(next() * stories.length);
    const names = next() < 0.9 ? new Map<string, string>() : null;
    const sentences = Array.from({ length: 8 + Math.floor(next() * 13) }, () => {
      const story = next() < 0.8 ? home : (home + Math.floor(next() * 3)) % stories.length;
      return reword(pick(stories[story] as string[]), next, names, words);
    });
    const date = new Date(Date.UTC(2020, 0, 1 + Math.floor(next() * 700))).toISOString().slice(0, 10);
    const header = `---\ntitle: "Report ${i}"\noutlet: ${pick(outlets)}\ndate: ${date}\n---\n\n`;
    made.set(`${String(i).padStart(6, '0')}.txt`, header + sentences.join(' '));
  }
  return made;
}

function reword(
  sentence: string,
  next: () => number,
  names: Map<string, string> | null,
  words: Map<string, string> | null,
): string {
  let text = sentence;
  for (const [these, instead] of rewordings) if (next() < 0.3) text = text.replace(these, instead);
  if (words !== null) text = text.replace(/(?<!\p{L})\p{Ll}{6,}/gu, (word) => swapped(word, words, next, 0.5));
  if (names === null) return text;
  return text.replace(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}/gu, (name) => {
    const invented = swapped(name, names, next, 1);
    return invented[0]?.toUpperCase() + invented.slice(1);
  });
}

/** What a word is swapped for, in `share` of the words: an invented one, the same each time. */
function swapped(word: string, swaps: Map<string, string>, next: () => number, share: number): string {
  const known = swaps.get(word);
  if (known !== undefined) return known;
  const swap =
    share < 1 && next() >= share
      ? word
      : Array.from({ length: 3 }, () => syllables[Math.floor(next() * syllables.length)]).join('');
  swaps.set(word, swap);
  return swap;
}
