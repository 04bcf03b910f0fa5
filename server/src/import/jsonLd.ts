import { oneLine } from './dom.js';

/** What a page says for search engines (schema.org as JSON-LD), each `null` or empty where it does not. */
export interface LinkedData {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  /** Whom the text is from, where that is not the publisher. */
  readonly source: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** The whole text, as few pages give it. */
  readonly body: string | null;
  /** Whether all of it, or else each part that is named, may be read by everybody; `null` where that is not said. */
  readonly isFree: boolean | null;
}

type Thing = Readonly<Record<string, unknown>>;

/** *NewsArticle*, *ReportageNewsArticle*, *BlogPosting*, *LiveBlogPosting*, *Report*. */
const articleType = /(?:Article|BlogPosting|^Report)$/;

/** Things that are looked at in one page; chosen. */
const most = 5000;

/** What the page says of the article that `isIt` tells, by headline and address. */
export function readLinkedData(
  scripts: readonly string[],
  isIt: (headline: string, url: string | null) => boolean,
): LinkedData | null {
  const things = scripts.flatMap((script) => thingsIn(parsed(script)));
  const byId = new Map<string, Thing>();
  for (const thing of things) {
    const id = thing['@id'];
    // a mere reference has no more than its name
    if (typeof id === 'string' && Object.keys(thing).length > 1) byId.set(id, thing);
  }
  const whole = (value: unknown): unknown => {
    const id = isThing(value) ? value['@id'] : undefined;
    return (typeof id === 'string' ? byId.get(id) : undefined) ?? value;
  };
  const articles = things.filter((thing) => typesOf(thing).some((type) => articleType.test(type)));
  const headlineOf = (thing: Thing): string => oneLine(decoded(wordsOf(thing.headline) ?? wordsOf(thing.name) ?? ''));
  // one without a headline may be of this page; one with another is of another
  const nameless = articles.length === 1 && headlineOf(articles[0]!) === '' ? articles[0] : undefined;
  const article = articles.find((thing) => isIt(headlineOf(thing), addressOf(thing))) ?? nameless;
  if (!article) return null;
  const named = (value: unknown): string[] =>
    (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
      const name = nameOf(whole(one));
      return name === null ? [] : [name];
    });
  return {
    headline: headlineOf(article) || null,
    publisher: named(article.publisher)[0] ?? null,
    authors: [...named(article.author), ...named(article.creator)],
    source: [...named(article.sourceOrganization), ...named(article.provider)][0] ?? null,
    published: wordsOf(article.datePublished) ?? wordsOf(article.dateCreated),
    modified: wordsOf(article.dateModified),
    url: addressOf(article),
    language: wordsOf(article.inLanguage) ?? nameOf(article.inLanguage),
    body: wordsOf(article.articleBody),
    isFree: freeOf(article),
  };
}

/** What is said of the whole goes before what is said of a part, which may be a film or the comments. */
function freeOf(article: Thing): boolean | null {
  const whole = booleanOf(article.isAccessibleForFree);
  if (whole !== null) return whole;
  const parts = (Array.isArray(article.hasPart) ? article.hasPart.slice(0, most) : [article.hasPart]) as unknown[];
  const isLocked = (part: unknown): boolean =>
    isThing(part) && wordsOf(part.cssSelector) !== null && booleanOf(part.isAccessibleForFree) === false;
  return parts.some(isLocked) ? false : null;
}

/** *true*, *"True"* and *https://schema.org/True* are all written. */
export function booleanOf(value: unknown): boolean | null {
  const told = /^(?:https?:\/\/schema\.org\/)?(true|false)$/i.exec(String(value).trim())?.[1]?.toLowerCase();
  return told === undefined ? null : told === 'true';
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `null` for what is no JSON: others write it by hand, with line breaks within strings and comments around it. */
function parsed(script: string): unknown {
  const source = script.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>)\s*$/g,
    '',
  );
  for (const attempt of [source, source.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // the next attempt
    }
  }
  return null;
}

/** Those at the top, in a graph, and what a page is mainly about: the stories that it links to are elsewhere. */
function thingsIn(root: unknown): Thing[] {
  const found: Thing[] = [];
  const open: unknown[] = [root];
  while (open.length > 0 && found.length < most) {
    const next = open.shift();
    if (Array.isArray(next)) open.push(...(next as unknown[]).slice(0, most));
    else if (isThing(next)) {
      found.push(next);
      open.push(next['@graph'], next.mainEntity);
    }
  }
  return found;
}

const typesOf = ({ '@type': type }: Thing): string[] =>
  (Array.isArray(type) ? type : [type]).filter((one): one is string => typeof one === 'string');

function wordsOf(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim() !== '' ? first : null;
}

const nameOf = (value: unknown): string | null => {
  const words = isThing(value) ? (wordsOf(value.name) ?? wordsOf(value.legalName)) : wordsOf(value);
  return words === null || /^https?:/.test(words) ? null : oneLine(decoded(words));
};

function addressOf({ url, mainEntityOfPage: page, '@id': id }: Thing): string | null {
  const all = [url, isThing(page) ? page['@id'] : page, id].map(wordsOf);
  return all.find((address) => address !== null && /^https?:/.test(address)) ?? null;
}

const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };

/** Entities of HTML that many a content system leaves in JSON. */
const decoded = (text: string): string =>
  text
    .replace(/&#(x[\da-f]{1,6}|\d{1,7});/gi, (whole, code: string) => {
      const point = code[0] === 'x' || code[0] === 'X' ? Number.parseInt(code.slice(1), 16) : Number(code);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .replace(/&(amp|quot|apos|lt|gt|nbsp);/g, (_, name: string) => entities[name] as string);
