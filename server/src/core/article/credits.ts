import { agencies, boilerplate, contributed, creditLine, reportedBy } from '../languages/en/article.js';
import type { Span } from '../span.js';
import { type Fields, note } from './frontMatter.js';

/** Longer paragraphs are of the article whatever they open with. */
const longestAround = 300;
const longestAgency = 40;
const byline = /^by\s+(\p{Lu}[^.!?\n]{2,100}?|\p{Lu}[^!?\n]{2,100})$/iu;

/** Whether a paragraph is a byline (`inOpening`), a credit or an invitation; notes the author and agency it names. */
export function isAround(plain: string, block: Span, inOpening: boolean, fields: Fields): boolean {
  if (block.end - block.start > longestAround) return false;
  const line = plain.slice(block.start, block.end);
  const by = inOpening && !/[.!?]$/.test(line) ? byline.exec(line)?.[1] : undefined;
  if (by !== undefined && /^\p{Lu}/u.test(by)) {
    noteByline(by, fields);
    return true;
  }
  const contributors = line.includes('contributed') ? contributed.exec(line)?.[1] : undefined;
  if (contributors !== undefined || creditLine.test(line)) {
    note(fields, 'agency', agencyName(contributors ?? reportedBy.exec(line)?.[1] ?? ''));
    return true;
  }
  const bare = line.length > longestAgency ? '' : line.replace(/^[\s([/–—-]+|[\s)\].]+$/g, '').toLowerCase();
  if (agencies.has(bare)) {
    note(fields, 'agency', bare);
    return true;
  }
  return boilerplate.test(line);
}

function noteByline(by: string, fields: Fields): void {
  const [who = '', ...rest] = by.split(/,\s*|\s+(?=(?:in|of|at)\s)/);
  const wire = [who, ...rest].map(knownAgency).find((name) => name !== null);
  note(fields, 'agency', wire);
  if (knownAgency(who) === null) note(fields, 'author', who.replace(/\.\s*$/, ''));
}

const withoutArticle = (name: string): string => name.trim().replace(/^(?:the|from the|from)\s+/i, '');

/** The agency that a name is, by the list or by its last word (*Valley Press*), or `null`. */
function knownAgency(name: string): string | null {
  const bare = withoutArticle(name);
  const known = agencies.get(bare.toLowerCase());
  if (known !== undefined) return known;
  return /^\p{Lu}[\p{L} -]{2,40}\b(?:Press|Agency|Newswire|Wire|News Service)$/u.test(bare) ? bare : null;
}

/** The agency that a credit names, or `null`: *Northwire*, *the Associated Press and others*; people have two names. */
export function agencyName(credit: string): string | null {
  for (const piece of credit.split(/[,;/]\s*|\s+and\s+|\s+(?=writers?\b|reporters?\b|correspondents?\b)/)) {
    const known = knownAgency(piece);
    if (known !== null) return known;
  }
  const bare = withoutArticle(credit);
  return /^\p{Lu}[\p{L}-]{2,}$/u.test(bare) && !/^(?:Staff|Agencies|Reporters)$/.test(bare) ? bare : null;
}
