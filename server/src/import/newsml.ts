import { say } from '../../../l10n/say.js';
import { chooseLanguage, languages } from '../core/languages/index.js';
import { blocksIn, blocksOfPlain } from './blocks.js';
import { creditOf, readByline } from './bylines.js';
import { isElement, nameOf, nodesIn, oneLine, parseXml } from './dom.js';
import { type Block, type ImportedArticle, NotImported } from './imported.js';
import { moment } from './moments.js';
import { blocksOfHtml } from './ninjs.js';
import { languageTag } from './pageFacts.js';

/** The articles of a NewsML-G2 file: a news item, or a message of several. */
export function readNewsml(xml: string): ImportedArticle[] {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
    throw new NotImported(say`The XML declares a type or entities of its own, which NewsML-G2 never does.`);
  const document = parseXml(xml);
  const root = document.documentElement;
  const name = root === null ? '' : nameOf(root);
  if (root === null || !['newsitem', 'newsmessage'].includes(name))
    throw new NotImported(say`The XML is no NewsML-G2 item: it opens with ${`<${name.slice(0, 40)}>`}.`);
  if (!new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>\\s*(?:<!--[^>]*-->\\s*)*$`, 'i').test(xml.slice(-2000)))
    throw new NotImported(say`The XML breaks off before its end.`);
  const items = name === 'newsitem' ? [root] : elementsIn(root, 'newsitem');
  const articles = items.flatMap((item) => articleOf(item) ?? []);
  if (articles.length === 0) throw new NotImported(say`The NewsML-G2 file holds no text.`);
  return articles;
}

const elementsIn = (root: Element, name: string): Element[] => {
  const found: Element[] = [];
  for (const { node, closes } of nodesIn(root))
    if (!closes && isElement(node) && nameOf(node) === name) found.push(node);
  return found;
};

function articleOf(item: Element): ImportedArticle | null {
  const text = contentOf(item);
  if (text.length === 0) return null;
  const language = chooseLanguage(text.map((block) => block.text).join('\n'), languages).article;
  const meta = elementsIn(item, 'itemmeta')[0];
  const content = elementsIn(item, 'contentmeta')[0];
  const words = (within: Element | undefined, name: string): string | null => {
    const found = within && elementsIn(within, name)[0];
    return found ? wordsOf(found) : null;
  };
  const outlet = words(meta, 'provider') ?? words(elementsIn(item, 'rightsinfo')[0], 'copyrightholder');
  const by = words(content, 'by') ?? words(content, 'byline') ?? words(item, 'byline');
  const creators = content ? elementsIn(content, 'creator').map(wordsOf) : [];
  const signed = by !== null ? [by] : creators.filter((name) => name !== null);
  const byline = readByline(
    signed.map((name) => ({ text: name, whole: by === null })),
    outlet,
    language,
  );
  const credit = words(content, 'creditline') ?? words(content, 'infosource');
  const day = (...values: (string | null)[]): string | null =>
    values.map((value) => moment(value ?? '', language)).find((value) => value !== null) ?? null;
  const date = day(words(content, 'contentcreated'), words(meta, 'firstcreated'), words(meta, 'versioncreated'));
  const updated = day(words(content, 'contentmodified'), words(meta, 'versioncreated'));
  const tag = content && elementsIn(content, 'language')[0]?.getAttribute('tag');
  return {
    title: words(content, 'headline') ?? words(meta, 'title') ?? words(item, 'hl1'),
    outlet,
    authors: byline.authors,
    agency: byline.agency ?? (credit === null ? null : creditOf(credit, language)),
    date,
    updated: updated === date ? null : updated,
    url: addressOf(item),
    language: languageTag([tag, item.getAttribute('xml:lang')]),
    text,
    forSubscribers: false,
  };
}

/** What an element says, or the name, in words or as a literal, that it gives of a party. */
function wordsOf(element: Element): string | null {
  const name = elementsIn(element, 'name')[0];
  const words = oneLine(name ? name.textContent : element.textContent);
  return words || oneLine(element.getAttribute('literal')) || null;
}

function addressOf(item: Element): string | null {
  const guid = oneLine(item.getAttribute('guid'));
  return /^https?:\/\//.test(guid) ? guid : null;
}

/** Inline content: XHTML, NITF or plain text; what is elsewhere is not fetched. */
function contentOf(item: Element): readonly Block[] {
  const set = elementsIn(item, 'contentset')[0];
  if (set === undefined) return [];
  for (const inline of elementsIn(set, 'inlinexml')) {
    const body = elementsIn(inline, 'body.content')[0] ?? elementsIn(inline, 'body')[0] ?? inline;
    for (const name of ['media', 'figure', 'figcaption', 'caption', 'note', 'media-caption'])
      for (const element of elementsIn(body, name)) element.remove();
    const blocks = blocksIn(body);
    if (blocks.length > 0) return blocks;
  }
  for (const inline of elementsIn(set, 'inlinedata')) {
    const text = inline.textContent ?? '';
    const blocks = /<p[\s>]/i.test(text) ? blocksOfHtml(text) : blocksOfPlain(text);
    if (blocks.length > 0) return blocks;
  }
  return [];
}
