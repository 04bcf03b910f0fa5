import { rangeChart } from '../pictures/rangeChart.js';
import { type FigureRow, isolated, say } from '../protocol/src/index.js';
import { button, element } from './dom.js';
import { vscode } from './figuresHost.js';
import { svgOf } from './shape.js';

export interface Column {
  readonly name: 'figure' | 'range' | 'chart' | 'outlet' | 'date' | 'source' | 'grade';
  readonly title: string;
  readonly key: (row: FigureRow) => string | number;
  readonly cell: (row: FigureRow, widest: number) => Node | string;
}

const middle = ({ low, high }: FigureRow): number => ((low ?? high ?? 0) + (high ?? low ?? 0)) / 2;

/** What is told of each figure, in the order of the table. */
export const columns: readonly Column[] = [
  { name: 'figure', title: say`Figure`, key: middle, cell: (row) => figure(row) },
  { name: 'range', title: say`Range`, key: ({ low, high }) => low ?? high ?? 0, cell: ({ range }) => range },
  { name: 'chart', title: say`Chart`, key: middle, cell: (row, widest) => svgOf(rangeChart(row, widest)) },
  { name: 'outlet', title: say`Outlet`, key: ({ outlet }) => outlet, cell: ({ outlet }) => outlet },
  {
    name: 'date',
    title: say`Date`,
    key: ({ date }) => date ?? '9999',
    cell: ({ date }) => element('span', { class: 'date' }, date ?? say`undated`),
  },
  {
    name: 'source',
    title: say`Source`,
    key: ({ source }) => source,
    cell: ({ source }) => (source === '' ? '–' : source),
  },
  { name: 'grade', title: say`On whose word`, key: ({ grade }) => grade, cell: ({ gradeWords }) => gradeWords },
];

/** *70* of whom: *civilians*. */
const figure = (row: FigureRow): HTMLElement => {
  const { words, victims, following } = row;
  const isSaid = victims === '' || words.toLowerCase().includes(victims.toLowerCase());
  return element('span', {}, openButton(row), isSaid ? '' : ` ${isolated(following || victims)}`);
};

const openButton = (row: FigureRow): HTMLElement =>
  button(
    {
      class: 'here',
      dir: 'auto',
      title: row.sentence,
      'data-key': keyOf(row),
      'aria-label': say`Open ${row.words} ${row.outcomeWords} in ${row.outlet}, line ${row.place.range.start.line + 1}`,
    },
    () => vscode.postMessage({ type: 'open', place: row.place }),
    row.words,
  );

/** What names a figure among all of the table. */
export const keyOf = ({ place: { uri, range } }: FigureRow): string =>
  `${uri} ${range.start.line} ${range.start.character}`;
