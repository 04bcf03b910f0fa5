import { isElement, isText, nameOf, nodesIn, oneLine } from './dom.js';
import type { Block } from './imported.js';

/** A block and how much of it is words of links. */
export interface LinkedBlock extends Block {
  /** 0..1 */
  readonly linked: number;
}

/** Elements that begin and end a block of their own; all others stand within one. */
export const blockElements = new Set(
  `address article aside blockquote body block body.content caption center dd details dialog div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hl1 hl2 hr html li main nav ol p pre section summary table tbody td tfoot th thead
  tr ul`.split(/\s+/),
);
const headings = /^h(?:[1-6]|l[12])$/;
/** What no reader of a page sees as words. */
const unseen = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'textarea', 'select', 'option']);

/** The blocks of text in an element, in order, without elements that are left out with all that is in them. */
export function blocksIn(root: Node, isLeftOut: (element: Element) => boolean = () => false): LinkedBlock[] {
  const found: LinkedBlock[] = [];
  const inside = { heading: 0, item: 0, quotation: 0, link: 0, unseen: 0 };
  let text = '';
  let linked = 0;
  const close = (): void => {
    const lines = text.split('\n').map(oneLine).filter(Boolean).join('\n');
    const kind = inside.heading ? 'heading' : inside.item ? 'item' : inside.quotation ? 'quotation' : 'paragraph';
    const whole = kind === 'heading' || kind === 'item' ? oneLine(lines) : lines;
    if (whole !== '')
      found.push({
        kind,
        text: whole,
        linked: linked === 0 ? 0 : Math.min(1, linked / whole.replace(/\s/g, '').length),
      });
    text = '';
    linked = 0;
  };
  let table: Element | null = null;
  for (const { node, closes } of nodesIn(root)) {
    if (table !== null) {
      if (closes && node === table) table = null;
    } else if (isText(node)) {
      if (closes || inside.unseen) continue;
      const words = (node.nodeValue ?? '').replace(/\s+/g, ' ');
      text += words;
      if (inside.link) linked += words.replace(/\s/g, '').length;
    } else if (isElement(node)) {
      const name = nameOf(node);
      if (name === 'br' && !closes) text += '\n';
      if (blockElements.has(name)) close();
      if (name === 'table' && !closes && isData(node)) {
        found.push({ kind: 'table', text: rowsOf(node), linked: 0 });
        table = node;
        continue;
      }
      const step = closes ? -1 : 1;
      if (headings.test(name)) inside.heading += step;
      else if (name === 'li') inside.item += step;
      else if (name === 'blockquote') inside.quotation += step;
      else if (name === 'a') inside.link += step;
      else if (unseen.has(name) || isLeftOut(node)) inside.unseen += step;
    }
  }
  close();
  return found;
}

/** A table that says what its columns are; old pages use others for their layout. */
const isData = (table: Element): boolean =>
  table.querySelector('th') !== null && table.querySelector('p,div,table,ul,ol,h1,h2,h3') === null;

const rowsOf = (table: Element): string =>
  [...table.querySelectorAll('tr')]
    .map((row) => [...row.querySelectorAll('th,td')].map((cell) => oneLine(cell.textContent)).join('\t'))
    .filter((row) => row.trim() !== '')
    .join('\n');

/** The blocks of a plain text: an empty line parts them. */
export const blocksOfPlain = (text: string): Block[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map((block) => block.split('\n').map(oneLine).filter(Boolean).join('\n'))
    .filter((block) => block !== '')
    .map((block): Block => ({ kind: 'paragraph', text: block }));
