import { say } from '../../../l10n/say.js';
import { chooseLanguage, languages } from '../core/languages/index.js';
import { blocksIn, blocksOfPlain } from './blocks.js';
import { creditOf, readByline } from './bylines.js';
import { oneLine, parsePage } from './dom.js';
import { type Block, type ImportedArticle, NotImported } from './imported.js';
import { moment } from './moments.js';
import { languageTag } from './pageFacts.js';
import { dropFurniture } from './pageFurniture.js';

/** One item by names in lower case: *versioncreated*, *versionCreated* and *version_created* are one in three versions of ninjs. */
type Item = ReadonlyMap<string, unknown>;

/** The articles of a file of ninjs (IPTC's news in JSON, 1.x to 3.x): one item, or several in a list. */
export function readNinjs(json: string): ImportedArticle[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new NotImported(say`The file is not JSON, or damaged.`);
  }
  const items = itemsOf(value).map(itemOf);
  const articles = items.flatMap((item) => articleOf(item) ?? []);
  if (articles.length === 0) throw new NotImported(say`The JSON is no ninjs item with a text.`);
  return articles;
}

function itemsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  const list = itemOf(value).get('items');
  return Array.isArray(list) ? (list as unknown[]) : [value];
}

function itemOf(value: unknown): Item {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
  return new Map(Object.entries(value).map(([name, held]) => [name.toLowerCase().replaceAll('_', ''), held]));
}

/** `null` for a picture, an event, anything without a text. */
function articleOf(item: Item): ImportedArticle | null {
  const text = bodyOf(item);
  if (text.length === 0) return null;
  const language = chooseLanguage(text.map((block) => block.text).join('\n'), languages).article;
  const words = (name: string): string | null => wordsIn(item.get(name));
  const outlet = words('copyrightholder') ?? partyIn(item.get('rightsinfo'), 'copyrightholder');
  const by = words('by') ?? words('byline');
  const byline = readByline(by === null ? [] : [{ text: by, whole: false }], outlet, language);
  const source = sourceOf(item);
  const date = day(['contentcreated', 'firstcreated', 'versioncreated']);
  const updated = day(['versioncreated']);
  return {
    title: mainOf(item.get('headlines')) ?? words('headline') ?? words('title'),
    outlet: outlet ?? source,
    authors: byline.authors,
    agency: byline.agency ?? (source === null || source === outlet ? null : creditOf(source, language)),
    date,
    updated: updated === date ? null : updated,
    url: [words('uri'), words('url')].find((address) => address !== null && /^https?:\/\//.test(address)) ?? null,
    language: languageTag([words('language')]),
    text,
    forSubscribers: false,
  };

  function day(names: readonly string[]): string | null {
    for (const name of names) {
      const found = moment(words(name) ?? '', language);
      if (found !== null) return found;
    }
    return null;
  }
}

const wordsIn = (value: unknown): string | null =>
  typeof value === 'string' && oneLine(value) !== '' ? oneLine(value) : null;

/** The value with the role *main*, else the first, of a list as ninjs 2 and 3 have it. */
function mainOf(value: unknown): string | null {
  if (!Array.isArray(value)) return null;
  const all = (value as unknown[]).map(itemOf);
  const main = all.find((one) => one.get('role') === 'main') ?? all[0];
  return wordsIn(main?.get('value'));
}

/** Who gave the text: a source of information, by its name. */
function sourceOf(item: Item): string | null {
  for (const list of [item.get('infosource'), item.get('infosources')])
    if (Array.isArray(list) && list.length > 0) return wordsIn(itemOf(list[0]).get('name'));
  return null;
}

const partyIn = (value: unknown, name: string): string | null => {
  const party = itemOf(value).get(name);
  return wordsIn(party) ?? wordsIn(itemOf(party).get('name'));
};

/** The body with paragraphs where the item has it both with and without. */
function bodyOf(item: Item): readonly Block[] {
  const bodies: string[] = [];
  for (const name of ['bodyhtml', 'bodyxhtml', 'bodytext']) {
    const body = item.get(name);
    if (typeof body === 'string') bodies.push(body);
  }
  for (const [name, body] of item) if (name.startsWith('body') && typeof body === 'string') bodies.push(body);
  const list = item.get('bodies');
  if (Array.isArray(list))
    for (const body of (list as unknown[]).map(itemOf)) {
      const value = body.get('value');
      if (typeof value === 'string') bodies.push(value);
    }
  const marked = bodies.find((body) => /<p[\s>]/i.test(body)) ?? bodies.find((body) => /<\/?[a-z]+[\s/>]/i.test(body));
  return marked === undefined ? blocksOfPlain(bodies[0] ?? '') : blocksOfHtml(marked);
}

/** The blocks of the HTML that an item holds, without its captions. */
export function blocksOfHtml(html: string): Block[] {
  const document = parsePage(html);
  dropFurniture(document);
  return blocksIn(document.body);
}
