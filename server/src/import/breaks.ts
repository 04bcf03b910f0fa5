import { blockElements } from './blocks.js';
import { isElement, isText, nameOf } from './dom.js';

/**
 * Makes paragraphs of what old pages part by two line breaks: Readability does so only where nothing but text stands between
 * them.
 */
export function paragraphsFromBreaks(document: Document): void {
  // inner ones first: what holds paragraphs then is none itself
  for (const element of [...document.body.querySelectorAll('*')].reverse()) wrapRuns(element, document);
  wrapRuns(document.body, document);
}

function wrapRuns(parent: Element, document: Document): void {
  const runs: ChildNode[][] = [[]];
  let breaks: ChildNode[] = [];
  let parted = false;
  for (const node of parent.childNodes) {
    if (isElement(node) && nameOf(node) === 'br') breaks.push(node);
    else if (!(isText(node) && breaks.length > 0 && (node.nodeValue ?? '').trim() === '')) {
      if (breaks.length >= 2) {
        parted = true;
        runs.push([]);
      } else runs.at(-1)!.push(...breaks);
      breaks = [];
      if (isElement(node) && holdsBlocks(node)) runs.push([], []);
      else runs.at(-1)!.push(node);
    }
  }
  if (!parted) return;
  for (const run of runs) {
    if (run.length === 0 || run.every((node) => (node.textContent ?? '').trim() === '')) continue;
    const paragraph = document.createElement('p');
    parent.insertBefore(paragraph, run[0]!);
    for (const node of run) paragraph.appendChild(node);
  }
}

const blocks = [...blockElements].filter((name) => /^[a-z\d]+$/.test(name) && name !== 'br').join(',');

const holdsBlocks = (element: Element): boolean =>
  blockElements.has(nameOf(element)) || element.querySelector(blocks) !== null;
