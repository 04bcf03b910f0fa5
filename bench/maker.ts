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
/** So many articles tell of the same 700 days; the next as many tell of other days in other words. */
const articlesOfPeriod = 10_000;
const daysOfPeriod = 700;
const syllables = 'ba ke lo mi nu ra se ti vo za dor fen gal hest jur kim'.split(' ');

/**
 * `count` articles made by recombining and rewording the sentences of `texts`: 8 to 20 sentences each, most from one
 * article and its neighbours (as reports on one event are), names swapped for invented ones in nine of ten, so that a
 * large folder is many events and not one. Each further 10,000 have days of their own, and half of the longer words are
 * swapped for others that are as common: ten times the folder is ten times the events, not ten times the reports on each.
 * Deterministic in `seed`.
 */
export function makeArticles(texts: readonly string[], count: number, seed = 1): Map<string, string> {
  const next = seeded(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const stories = texts.flatMap((text, index) => {
    const article = readArticle(text, `${index}.txt`);
    return 'skipped' in article ? [] : [article.sentences.map((s) => text.slice(s.start, s.end).replace(/\s+/g, ' '))];
  });
  const common = wordsByFrequency(texts);
  const made = new Map<string, string>();
  let words: ReadonlyMap<string, string> = new Map();
  for (let i = 0; i < count; i++) {
    if (i > 0 && i % articlesOfPeriod === 0) words = swapsOf(common, next);
    const home = Math.floor(next() * stories.length);
    const names = next() < 0.9 ? new Map<string, string>() : null;
    const sentences = Array.from({ length: 8 + Math.floor(next() * 13) }, () => {
      const story = next() < 0.8 ? home : (home + Math.floor(next() * 3)) % stories.length;
      return reword(pick(stories[story] as string[]), next, names, words);
    });
    const day = Math.floor((Math.floor(i / articlesOfPeriod) + next()) * daysOfPeriod);
    const date = new Date(Date.UTC(1960, 0, 1 + day)).toISOString().slice(0, 10);
    const header = `---\ntitle: "Report ${i}"\noutlet: ${pick(outlets)}\ndate: ${date}\n---\n\n`;
    made.set(`${String(i).padStart(6, '0')}.txt`, header + sentences.join(' '));
  }
  return made;
}

const longWord = /(?<!\p{L})\p{Ll}{6,}/gu;

/** The longer words of the texts, the commonest first. */
function wordsByFrequency(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const [word] of text.matchAll(longWord)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1)).map(([word]) => word);
}

/** Swaps about half of the words, each for its neighbour in order of frequency. */
function swapsOf(words: readonly string[], next: () => number): Map<string, string> {
  const swaps = new Map<string, string>();
  for (let i = 0; i + 1 < words.length; i++) {
    if (next() < 2 / 3) continue;
    const [one, other] = [words[i] as string, words[i + 1] as string];
    swaps.set(one, other).set(other, one);
    i++;
  }
  return swaps;
}

function reword(
  sentence: string,
  next: () => number,
  names: Map<string, string> | null,
  words: ReadonlyMap<string, string>,
): string {
  let text = sentence;
  for (const [these, instead] of rewordings) if (next() < 0.3) text = text.replace(these, instead);
  if (words.size > 0) text = text.replace(longWord, (word) => words.get(word) ?? word);
  if (names === null) return text;
  return text.replace(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}/gu, (name) => {
    const known = names.get(name) ?? invented(next);
    names.set(name, known);
    return known;
  });
}

function invented(next: () => number): string {
  const name = Array.from({ length: 3 }, () => syllables[Math.floor(next() * syllables.length)]).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
