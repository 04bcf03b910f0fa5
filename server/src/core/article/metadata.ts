import type { ArticleWords } from '../languages/articleWords.js';
import type { Metadata } from './article.js';
import { agencyName } from './credits.js';
import { parseDate } from './dates.js';
import { type Fields, printedDate } from './frontMatter.js';

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
  outlet: ['outlet', 'publisher', 'publication', 'source', 'site', 'site_name', 'newspaper'],
  // the day of publication before the day of an update
  date: [
    printedDate,
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
  author: ['author', 'authors', 'byline', 'creator'],
  agency: ['agency', 'wire'],
} as const;

/** Metadata from what the file states, then from its name. What neither tells is `null`. */
export function readMetadata(fields: Fields, path: string, headline: string | null, language: ArticleWords): Metadata {
  const first = (keys: readonly string[]): string | null =>
    keys.map((key) => fields.get(key)).find((value) => value !== undefined) ?? null;
  const named = readFileName(path, language);
  const agency = first(names.agency);
  const dates = names.date.flatMap((key) => (fields.has(key) ? [parseDate(fields.get(key) as string, language)] : []));
  return {
    title: first(names.title) ?? headline,
    outlet: first(names.outlet) ?? named.outlet,
    date: dates.find((date) => date !== null) ?? named.date,
    agency: agency === null ? null : (agencyName(agency, language) ?? agency),
    place: fields.get('place') ?? null,
    author: first(names.author),
  };
}
