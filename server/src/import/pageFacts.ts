import type { ArticleWords } from '../core/languages/articleWords.js';
import { chooseLanguage, languages } from '../core/languages/index.js';
import { type Byline, creditOf, readByline, type Signature } from './bylines.js';
import { oneLine } from './dom.js';
import { booleanOf, type LinkedData, readLinkedData } from './jsonLd.js';
import { moment } from './moments.js';
import {
  bylineBelow,
  bylinesShown,
  headlineShown,
  joint,
  publishedMarks,
  timeShown,
  updatedMarks,
} from './pageMarks.js';

/** What a page states about its article outside of the article's text. */
export interface PageFacts extends Byline {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly date: string | null;
  readonly updated: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly body: string | null;
  /** Whether it is stated that the text is not for everybody. */
  readonly forSubscribers: boolean;
}

/** Names of `<meta>` by what they tell, those that are most about the article first; lower case. */
const metaNames = {
  title: ['og:title', 'twitter:title', 'parsely-title', 'dc.title', 'dcterms.title', 'citation_title', 'headline'],
  outlet: ['og:site_name', 'application-name', 'dc.publisher', 'dcterms.publisher', 'citation_publisher', 'publisher'],
  published: [
    'article:published_time',
    'og:published_time',
    'og:article:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dc.date',
    'citation_publication_date',
    'publish-date',
    'publish_date',
    'pubdate',
    'article.published',
    'date',
  ],
  updated: ['article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'last-modified', 'lastmod'],
  author: ['article:author', 'byl', 'parsely-author', 'sailthru.author', 'dc.creator', 'dcterms.creator', 'author'],
  url: ['og:url', 'parsely-link', 'twitter:url'],
  language: ['og:locale', 'content-language', 'dc.language', 'dcterms.language'],
} as const;

/**
 * Whatever is stated for machines, in an order of trust: JSON-LD, which names its article; OpenGraph; other `<meta>`; marks in
 * the page. But where the headline that readers saw says the same as the one for machines, it is the title.
 */
export function readPageFacts(document: Document, address: string | null): PageFacts {
  const metas = metasOf(document);
  const meta = (names: readonly string[]): string | null =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined) ?? null;
  const url = firstAddress([canonical(document), meta(metaNames.url), address]);
  const windowTitle = oneLine(document.querySelector('title')?.textContent);
  const shown = headlineShown(document, windowTitle);
  const stated = meta(metaNames.title);
  const titled = [stated, windowTitle].filter(isGiven);
  const linked = readLinkedData(
    [...document.querySelectorAll('script[type="application/ld+json" i]')].map((script) => script.textContent ?? ''),
    (headline, of) =>
      [...titled, shown ?? ''].some((title) => sameHeadline(title, headline)) || (url !== null && of === url),
  );
  const outlet = linked?.publisher ?? meta(metaNames.outlet) ?? outletInTitle(titled, shown);
  const title = bestTitle([linked?.headline ?? null, stated].filter(isGiven), windowTitle, shown, outlet);
  const language = chooseLanguage(document.body?.textContent ?? '', languages).article;
  const bylines = signatures(document, linked, metas, shown, language).map((signed) =>
    readByline(signed, outlet, language),
  );
  const day = (values: readonly (string | null)[]): string | null =>
    values.map((value) => (value === null ? null : moment(value, language))).find(isGiven) ?? null;
  const date = day([
    linked?.published ?? null,
    ...metaNames.published.map((name) => metas.get(name) ?? null),
    timeShown(document, publishedMarks),
  ]);
  const updated = day([linked?.modified ?? null, meta(metaNames.updated), timeShown(document, updatedMarks)]);
  return {
    title,
    outlet,
    authors: bylines.find(({ authors }) => authors.length > 0)?.authors ?? [],
    agency: bylines.map(({ agency }) => agency).find(isGiven) ?? sourceOf(linked, outlet, language),
    date,
    updated: updated === date ? null : updated,
    url: url ?? firstAddress([linked?.url ?? null]),
    language: languageTag([document.documentElement?.getAttribute('lang'), linked?.language, meta(metaNames.language)]),
    body: linked?.body ?? null,
    forSubscribers: !(linked?.isFree ?? booleanOf(metas.get('isaccessibleforfree')) ?? !isLocked(metas)),
  };
}

