import { Graph, layout } from '@dagrejs/dagre';
import { type GraphArrow, phrase, type SourceGraph } from '../protocol/src/index.js';
import { type Drawing, shape, words } from './drawing.js';

/** Of a box, in pixels: one line of text, clipped. */
const height = 26;
/** Around the picture, in pixels. */
const margin = 4;
/** Characters of a name that a box holds. */
const longest = 26;
/** Pixels that a character takes at most in most names, and that are free on both sides of them. */
const [character, padding] = [7, 6];

const clipped = (name: string): string => (name.length > longest ? `${name.slice(0, longest - 1)}…` : name);

/** A box is as wide as its name: the picture fits beside an editor. */
const widthOf = (name: string): number => 2 * padding + character * Math.max(4, clipped(name).length);

/** How an arrow is said: phrases. */
export const arrowWords = { cites: phrase`cites`, copies: phrase`has text of` } as const;

/** What the picture of a source graph means: a phrase. */
export const graphLegend = phrase`An arrow leads from who says it to who is cited; a dashed one from an outlet to the earlier one whose text it has. A dotted box is somebody unnamed.`;

/** Who rests on whom as a picture; a table beside it says the same. */
export function sourceGraphPicture({ nodes, arrows }: SourceGraph): Drawing {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 12, ranksep: 40, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const [at, { name }] of nodes.entries()) graph.setNode(String(at), { width: widthOf(name), height });
  for (const { from, to } of arrows) graph.setEdge(String(from), String(to));
  layout(graph);
  const { width: wide = 0, height: high = 0 } = graph.graph();
  const lines = arrows.map((arrow) => ({ ...arrow, points: pointsOf(graph, arrow) }));
  // arrows that lead around boxes may leave the room that the boxes take
  const ys = lines.flatMap(({ points }) => points.map(({ y }) => y));
  const top = Math.min(0, ...ys.map((y) => y - margin));
  const tall = rounded(Math.max(high, ...ys.map((y) => y + margin)) - top);
  const whole = rounded(wide);
  return shape(
    'svg',
    { width: whole, height: tall, viewBox: `0 ${rounded(top)} ${whole} ${tall}`, 'aria-hidden': 'true' },
    head,
    ...lines.map(({ kind, points }) =>
      shape('polyline', {
        class: kind,
        points: points.map(({ x, y }) => `${rounded(x)},${rounded(y)}`).join(' '),
        'marker-end': 'url(#head)',
      }),
    ),
    ...nodes.map(({ name, kind }, at) => {
      const { x, y } = graph.node(String(at));
      const width = widthOf(name);
      return shape(
        'g',
        { class: kind },
        shape('rect', { x: rounded(x - width / 2), y: rounded(y - height / 2), width, height, rx: 3 }),
        words('text', { x: rounded(x), y: rounded(y + 4), 'text-anchor': 'middle' }, clipped(name)),
        words('title', {}, name),
      );
    }),
  );
}

/** From the right side of one box to the left side of the other: from above it would lead through its neighbours. */
function pointsOf(graph: Graph, { from, to }: GraphArrow): readonly { x: number; y: number }[] {
  const [start, end] = [graph.node(String(from)), graph.node(String(to))];
  const between = graph.edge(String(from), String(to)).points.slice(1, -1);
  const side = start.x < end.x ? 1 : -1;
  return [
    { x: start.x + (side * start.width) / 2, y: start.y },
    ...between,
    { x: end.x - (side * end.width) / 2, y: end.y },
  ];
}

const head = shape(
  'marker',
  { id: 'head', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' },
  shape('path', { d: 'M0 0L8 4L0 8z', fill: 'currentColor' }),
);

/** Pixels to a tenth. */
const rounded = (pixels: number): number => Math.round(pixels * 10) / 10;
