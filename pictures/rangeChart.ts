import { amount, type FigureRow } from '../protocol/src/index.js';
import { type Drawing, shape } from './drawing.js';

const width = 100;
/** Where nobody and where the largest number stands, in the chart's units. */
const [zero, full] = [4, width - 4];

/**
 * A dot for one number, a bar for a range, an arrow where an end is open; all rows of one outcome of an incident share
 * the scale. For the eye only: the column beside it says the same in words.
 */
export function rangeChart({ low, high, range }: Pick<FigureRow, 'low' | 'high' | 'range'>, widest: number): Drawing {
  const at = (people: number): number => zero + (widest === 0 ? 0 : (people / widest) * (full - zero));
  const from = at(low ?? 0);
  const to = high === null ? width + 2 : at(high);
  const dashed = low === null || high === null;
  const bar = shape('line', {
    x1: from,
    x2: to,
    y1: 5,
    y2: 5,
    stroke: 'currentColor',
    'stroke-width': 1.5,
    ...(dashed && { 'stroke-dasharray': '3 2' }),
  });
  const ends = [low, high].filter((end) => end !== null);
  return shape(
    'svg',
    {
      class: 'ranges',
      viewBox: `0 0 ${width + 8} 10`,
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': range,
    },
    ...ticks.map((x) => shape('line', { class: 'tick', x1: x, x2: x, y1: 0, y2: 10 })),
    ...(to - from > 1 ? [bar] : []),
    ...ends.map((end) => shape('circle', { cx: at(end), cy: 5, r: 2.2, fill: 'currentColor' })),
  );
}

const ticks = [zero, (zero + full) / 2, full];

/** The numbers of the scale that charts share, above their ticks. */
export const axisWords = (widest: number): string[] =>
  [0, widest / 2, widest].map((people) => amount(Math.round(people)));