/** As pages tell Facebook; *metered* means that some may read it. */
const isLocked = (metas: ReadonlyMap<string, string>): boolean =>
  metas.get('article:content_tier')?.toLowerCase() === 'locked';

const isGiven = <T>(value: T | null | undefined | ''): value is T =>
  value !== null && value !== undefined && value !== '';

/** In characters; a longer value is not what its name says. Chosen. */
const longestValue = 1000;

function metasOf(document: Document): Map<string, string> {
  const metas = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const value = oneLine(element.getAttribute('content')?.slice(0, longestValue));
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name && value !== '' && !metas.has(name)) metas.set(name, value);
    }
  }
  return metas;
}

const canonical = (document: Document): string | null =>
  document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? null;

/** In characters; chosen. */
const longestAddress = 2000;

function firstAddress(values: readonly (string | null)[]): string | null {
  for (const value of values) {
    const address = oneLine(value).replace(/#.*$/, '');
    if (/^https?:\/\/[^\s/]/i.test(address) && address.length <= longestAddress) return address;
  }
  return null;
}

/** What the title of the page has besides the headline, behind or before it: the name of the site. */
function outletInTitle(titled: readonly string[], shown: string | null): string | null {
  for (const title of titled) {
    if (shown === null || title === shown) continue;
    const names = title.startsWith(shown)
      ? title.slice(shown.length).split(joint)
      : title.endsWith(shown)
        ? title.slice(0, -shown.length).split(joint).reverse()
        : [];
    if (names.length === 2 && names[0] === '' && names[1]) return names[1].trim();
  }
  return null;
}

/** What readers saw where what is stated for machines says the same; the title of the window is trusted least. */
function bestTitle(
  stated: readonly string[],
  windowTitle: string,
  shown: string | null,
  outlet: string | null,
): string | null {
  const titles = stated.map((title) => withoutOutlet(title, outlet));
  if (shown !== null && (titles.length === 0 || titles.some((title) => sameHeadline(title, shown)))) return shown;
  return titles[0] ?? (withoutOutlet(windowTitle, outlet) || null);
}

/** *… | Eastern Courier* without the name of the outlet. */
function withoutOutlet(title: string, outlet: string | null): string {
  if (outlet === null) return title;
  const cut = title.toLowerCase().lastIndexOf(outlet.toLowerCase());
  if (cut <= 0) return title;
  const before = title.slice(0, cut);
  const kept = before.replace(/\s*[|–—·•»:-]+\s*(?:the\s+)?$/i, '');
  return kept !== before && title.length - cut - outlet.length <= 30 ? kept : title;
}

/** Whether most words of the shorter headline stand in the other. */
export function sameHeadline(one: string, other: string): boolean {
  const words = (title: string): Set<string> => new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [few, many] = [words(one), words(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  const shared = [...few].filter((word) => many.has(word)).length;
  return few.size > 0 && shared >= Math.max(Math.min(2, few.size), few.size * 0.6);
}

/** Who signs, by each that says so: the first that names somebody is believed. */
function signatures(
  document: Document,
  linked: LinkedData | null,
  metas: ReadonlyMap<string, string>,
  headline: string | null,
  language: ArticleWords,
): (readonly Signature[])[] {
  const { patterns } = language;
  const stated = metaNames.author.map((name) => metas.get(name)).filter(isGiven);
  return [
    (linked?.authors ?? []).map((text) => ({
      text,
      whole: !/[,;&]/.test(text) && !patterns.creditJoint.test(text) && !patterns.byline.test(text),
    })),
    ...stated.filter((text) => !/^https?:/i.test(text)).map((text) => [{ text, whole: false }]),
    bylinesShown(document).map((text) => ({ text, whole: false })),
    bylineBelow(document, headline, language).map((text) => ({ text, whole: false })),
  ];
}

function sourceOf(linked: LinkedData | null, outlet: string | null, language: ArticleWords): string | null {
  const source = linked?.source ?? null;
  return source === null || source.toLowerCase() === outlet?.toLowerCase() ? null : creditOf(source, language);
}

/** The first that is a tag as BCP 47 has it; *en_GB* is one, written otherwise. */
export function languageTag(values: readonly (string | null | undefined)[]): string | null {
  for (const value of values) {
    const tag = oneLine(value).replaceAll('_', '-');
    if (/^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(tag)) return Intl.getCanonicalLocales(tag)[0] ?? null;
  }
  return null;
}
