import {
  agencies,
  boilerplate,
  calendar,
  contributed,
  months,
  notPlaces,
  reportedBy,
  weekdays,
} from '../languages/en/article.js';
import type { Span } from '../span.js';
import { isCapital, trimmed } from './characters.js';
import { dateSource, parseDate } from './dates.js';
import type { Fields } from './frontMatter.js';
import type { Block } from './paragraphs.js';
import { isWordToken, tokenize } from './tokens.js';

/** A paragraph once the lines around the article's own text are told from it. */
export interface Part extends Block {
  /** A byline, a credit, an invitation to subscribe: on the page, not of the article. */
  readonly boilerplate: boolean;
}

export interface Opening {
  readonly parts: readonly Part[];
  /** Header lines, dates and datelines: they hold no sentence. In order. */
  readonly header: readonly Span[];
}

/** So much of a text is looked at for its opening lines. */
const reach = { blocks: 8, characters: 3000 };

/**
 * Reads what stands around an article's text: header lines, a date, the headline that front matter repeats, bylines, a
 * dateline; credits and invitations. Fields found earlier (front matter) are trusted more and stay.
 */
export function readOpening(plain: string, blocks: readonly Block[], fields: Fields): Opening {
  const parts: Part[] = [];
  const header: Span[] = [];
  const title = fields.get('title') ?? fields.get('headline');
  let inOpening = true;
  let lead = -1;
  blocks.forEach((block, index) => {
    inOpening &&= index < reach.blocks && block.start - (blocks[0] as Block).start < reach.characters;
    let rest: Block = block;
    if (inOpening) {
      const stop = headerEnd(plain, rest, fields, title);
      rest = without(plain, rest, stop, header);
      const titled = title === undefined ? 0 : titleEnd(plain, rest, title);
      if (titled > 0 && titled <= rest.end) {
        parts.push({ start: rest.start, end: titled, heading: true, boilerplate: false, item: false });
        rest = { ...rest, ...trimmed(plain, titled, rest.end) };
        rest = without(plain, rest, headerEnd(plain, rest, fields, undefined), header);
        rest = without(plain, rest, agencyEnd(plain, rest, fields), header);
      }
      const dateline = rest.start < rest.end ? readDateline(plain, rest, fields) : 0;
      if (dateline > 0) {
        inOpening = false;
        lead = parts.length;
        rest = without(plain, rest, dateline, header);
      }
    }
    if (rest.start < rest.end) parts.push({ ...rest, boilerplate: isAround(plain, rest, inOpening, fields) });
  });
  return {
    header,
    parts: lead <= mostAbove ? parts.map((part, i) => (i < lead ? aboveDateline(plain, part) : part)) : parts,
  };
}

/** Headline, subtitle, caption: more than these do not stand above a dateline. */
const mostAbove = 3;

