import type { ArticleWords } from '../languages/articleWords.js';
import type { Span } from '../span.js';
import { type Fields, note } from './frontMatter.js';

/** In characters; longer paragraphs are of the article whatever they open with. Set by hand. */
const longestAround = 300;
/** In characters; a longer line is no agency's bare name. Set by hand. */
const longestAgency = 40;

/** Whether a paragraph is a byline (`inOpening`), a credit or an invitation; notes the author and agency it names. */
export function isAround(
  plain: string,
  block: Span,
  inOpening: boolean,
  fields: Fields,
  language: ArticleWords,
): boolean {
  const { patterns, agencies } = language;
  if (block.end - block.start > longestAround) return false;
  const line = plain.slice(block.start, block.end);
  const by = inOpening && !/[.!?]$/.test(line) ? patterns.byline.exec(line)?.[1] : undefined;
  if (by !== undefined && /^\p{Lu}/u.test(by)) {
    noteByline(by, fields, language);
    return true;
  }
  const contributors = patterns.contributed.exec(line)?.[1];
  if (contributors !== undefined || patterns.creditLine.test(line)) {
    note(fields, 'agency', agencyName(contributors ?? patterns.reportedBy.exec(line)?.[1] ?? '', language));
    return true;
  }
  const bare = line.length > longestAgency ? '' : line.replace(/^[\s([/–—-]+|[\s)\].]+$/g, '').toLowerCase();
  if (agencies.has(bare)) {
    note(fields, 'agency', bare);
    return true;
  }
  return patterns.boilerplate.test(line);
}

function noteByline(by: string, fields: Fields, language: ArticleWords): void {
  const [who = '', ...rest] = by.split(language.patterns.bylineJoint);
  const wire = [who, ...rest].map((name) => knownAgency(name, language)).find((name) => name !== null);
  note(fields, 'agency', wire);
  if (knownAgency(who, language) === null) note(fields, 'author', who.replace(/\.\s*$/, ''));
}

const withoutArticle = (name: string, { patterns }: ArticleWords): string =>
  name.trim().replace(patterns.beforeAgency, '');

/** The agency that a name is, by the list or by its last word (*Valley Press*), or `null`. */
function knownAgency(name: string, language: ArticleWords): string | null {
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
