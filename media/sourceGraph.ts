import { arrowWords, graphLegend, sourceGraphPicture } from '../pictures/sourceGraph.js';
import { amount, type GraphArrow, type SourceGraph, said, say } from '../protocol/src/index.js';
import { element } from './dom.js';
import { svgOf } from './shape.js';

/** Who rests on whom as a picture, with a table that says the same. */
export function sourceGraph(graph: SourceGraph): HTMLElement[] {
  if (graph.arrows.length === 0)
    return [element('p', { class: 'facts' }, say`In these claims no outlet cites anybody or has text of another.`)];
  return [
    element('p', { class: 'facts' }, said(graphLegend)),
    element(
      'div',
      { class: 'graph', tabindex: '0', role: 'group', 'aria-label': say`Picture` },
      fitted(svgOf(sourceGraphPicture(graph))),
    ),
    ...(graph.more === '' ? [] : [element('p', { class: 'more' }, graph.more)]),
    table(graph),
  ];
}

/** Of its own width, how narrow a picture may be drawn before it scrolls: its letters stay legible. */
const narrowest = 0.75;

/** As wide as there is room, down to that. */
function fitted(picture: SVGElement): SVGElement {
  picture.style.minWidth = `${narrowest * Number(picture.getAttribute('width'))}px`;
  return picture;
}

function table({ nodes, arrows }: SourceGraph): HTMLElement {
  const row = ({ from, to, kind, times }: GraphArrow): HTMLElement =>
    element(
      'tr',
      {},
      element('td', {}, nodes[from]!.name),
      element('td', {}, said(arrowWords[kind])),
      element('td', {}, nodes[to]!.name),
      element('td', {}, times === 1 ? say`once` : say`${amount(times)} times`),
    );
  return element(
    'details',
    {},
    element('summary', {}, say`The same as a table`),
    element('table', {}, element('tbody', {}, ...[...arrows].sort((a, b) => b.times - a.times).map(row))),
  );
}
