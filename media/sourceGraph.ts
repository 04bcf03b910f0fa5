import { Graph, layout } from '@dagrejs/dagre';
import type { GraphArrow, SourceGraph } from '../protocol/src/index.js';
import { element } from './dom.js';
import { shape } from './shape.js';

/** Of a box, in pixels: one line of text, clipped. */
const [width, height] = [190, 26];
/** Characters of a name that a box holds. */
const longest = 26;

const kindWords = { cites: 'cites', copies: 'has text of' } as const;

/** Who rests on whom as a picture, with a table that says the same. */
export function sourceGraph(graph: SourceGraph): HTMLElement[] {
  if (graph.arrows.length === 0)
    return [element('p', { class: 'facts' }, 'In these claims no outlet cites anybody or has text of another.')];
  return [
    element(
      'p',
      { class: 'facts' },
      'An arrow leads from who says it to who is cited; a dashed one from an outlet to the earlier one whose text it has. A dotted box is somebody unnamed.',
    ),
    element('div', { class: 'graph', tabindex: '0', role: 'group', 'aria-label': 'Picture' }, picture(graph)),
    ...(graph.more === '' ? [] : [element('p', { class: 'more' }, graph.more)]),
    table(graph),
  ];
}

function picture({ nodes, arrows }: SourceGraph): SVGSVGElement {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 12, ranksep: 60, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const at of nodes.keys()) graph.setNode(String(at), { width, height });
  for (const { from, to } of arrows) graph.setEdge(String(from), String(to));
  layout(graph);
  const { width: whole = 0, height: tall = 0 } = graph.graph();
  const drawn = shape('svg', { width: whole, height: tall, viewBox: `0 0 ${whole} ${tall}`, 'aria-hidden': 'true' });
  const head = shape('marker', {
    id: 'head',
    viewBox: '0 0 8 8',
    refX: 7,
    refY: 4,
    markerWidth: 7,
    markerHeight: 7,
    orient: 'auto',
  });
  head.append(shape('path', { d: 'M0 0L8 4L0 8z', fill: 'currentColor' }));
  drawn.append(head);
  for (const { from, to, kind } of arrows) {
    const points: readonly { x: number; y: number }[] = graph.edge(String(from), String(to)).points;
    drawn.append(
      shape('polyline', {
        class: kind,
        points: points.map(({ x, y }) => `${x},${y}`).join(' '),
        'marker-end': 'url(#head)',
      }),
    );
  }
  nodes.forEach(({ name, kind }, at) => {
    const { x, y } = graph.node(String(at));
    const text = shape('text', { x, y: y + 4, 'text-anchor': 'middle' });
    text.textContent = name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
    const title = shape('title', {});
    title.textContent = name;
    const box = shape('g', { class: kind });
    box.append(shape('rect', { x: x - width / 2, y: y - height / 2, width, height, rx: 3 }), text, title);
    drawn.append(box);
  });
  return drawn;
}

function table({ nodes, arrows }: SourceGraph): HTMLElement {
  const row = ({ from, to, kind, times }: GraphArrow): HTMLElement =>
    element(
      'tr',
      {},
      element('td', {}, nodes[from]!.name),
      element('td', {}, kindWords[kind]),
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
