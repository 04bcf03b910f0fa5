import { say } from '../../../l10n/say.js';
import { agencyName } from '../core/article/credits.js';
import { datelineName, type Fields, printedDate, printedOutlet, printedUpdate } from '../core/article/frontMatter.js';
import { chooseLanguage, languages } from '../core/languages/index.js';
import { blocksOfPlain, type LinkedBlock } from './blocks.js';
import { parsePage } from './dom.js';
import { type Block, type ImportedArticle, NotImported } from './imported.js';
import { moment } from './moments.js';
import { readPageFacts } from './pageFacts.js';
import { dropFurniture } from './pageFurniture.js';
import { articleBlocks, withoutLinesAround } from './pageText.js';
import { endsAtWall, linesShown } from './wall.js';

/** Browsers write down where a page was saved from. */
const savedFrom =
  /<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile[^>]{0,200}?url:\s*)(https?:[^\s>]{1,2000})/i;

/** The article of a saved page; `address` is where it was saved from, if that is known. */
export function readPage(html: string, address: string | null): ImportedArticle {
  const saved = address ?? savedFrom.exec(html.slice(0, 4096))?.[1] ?? null;
  const document = parsePage(html);
  const facts = readPageFacts(document, saved);
  const shown = linesShown(document);
  dropFurniture(document);
  const blocks = articleBlocks(document);
  const words = chooseLanguage(blocks.map(({ text }) => text).join('\n'), languages).article;
  const fields: Fields = new Map();
  const text = longer(withoutLinesAround(blocks, facts.title, fields, words), facts.body);
  if (text.length === 0) throw new NotImported(say`No text of an article was found on the page.`);
  const printed = (name: string): string | null => fields.get(name) ?? null;
  const dated = (name: string): string | null => moment(printed(name) ?? '', words);
  const agency = facts.agency ?? printed('agency') ?? printed(datelineName);
  return {
    title: facts.title,
    outlet: facts.outlet ?? printed(printedOutlet),
    authors: facts.authors.length > 0 ? facts.authors : [printed('author')].filter((name) => name !== null),
    agency: agency === null ? null : (agencyName(agency, words) ?? agency),
    date: facts.date ?? dated(printedDate),
    updated: facts.updated ?? (facts.date === null ? null : dated(printedUpdate)),
    url: facts.url,
    language: facts.language,
    text,
    forSubscribers: facts.forSubscribers || endsAtWall(text, shown, words),
  };
}

/** The text of the page, or what it states for machines where that is more than twice as long: a wall hid the rest. */
function longer(blocks: readonly LinkedBlock[], stated: string | null): readonly Block[] {
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  return stated !== null && stated.length > length * 2 ? blocksOfPlain(stated) : blocks;
}