/** What stands above a dateline is headline and subtitle, if it is one sentence and nobody's words. */
function aboveDateline(plain: string, part: Part): Part {
  const line = plain.slice(part.start, part.end);
  const text = part.boilerplate || line.length > 300 || /^["“‘]|[.!?]["”’']?\s+\p{Lu}/u.test(line);
  return text ? part : { ...part, heading: true };
}

/** The block without what stands before `end`, which goes to the header. */
function without(plain: string, block: Block, end: number, header: Span[]): Block {
  if (end <= block.start) return block;
  header.push({ start: block.start, end });
  return { ...block, ...trimmed(plain, end, block.end) };
}

const keyLine =
  /^(title|headline|source|outlet|publisher|publication|site|date|published|published on|publication date|posted|updated|last updated|author|authors|byline|agency|url|link|section|category)[ \t]*:[ \t]+(\S[^\n]*)$/i;
const dateKeys = new Set([
  'date',
  'published',
  'published on',
  'publication date',
  'posted',
  'updated',
  'last updated',
]);
const agencyNames = [...agencies.keys()].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
// what pages print above an article: *Published July 2 2016*, *Thu Sep 5 2013*, *AFP, Sunday 6 Apr 2014 10:15*
const dateOpening = new RegExp(
  `^(?:(?:date(?: of publication)?|(?:last |first )?(?:published|updated|posted|modified)(?: (?:on|at))?)\\s*:?\\s+)?` +
    `(?:(?<agency>${agencyNames}),?\\s+)?(?<date>${dateSource})` +
    `(?:,?\\s*(?:at\\s+)?(?:\\d{1,2}[:.]\\d\\d(?:[:.]\\d\\d)?(?:\\s*[ap]\\.?m\\.?)?|\\d{4}(?=\\s+\\p{Lu})))?(?:\\s+(?:GMT|UTC|[A-Z]{2,3}T))?` +
    `(?=\\s*$|\\s*\\|?\\s+["“‘'(]?[\\p{Lu}\\p{N}])`,
  'iu',
);

/** Offset behind a header line or a date that opens a block; its start where there is none. */
function headerEnd(plain: string, block: Block, fields: Fields, title: string | undefined): number {
  const line = plain.slice(block.start, Math.min(block.end, block.start + 400));
  const key = keyLine.exec(line);
  if (key && block.end - block.start < 400) {
    const [, name = '', value = ''] = key;
    const field = name.toLowerCase();
    if (!dateKeys.has(field) || parseDate(value) !== null) {
      if (!fields.has(field)) fields.set(field, value.trim());
      return block.end;
    }
  }
  const date = dateOpening.exec(line);
  // the headline itself may open with a date
  if (!date || (title !== undefined && line.toLowerCase().startsWith(title.toLowerCase()))) return block.start;
  const after = line.slice(date[0].length).trimStart();
  if (after !== '' && !/^["“‘'(]?[\p{Lu}\p{N}]/u.test(after)) return block.start;
  if (!fields.has('date')) fields.set('date', date.groups?.date as string);
  if (date.groups?.agency && !fields.has('agency')) fields.set('agency', date.groups.agency);
  return block.start + date[0].length;
}

const gluedAgency = new RegExp(`^(?:${agencyNames})(?=\\s)`, 'i');

/** Offset behind an agency's name that a scraper put between headline and text; the block's start where there is none. */
function agencyEnd(plain: string, block: Block, fields: Fields): number {
  const line = plain.slice(block.start, block.start + 60);
  const name = gluedAgency.exec(line)?.[0] ?? '';
  if (name === '' || !isCapital(line) || !isCapital(line.slice(name.length).trimStart())) return block.start;
  if (!fields.has('agency')) fields.set('agency', name);
  return block.start + name.length;
}

/**
 * Offset behind the title where a block opens with it, its full stop included; 0 where it does not, or where the
 * sentence goes on. Punctuation may differ, and the title may end in the site's name (*… | Osterlund Review*).
 */
function titleEnd(plain: string, block: Block, title: string): number {
  const text = tokenize(plain.slice(block.start, Math.min(block.end, block.start + title.length * 2 + 80)), 0);
  for (const version of titleVersions(title)) {
    const wanted = tokenize(version, 0);
    let at = 0;
    let matched = 0;
    for (let i = 0; i < wanted.count && at <= text.count; i++) {
      if (!isWordToken(wanted, i)) continue;
      while (at < text.count && !isWordToken(text, at)) at++;
      if (text.lower[at] !== wanted.lower[i]) {
        matched = 0;
        break;
      }
      matched++;
      at++;
    }
    if (matched < 3) continue;
    let end = at;
    while (end < text.count && /^[.!?…:"”’')\]]+$/.test(text.word[end] as string)) end++;
    const whole = block.start + (text.end[end - 1] as number) === block.end;
    if (whole || end > at || opensAnew(text.word[end] ?? '')) return block.start + (text.end[end - 1] as number);
  }
  return 0;
}

const opensAnew = (word: string): boolean =>
  (isCapital(word) && !calendar.has(word.toLowerCase())) || /^["“‘\d(]/.test(word);

function* titleVersions(title: string): Generator<string> {
  yield title;
  let shorter = title;
  for (let cut = lastCut(shorter); cut > 0; cut = lastCut(shorter)) {
    shorter = shorter.slice(0, cut);
    yield shorter;
  }
}

const lastCut = (title: string): number =>
  Math.max(title.lastIndexOf(' - '), title.lastIndexOf(' | '), title.lastIndexOf(' – '));

const place = (letter: string): string => `\\p{Lu}${letter}+(?:[ /-]\\p{Lu}${letter}*){0,3}`;
// *Fla.*, *N.Y.*, *South Korea*; never capitals alone, which go on a headline
const region = `(?:,\\s*(?!(?:${months})\\b)\\p{Lu}[\\p{Ll}.][\\p{L}.]*(?:[ -]\\p{Lu}[\\p{L}.]*){0,3})?`;
const day = `(?:[,\\s]\\s*(?<date>(?:(?:${weekdays})\\.?,?\\s+)?(?:(?:${months})\\.?\\s+\\d{1,2}|\\d{1,2}\\s+(?:${months})\\.?)(?:,?\\s+\\d{4})?))?`;
const agency = '(?:,?\\s*\\((?<agency>[\\p{L}][\\p{L} ./&-]{1,40})\\))';
const dash = '\\s*(?:--|[–—―-])\\s*';
const start = '(?=["“‘\'(]?[\\p{Lu}\\p{N}])';
const datelines = [
  // DAMASCUS, Dec 7 (Reuters) –   WASHINGTON (AP)   WEST PALM BEACH, Fla. —
  new RegExp(
    `^(?<place>${place("[\\p{Lu}.'’]")}${region})${day}(?:${agency}(?:${dash}|\\s+)|\\s*(?:--|[–—―]|\\s-\\s)\\s*)${start}`,
    'u',
  ),
  // Beirut, 7 May (AFP) –
  new RegExp(`^(?<place>${place("[\\p{L}.'’]")}${region})${day}${agency}${dash}${start}`, 'u'),
  new RegExp(`^${agency}${dash}${start}`, 'u'),
];

/** Offset behind the dateline that opens a block, or 0. A dateline without a year gives no date: it would be a guess. */
function readDateline(plain: string, block: Block, fields: Fields): number {
  const line = plain.slice(block.start, Math.min(block.end, block.start + 160));
  for (const form of datelines) {
    const found = form.exec(line);
    if (!found) continue;
    const { place: where, date, agency: by } = found.groups ?? {};
    if (where !== undefined && notPlaces.has(where.split(/[\s,]/)[0] as string)) return 0;
    if (where && !fields.has('place')) fields.set('place', where.trim());
    if (date && !fields.has('date') && parseDate(date) !== null) fields.set('date', date);
    if (by && !fields.has('agency')) fields.set('agency', by);
    return block.start + found[0].length;
  }
  return 0;
}

/** Longer paragraphs are of the article whatever they open with. */
const longestAround = 300;
const longestAgency = 40;
const byline = /^by\s+(\p{Lu}[^.!?\n]{2,100}?|\p{Lu}[^!?\n]{2,100})$/iu;

/** Whether a paragraph is a byline, a credit or an invitation; notes the author and agency it names. */
function isAround(plain: string, block: Block, inOpening: boolean, fields: Fields): boolean {
  if (block.end - block.start > longestAround) return false;
  const line = plain.slice(block.start, block.end);
  const by = inOpening && !/[.!?]$/.test(line) ? byline.exec(line)?.[1] : undefined;
  if (by !== undefined && /^\p{Lu}/u.test(by)) {
    noteByline(by, fields);
    return true;
  }
  const credited = (line.includes('contributed') ? contributed : reportedBy).exec(line)?.[1];
  if (credited !== undefined) {
    const name = agencyName(credited);
    if (name !== null && !fields.has('agency')) fields.set('agency', name);
    return true;
  }
  if (line.length <= longestAgency) {
    const bare = line.replace(/^[\s([/–—-]+|[\s)\].]+$/g, '').toLowerCase();
    if (agencies.has(bare)) {
      if (!fields.has('agency')) fields.set('agency', bare);
      return true;
    }
  }
  return boilerplate.test(line);
}

function noteByline(by: string, fields: Fields): void {
  const [who = '', ...rest] = by.split(/,\s*|\s+(?=(?:in|of|at)\s)/);
  const wire = [who, ...rest].map(knownAgency).find((name) => name !== null);
  if (wire && !fields.has('agency')) fields.set('agency', wire);
  if (knownAgency(who) === null && !fields.has('author')) fields.set('author', who.trim().replace(/\.$/, ''));
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
