import { arrowWords, graphLegend, sourceGraphPicture } from '../pictures/sourceGraph.js';
import type { GraphArrow, SourceGraph } from '../protocol/src/index.js';
import { element } from './dom.js';
import { svgOf } from './shape.js';

/** Who rests on whom as a picture, with a table that says the same. */
export function sourceGraph(graph: SourceGraph): HTMLElement[] {
  if (graph.arrows.length === 0)
    return [element('p', { class: 'facts' }, 'In these claims no outlet cites anybody or has text of another.')];
  return [
    element('p', { class: 'facts' }, graphLegend),
    element(
      'div',
      { class: 'graph', tabindex: '0', role: 'group', 'aria-label': 'Picture' },
      svgOf(sourceGraphPicture(graph)),
    ),
    ...(graph.more === '' ? [] : [element('p', { class: 'more' }, graph.more)]),
    table(graph),
  ];
}

function table({ nodes, arrows }: SourceGraph): HTMLElement {
  const row = ({ from, to, kind, times }: GraphArrow): HTMLElement =>
    element(
      'tr',
      {},
      element('td', {}, nodes[from]!.name),
      element('td', {}, arrowWords[kind]),
      element('td', {}, nodes[to]!.name),
      element('td', {}, times === 1 ? 'once' : `${times} times`),
    );
  return element(
    'details',
    {},
    element('summary', {}, 'The same as a table'),
    element('table', {}, element('tbody', {}, ...[...arrows].sort((a, b) => b.times - a.times).map(row))),
  );
}
