import type { FigureRow, FigureTable, FromFigures, ToFigures } from '../protocol/src/index.js';
import { csvOf } from './csv.js';
import { button, content, element } from './dom.js';
import { rangeChart } from './rangeChart.js';
import { host } from './vscode.js';

interface Column {
  readonly title: string;
  readonly key: (row: FigureRow) => string | number;
  readonly cell: (row: FigureRow, widest: number) => Node | string;
}

const middle = ({ low, high }: FigureRow): number => ((low ?? high ?? 0) + (high ?? low ?? 0)) / 2;

const columns: readonly Column[] = [
  { title: 'Figure', key: middle, cell: (row) => openButton(row) },
  { title: 'Range', key: ({ low, high }) => low ?? high ?? 0, cell: ({ range }) => range },
  { title: 'Chart', key: middle, cell: (row, widest) => rangeChart(row, widest) },
  { title: 'Outlet', key: ({ outlet }) => outlet, cell: ({ outlet }) => outlet },
  {
    title: 'Date',
    key: ({ date }) => date ?? '9999',
    cell: ({ date }) => element('span', { class: 'date' }, date ?? 'undated'),
  },
  { title: 'Source', key: ({ source }) => source, cell: ({ source }) => (source === '' ? '–' : source) },
  { title: 'On whose word', key: ({ grade }) => grade, cell: ({ gradeWords }) => gradeWords },
];

const vscode = host<FromFigures, null>();
const root = content();
const count = (many: number, noun: string): string => `${many} ${noun}${many === 1 ? '' : 's'}`;

let table: FigureTable = { incidents: [], rows: [] };
/** Incidents drawn at first; a folder of hundreds of articles has hundreds. */
let drawn = 60;
let sorted: { column: number; down: boolean } = { column: 4, down: false };

window.addEventListener('message', ({ data }: MessageEvent<ToFigures>) => {
  table = data.table;
  draw();
});
vscode.postMessage({ type: 'ready' });

function draw(): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
  root.replaceChildren(...(table.rows.length === 0 ? nothing() : contents()));
  if (focused !== undefined) root.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

const nothing = (): Node[] => [
  element(
    'section',
    { class: 'empty' },
    element('h1', {}, 'No casualty figures'),
    element('p', {}, 'No article of this workspace gives a number of people killed, injured, missing or displaced.'),
  ),
];

function contents(): Node[] {
  const contested = table.incidents.filter((incident) => incident.contested).length;
  const facts = `${count(table.rows.length, 'figure')}, ${count(table.incidents.length, 'incident')}${contested === 0 ? '' : `, ${contested} with figures that differ`}. The range is what the words say; a dashed bar has an open end. All bars of an incident share one scale.`;
  const save = button({ class: 'action', 'data-key': 'export' }, exportTable, 'Export as CSV');
  const again = button(
    { class: 'action', 'data-key': 'again' },
    () => vscode.postMessage({ type: 'ready' }),
    'Refresh',
  );
  return [
    element(
      'header',
      {},
      element('h1', {}, 'Casualty figures'),
      element('p', { class: 'facts' }, facts),
      save,
      ' ',
      again,
    ),
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...columns.map(headCell))),
      ...table.incidents.slice(0, drawn).map((_, incident) => incidentRows(incident)),
    ),
    ...more(),
  ];
}

/** The figures of an incident under a line that says what they have in common and whether they differ. */
function incidentRows(incident: number): HTMLElement {
  const { title, verdict, contested } = table.incidents[incident] as FigureTable['incidents'][number];
  const rows = rowsOf(incident);
  const widest = Math.max(...rows.map(({ low, high }) => Math.max(low ?? 0, high ?? 0)));
  const badge = element('span', { class: contested ? 'badge differs' : 'badge' }, verdict);
  const heading = element('th', {}, `${title} `, badge);
  heading.scope = 'rowgroup';
  heading.colSpan = columns.length;
  const body = rows.map((row) => element('tr', {}, ...columns.map(({ cell }) => element('td', {}, cell(row, widest)))));
  return element('tbody', {}, element('tr', { class: 'incident' }, heading), ...body);
}

function more(): Node[] {
  const left = table.incidents.length - drawn;
  if (left <= 0) return [];
  const all = (): void => {
    drawn = table.incidents.length;
    draw();
  };
  return [
    button({ class: 'action', 'data-key': 'more' }, all, `Show ${left} more ${left === 1 ? 'incident' : 'incidents'}`),
  ];
}

function headCell({ title }: Column, index: number): HTMLElement {
  const current = sorted.column === index;
  const direction = sorted.down ? 'descending' : 'ascending';
  const sign = current ? (sorted.down ? ' ▾' : ' ▴') : '';
  const cell = element(
    'th',
    { 'aria-sort': current ? direction : 'none' },
    button({ 'data-key': `sort ${index}`, title: `Sort by ${title.toLowerCase()}` }, () => sortBy(index), title + sign),
  );
  cell.scope = 'col';
  return cell;
}

function sortBy(column: number): void {
  sorted = { column, down: sorted.column === column && !sorted.down };
  draw();
}

function rowsOf(incident: number): FigureRow[] {
  const { key } = columns[sorted.column] as Column;
  const direction = sorted.down ? -1 : 1;
  return table.rows
    .filter((row) => row.incident === incident)
    .sort((a, b) => (key(a) < key(b) ? -direction : key(a) > key(b) ? direction : 0));
}

const openButton = (row: FigureRow): HTMLElement =>
  button(
    {
      class: 'here',
      title: row.sentence,
      'data-key': `${row.place.uri} ${row.place.range.start.line} ${row.place.range.start.character}`,
      'aria-label': `Open ${row.words} ${row.outcome} in ${row.outlet}, line ${row.place.range.start.line + 1}`,
    },
    () => vscode.postMessage({ type: 'open', place: row.place }),
    row.words,
  );

function exportTable(): void {
  const rows = table.incidents.flatMap((_, incident) => rowsOf(incident));
  vscode.postMessage({ type: 'export', csv: csvOf(rows, table.incidents) });
}
