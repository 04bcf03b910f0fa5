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
const syllables = 'ba ke lo mi nu ra se ti vo za dor fen gal hest jur kim'.split(' ');

/**
 * `count` articles made by recombining and rewording the sentences of `texts`: 8 to 20 sentences each, most from one
 * article and its neighbours (as reports on one event are), names swapped for invented ones in nine of ten, so that a
 * large folder is many events and not one. Deterministic in `seed`.
 */
export function makeArticles(texts: readonly string[], count: number, seed = 1): Map<string, string> {
  const next = seeded(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const stories = texts.flatMap((text, index) => {
    const article = readArticle(text, `${index}.txt`);
    return 'skipped' in article ? [] : [article.sentences.map((s) => text.slice(s.start, s.end).replace(/\s+/g, ' '))];
  });
  const made = new Map<string, string>();
  for (let i = 0; i < count; i++) {
    const home = Math.floor(next() * stories.length);
    const names = next() < 0.9 ? new Map<string, string>() : null;
    const sentences = Array.from({ length: 8 + Math.floor(next() * 13) }, () => {
      const story = next() < 0.8 ? home : (home + Math.floor(next() * 3)) % stories.length;
      return reword(pick(stories[story] as string[]), next, names);
    });
    const date = new Date(Date.UTC(2020, 0, 1 + Math.floor(next() * 700))).toISOString().slice(0, 10);
    const header = `---\ntitle: "Report ${i}"\noutlet: ${pick(outlets)}\ndate: ${date}\n---\n\n`;
    made.set(`${String(i).padStart(6, '0')}.txt`, header + sentences.join(' '));
  }
  return made;
}

function reword(sentence: string, next: () => number, names: Map<string, string> | null): string {
  let text = sentence;
  for (const [words, instead] of rewordings) if (next() < 0.3) text = text.replace(words, instead);
  if (names === null) return text;
  return text.replace(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}/gu, (name) => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const parts = Array.from({ length: 3 }, () => syllables[Math.floor(next() * syllables.length)]).join('');
    const invented = parts[0]?.toUpperCase() + parts.slice(1);
    names.set(name, invented);
    return invented;
  });
}
