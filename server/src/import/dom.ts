import { Parser } from 'htmlparser2';
import { DOMParser, parseHTML } from 'linkedom';
import { amount, say } from '../../../l10n/say.js';
import { NotImported } from './imported.js';

/** What no page of an article has more of, and some who looks for the end of our patience does. Chosen. */
const most = { elements: 50_000, depth: 400 };

/** A tree of a page. No script in it runs, nothing is fetched, no entity that it declares is expanded. */
export function parsePage(html: string): Document {
  measure(html, false);
  // browsers go on where a page is said to be over
  const open = html.replace(/<\/(?:html|body)\s*>/gi, '');
  const root = open.search(/<html[\s>]/i);
  const isRooted = root >= 0 && withoutComments(open.slice(0, Math.min(root, longestOpening))).trim() === '';
  // what has no root would lose all but its first element
  const { document } = parseHTML(`<!DOCTYPE html>${isRooted ? open.slice(root) : `<html><body>${open}`}`);
  return document;
}

/** In characters: what may stand above `<html>`. Chosen; a search for ends of comments in more would take long. */
const longestOpening = 5000;

const withoutComments = (opening: string): string => opening.replace(/<!--[\s\S]*?-->|<[!?][^>]*>/g, '');

/** The same for XML: names of elements keep their prefixes. */
export function parseXml(xml: string): Document {
  measure(xml, true);
  return new DOMParser().parseFromString(xml, 'text/xml') as unknown as Document;
}

/** Before a tree is made: making it, and walking it, may look from each element to its root. */
function measure(source: string, xmlMode: boolean): void {
  let elements = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag() {
        if (++depth > most.depth) throw new NotImported(say`The file is nested too deeply to be an article.`);
        if (++elements > most.elements)
          throw new NotImported(say`The file has more than ${amount(most.elements)} elements: no article has.`);
      },
      onclosetag() {
        depth--;
      },
    },
    { xmlMode },
  );
  for (let at = 0; at < source.length; at += 1 << 16) parser.write(source.slice(at, at + (1 << 16)));
  parser.end();
}

/** All nodes below one in the order of the text, without recursion: pages may be nested deeply. */
export function* nodesIn(root: Node): Generator<{ readonly node: Node; readonly closes: boolean }> {
  let node: Node | null = root.firstChild;
  while (node !== null && node !== root) {
    yield { node, closes: false };
    if (node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    yield { node, closes: true };
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null && node !== root) yield { node, closes: true };
    }
    if (node !== null && node !== root) node = node.nextSibling;
  }
}

export const isElement = (node: Node): node is Element => node.nodeType === 1;
export const isText = (node: Node): node is Text => node.nodeType === 3 || node.nodeType === 4;

/** The name without its prefix, lower case: *nar:newsItem* is *newsitem*. */
export const nameOf = (element: Element): string => element.nodeName.toLowerCase().replace(/^.*:/, '');

/** Words on one line; '' for nothing. */
export const oneLine = (text: string | null | undefined): string =>
  (text ?? '').replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
