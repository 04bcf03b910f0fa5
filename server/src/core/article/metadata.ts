import type { ArticleWords } from '../languages/articleWords.js';
import type { Metadata } from './article.js';
import { agencyName, outletIn } from './credits.js';
import { parseDate } from './dates.js';
import { datelineName, type Fields, printedDate, printedOutlet, printedUpdate } from './frontMatter.js';

// *2016-05-14_manar_123.txt*, *usa-today_2016-09-22_title-of-it.txt*: three parts, else the second may be a title
const fileNames = [
  /(?:^|\/)(?<date>(?:19|20)\d\d-?\d\d-?\d\d)_(?<outlet>\p{L}[\p{L}-]{1,30})_[^/]*\.[^./]+$/u,
  /(?:^|\/)(?<outlet>\p{L}[\p{L}-]{1,30})_(?<date>(?:19|20)\d\d-?\d\d-?\d\d)(?:_[^/]*)?\.[^./]+$/u,
  /(?:^|\/)(?<date>(?:19|20)\d\d-\d\d-\d\d)[-_ .][^/]*$/u,
];

/** What a file's name says about its article. */
function readFileName(
  path: string,
  language: ArticleWords,
): { readonly outlet: string | null; readonly date: string | null } {
  for (const form of fileNames) {
    const groups = form.exec(path)?.groups;
    const date = parseDate(groups?.date ?? '', language);
    if (groups && date !== null) return { outlet: groups.outlet ?? null, date };
  }
  return { outlet: null, date: null };
}

/** Keys of front matter by what they tell: those that content systems write, English whatever the article's language. */
const names = {
  title: ['title', 'headline'],
  outlet: ['outlet', 'publisher', 'publication', 'source', 'site', 'site_name', 'newspaper', printedOutlet],
  // the day of publication before the day of an update
  date: [
    'date',
    'published',
    'published on',
    'pubdate',
    'publish_date',
    'published_at',
    'datepublished',
    'publication_date',
    'publication date',
    'posted',
    'created',
    'updated',
    'last updated',
  ],
  printed: [printedDate, printedUpdate],
  author: ['author', 'authors', 'byline', 'creator'],
  agency: ['agency', 'wire'],
} as const;

/** Metadata from what the file states, then from its name. What neither tells is `null`. */
export function readMetadata(fields: Fields, path: string, headline: string | null, language: ArticleWords): Metadata {
  const first = (keys: readonly string[]): string | null =>
    keys.map((key) => fields.get(key)).find((value) => value !== undefined) ?? null;
  const named = readFileName(path, language);
  const dated = (keys: readonly string[]): string | null =>
    keys.map((key) => parseDate(fields.get(key) ?? '', language)).find((date) => date !== null) ?? null;
  const stated = dated(names.date);
  const printed = dated(names.printed);
  const bracketed = fields.get(datelineName) ?? null;
  const agency = first(names.agency) ?? bracketed;
  return {
    title: first(names.title) ?? headline,
    outlet: firstOutlet(fields, language) ?? named.outlet ?? ownName(bracketed, language),
    // readers saw what is printed; a field of an archive may be the day when a page was fetched
    date: printed ?? stated ?? named.date,
    otherDate: printed !== null && stated !== printed ? stated : null,
    agency: agency === null ? null : (agencyName(agency, language) ?? agency),
    place: fields.get('place') ?? null,
    author: first(names.author),
  };
}

function firstOutlet(fields: Fields, language: ArticleWords): string | null {
  for (const key of names.outlet) {
    const outlet = outletIn(fields.get(key) ?? '', language);
    if (outlet !== null) return outlet;
  }
  return null;
}

/** The name of a dateline, where it is no agency that prints nothing itself: *(Northwire)*, *(Straits Daily/Agencies)*. */
function ownName(bracketed: string | null, language: ArticleWords): string | null {
  const name =
    bracketed
      ?.split('/')
      .find((piece) => outletIn(piece, language) !== null)
      ?.trim() ?? '';
  return name === '' || language.agencies.has(name.toLowerCase()) ? null : name;
}

/** The day of an article; where its front matter gives another one than the page prints, both. */
export const datesOf = ({ date, otherDate }: Pick<Metadata, 'date' | 'otherDate'>): string | null =>
  otherDate === null ? date : `${date} as printed, ${otherDate} in the front matter`;
