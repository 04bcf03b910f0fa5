import type { ArticleWords } from '../languages/articleWords.js';
import type { Span } from '../span.js';
import { isCapital } from './characters.js';
import { type Fields, note, printedOutlet } from './frontMatter.js';

/** In characters; longer paragraphs are of the article whatever they open with. Set by hand. */
const longestAround = 300;
/** In characters; a longer line is no agency's bare name. Set by hand. */
const longestAgency = 40;

/** Whether a paragraph credits others than the author; notes the agency that it names. */
export function isCredit(plain: string, block: Span, fields: Fields, language: ArticleWords): boolean {
  const { patterns, agencies } = language;
  if (block.end - block.start > longestAround) return false;
  const line = plain.slice(block.start, block.end);
  const contributors = patterns.contributed.exec(line)?.[1];
  if (contributors !== undefined || patterns.creditLine.test(line)) {
    note(fields, 'agency', agencyName(contributors ?? patterns.reportedBy.exec(line)?.[1] ?? '', language));
    return true;
  }
  const bare = line.length > longestAgency ? '' : line.replace(/^[\s([/–—-]+|[\s)\].]+$/g, '').toLowerCase();
  if (!agencies.has(bare)) return false;
  note(fields, 'agency', bare);
  return true;
}

/** Notes the author, the agency and the outlet of *Lena Aumont, Aune Post* or *Lena Aumont in Kessel*. */
export function noteByline(by: string, fields: Fields, language: ArticleWords): void {
  const [who = '', ...rest] = by.split(language.patterns.bylineJoint).map((name) => name.trim());
  const wire = [who, ...rest].map((name) => knownAgency(name, language)).find((name) => name !== null);
  note(fields, 'agency', wire);
  // *By Aune Post Staff*
  if (isOutletName(who, language)) {
    note(fields, printedOutlet, by.split(',')[0]!.replace(language.patterns.staff, ''));
    return;
  }
  note(
    fields,
    printedOutlet,
    rest.find((name) => isOutletName(name, language)),
  );
  const author = who.replace(/[.\s]+$/, '');
  if (knownAgency(who, language) === null && !language.patterns.anybody.test(author)) note(fields, 'author', author);
}

/** Notes the outlet whose rights a line reserves: *© 2026 Aune Post. All rights reserved.* */
export function noteRights(line: string, fields: Fields, language: ArticleWords): void {
  const owner = language.patterns.rights.exec(line)?.[1] ?? '';
  if (isOutletName(owner, language)) note(fields, printedOutlet, owner);
}

/** Whether a name has a word that outlets are called by: *Eastern Courier*, *Radio Lagune*; or is one of a site. */
export function isOutletName(name: string, { sets, patterns, agencies }: ArticleWords): boolean {
  const words = name.split(' ');
  // an agency prints in other papers
  if (words.length > longestOutlet || !isCapital(name) || agencies.has(name.toLowerCase())) return false;
  return patterns.site.test(name) || words.some((word) => isCapital(word) && sets.outletWords.has(word.toLowerCase()));
}

/** In words; chosen. */
const longestOutlet = 6;

/**
 * The outlet that a value names, or `null` for *local media*, *agencies*, *police*: some of those whom an article rests on,
 * and no name of who printed it.
 */
export function outletIn(value: string, { sets }: ArticleWords): string | null {
  const words = value.toLowerCase().match(/[\p{L}\p{N}.’'-]+/gu) ?? [];
  return words.every((word) => sets.noOutlets.has(word) || sets.functionWords.has(word)) ? null : value;
}

const withoutArticle = (name: string, { patterns }: ArticleWords): string =>
  name.trim().replace(patterns.beforeAgency, '');

/** The agency that a name is, by the list or by its last word (*Valley Press*), or `null`. */
export function knownAgency(name: string, language: ArticleWords): string | null {
  const bare = withoutArticle(name, language);
  const known = language.agencies.get(bare.toLowerCase());
  if (known !== undefined) return known;
  return language.patterns.agencyName.test(bare) ? bare : null;
}

/** The agency that a credit names, or `null`: *Northwire*, *the Associated Press and others*; people have two names. */
export function agencyName(credit: string, language: ArticleWords): string | null {
  for (const piece of credit.split(language.patterns.creditJoint)) {
    const known = knownAgency(piece, language);
    if (known !== null) return known;
  }
  const bare = withoutArticle(credit, language);
  return /^\p{Lu}[\p{L}-]{2,}$/u.test(bare) && !language.sets.notAgencies.has(bare.toLowerCase()) ? bare : null;
}
