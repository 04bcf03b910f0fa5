import { agencyName, isOutletName, knownAgency } from '../core/article/credits.js';
import type { ArticleWords } from '../core/languages/articleWords.js';
import { oneLine } from './dom.js';

export interface Byline {
  readonly authors: readonly string[];
  readonly agency: string | null;
}

/** A name as it is stated: of one person or body, or as a line prints it (*By Lena Aumont and Pell Oran, Northwire*). */
export interface Signature {
  readonly text: string;
  readonly whole: boolean;
}

/** In words and characters; a longer name is a sentence. Chosen. */
const longest = { words: 6, characters: 80 };

/** Who signs: without *By*, addresses, what people do for their outlet and the outlet itself; agencies apart. */
export function readByline(signed: readonly Signature[], outlet: string | null, language: ArticleWords): Byline {
  const authors = new Map<string, string>();
  let agency: string | null = null;
  for (const { text, whole } of signed) {
    const line = whole ? oneLine(text) : bare(text, language);
    if (language.patterns.jobLine.test(line) || (outlet !== null && sameName(line, outlet))) continue;
    for (const piece of whole ? [line] : line.split(language.patterns.creditJoint)) {
      const [who = '', ...rest] = whole ? [piece] : piece.split(language.patterns.bylineJoint);
      for (const name of [who, ...rest]) agency ??= name === undefined ? null : knownAgency(name.trim(), language);
      const name = who.trim();
      if (isAuthor(name, outlet, language)) authors.set(name.toLowerCase(), name);
    }
  }
  return { authors: [...authors.values()], agency };
}

/** The agency that a line of credit names; any other line of credit stands as it is. */
export const creditOf = (line: string, language: ArticleWords): string | null => {
  const words = oneLine(line).slice(0, longest.characters);
  return words === '' ? null : (agencyName(words, language) ?? words);
};

function bare(text: string, { patterns }: ArticleWords): string {
  let words = oneLine(text.slice(0, 400))
    .replace(/\S+@\S+|https?:\S+|(?<=^|\s)@\S+/g, ' ')
    .replace(/\([^()]*\)/g, ' ');
  words = oneLine(words).replace(/^[^\p{L}]+/u, '');
  const by = new RegExp(`^${patterns.byline.source}`, 'iu').exec(words);
  return words.slice(by?.[0].length ?? 0).replaceAll(' & ', ', ');
}

function isAuthor(name: string, outlet: string | null, language: ArticleWords): boolean {
  const { patterns, sets } = language;
  if (!/^[\p{Lu}\p{Lo}]/u.test(name) || /\d|[!?]/.test(name)) return false;
  if (name.length > longest.characters || name.split(' ').length > longest.words) return false;
  if (outlet !== null && sameName(name, outlet)) return false;
  if (knownAgency(name, language) !== null || patterns.anybody.test(name) || patterns.jobLine.test(name)) return false;
  // *Aune Post Staff*
  return !sets.notAgencies.has(name.toLowerCase()) && !(patterns.staff.test(name) && isOutletName(name, language));
}

const sameName = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (name: string): string => name.toLowerCase().replace(/^the\s+/, '');
