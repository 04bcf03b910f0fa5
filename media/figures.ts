import './spoken.js';
import { axisWords, rangeChart } from '../pictures/rangeChart.js';
import {
  amount,
  type FigureName,
  type FigureRow,
  type FigureTable,
  type FromFigures,
  figureCsv,
  type IncidentEditView,
  isolated,
  say,
  type ToFigures,
} from '../protocol/src/index.js';
import { button, content, element } from './dom.js';
import { everything, type FigureFilter, figureFilterBar, passes } from './figureFilter.js';
import { svgOf } from './shape.js';
import { host } from './vscode.js';

interface Column {
  readonly name: 'figure' | 'range' | 'chart' | 'outlet' | 'date' | 'source' | 'grade';
  readonly title: string;
  readonly key: (row: FigureRow) => string | number;
  readonly cell: (row: FigureRow, widest: number) => Node | string;
}

const middle = ({ low, high }: FigureRow): number => ((low ?? high ?? 0) + (high ?? low ?? 0)) / 2;

const columns: readonly Column[] = [
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
/** Beside them, on each row: the button that moves its figure. */
const width = columns.length + 1;

const vscode = host<FromFigures, FigureFilter>();
const root = content();

let table: FigureTable = { incidents: [], rows: [], archive: '' };
let filter: FigureFilter = { ...everything, ...vscode.getState() };
/** Incidents drawn at first; a folder of hundreds of articles has hundreds. */
let drawn = 60;
let sorted: { column: number; down: boolean } = { column: 4, down: false };

const facts = element('p', { class: 'facts', role: 'status' });
/** That the archive may hold more. */
const archive = element('p', { class: 'facts', role: 'status' });
const results = element('div', { class: 'results' });
const filters = figureFilterBar(
  () => filter,
  (changed) => {
    filter = changed;
    vscode.setState(filter);
    draw();
  },
);

window.addEventListener('message', ({ data }: MessageEvent<ToFigures>) => {
  table = data.table;
  if (table.rows.length === 0) root.replaceChildren(nothing());
  else {
    if (!results.isConnected) root.replaceChildren(header(), results);
    filters.offer(table);
    draw();
  }
});
vscode.postMessage({ type: 'ready' });

const nothing = (): HTMLElement =>
  element(
    'section',
    { class: 'empty' },
    element('h1', {}, say`No casualty figures`),
    element('p', {}, say`No article of this workspace gives a number of people killed, injured, missing or displaced.`),
  );

const header = (): HTMLElement =>
  element(
    'header',
    {},
    element('h1', {}, say`Casualty figures`),
    facts,
    archive,
    filters.bar,
    button({ class: 'action' }, exportTable, say`Export as CSV`),
    ' ',
    button({ class: 'action' }, () => vscode.postMessage({ type: 'ready' }), say`Refresh`),
  );

/** An incident with those of its rows that pass the filter. */
interface Shown {
  readonly incident: FigureTable['incidents'][number];
  readonly rows: readonly FigureRow[];
}

function shown(): Shown[] {
  const { key } = columns[sorted.column] as Column;
  const direction = sorted.down ? -1 : 1;
  const rows = table.incidents.map((): FigureRow[] => []);
  for (const row of table.rows) if (passes(filter, row, table.incidents[row.incident]!)) rows[row.incident]!.push(row);
  for (const own of rows) own.sort((a, b) => (key(a) < key(b) ? -direction : key(a) > key(b) ? direction : 0));
  return table.incidents
    .map((incident, index) => ({ incident, rows: rows[index]! }))
    .filter((one) => one.rows.length > 0);
}

function draw(): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
  const all = shown();
  facts.textContent = factsOf(all);
  archive.textContent = table.archive;
  results.replaceChildren(
    element(
      'table',
      { class: 'figures' },
      element('thead', {}, element('tr', {}, ...columns.map(headCell), element('td'))),
      ...all.slice(0, drawn).flatMap(incidentRows),
    ),
    ...more(all.length),
  );
  if (focused !== undefined) focusOn(focused);
}

/** Focuses what has a key; the figure that it was about where that is gone: its incident was merged, or taken apart. */
function focusOn(key: string): void {
  const find = (wanted: string): HTMLElement | null => results.querySelector(`[data-key="${CSS.escape(wanted)}"]`);
  (find(key) ?? find(key.slice(key.indexOf(' ') + 1)))?.focus();
}

function factsOf(all: readonly Shown[]): string {
  const rows = all.reduce((sum, one) => sum + one.rows.length, 0);
  const contested = all.filter(({ incident }) => incident.contested).length;
  const whole = table.rows.length;
  const figures =
    rows < whole
      ? say`${amount(rows)} of ${amount(whole)} figures`
      : rows === 1
        ? say`1 figure`
        : say`${amount(rows)} figures`;
  return [
    figures,
    all.length === 1 ? say`1 incident` : say`${amount(all.length)} incidents`,
    ...(contested === 0 ? [] : [say`${amount(contested)} with figures that differ`]),
  ].join(', ');
}

/** Under a line that says which event it is and whether its figures differ, the figures of each outcome. */
function incidentRows({ incident: { title, tolls, verdict, contested, edits }, rows }: Shown): HTMLElement[] {
  const first = rows.find(({ isArchived }) => !isArchived) ?? rows[0]!;
  const heading = element(
    'th',
    {},
    element('h2', {}, title),
    element('p', { class: 'facts' }, tolls),
    element('span', { class: contested ? 'badge differs' : 'badge' }, verdict),
    ' ',
    button(
      { class: 'quiet', 'data-key': `merge ${keyOf(first)}`, 'aria-label': say`Merge with… (${title})` },
      () => vscode.postMessage({ type: 'merge', figure: nameOf(first) }),
      say`Merge with…`,
    ),
    ...edits.map((edit) => byHand(edit, first)),
  );
  heading.scope = 'rowgroup';
  heading.colSpan = width;
  return [
    element('tbody', {}, element('tr', { class: 'incident' }, heading)),
    ...[...new Set(rows.map(({ outcome }) => outcome))].map((outcome) => outcomeRows(outcome, rows)),
  ];
}

/** The figures of one outcome of an incident, on one scale. */
function outcomeRows(outcome: string, rows: readonly FigureRow[]): HTMLElement {
  const own = rows.filter((row) => row.outcome === outcome);
  const widest = Math.max(...own.map(({ low, high }) => Math.max(low ?? 0, high ?? 0)));
  const heading = element('th', {}, own[0]!.outcomeWords);
  heading.scope = 'rowgroup';
  heading.colSpan = chartColumn;
  const rest = element('td');
  rest.colSpan = width - chartColumn - 1;
  return element(
    'tbody',
    {},
    element('tr', { class: 'outcome' }, heading, element('td', {}, axis(widest)), rest),
    ...own.map((row) =>
      element(
        'tr',
        {},
        ...columns.map(({ name, cell }) => element('td', { 'data-column': name }, cell(row, widest))),
        element('td', {}, ...(row.isArchived ? [] : [moveButton(row)])),
      ),
    ),
  );
}

/** The numbers of the scale that charts share, above their ticks. */
const axis = (widest: number): HTMLElement =>
  element(
    'span',
    { class: 'axis', 'aria-hidden': 'true' },
    ...axisWords(widest).map((people) => element('span', {}, people)),
  );

/** What a person did to an incident, and a button that undoes it. */
const byHand = ({ words, folder, id }: IncidentEditView, first: FigureRow): HTMLElement =>
  element(
    'p',
    { class: 'facts' },
    `${words} `,
    button(
      { class: 'quiet', 'data-key': `${id} ${keyOf(first)}`, 'aria-label': say`Undo: ${words}` },
      () => vscode.postMessage({ type: 'takeBack', review: { folder, id } }),
      say`Undo`,
    ),
  );

const moveButton = (row: FigureRow): HTMLElement =>
  button(
    {
      class: 'quiet',
      title: say`Split it off, or move it to another incident`,
      'data-key': `move ${keyOf(row)}`,
      'aria-label': say`Move… (${row.words} ${row.outcomeWords} in ${row.outlet})`,
    },
    () => vscode.postMessage({ type: 'move', figure: nameOf(row) }),
    say`Move…`,
  );

const nameOf = ({ place, words }: FigureRow): FigureName => ({ place, words });
const keyOf = ({ place: { uri, range } }: FigureRow): string => `${uri} ${range.start.line} ${range.start.character}`;

const chartColumn = columns.findIndex(({ name }) => name === 'chart');

function more(incidents: number): Node[] {
  const left = incidents - drawn;
  if (left <= 0) return [];
  const all = (): void => {
    drawn = incidents;
    draw();
  };
  return [
    button(
      { class: 'action', 'data-key': 'more' },
      all,
      left === 1 ? say`Show 1 more incident` : say`Show ${amount(left)} more incidents`,
    ),
  ];
}

function headCell({ title }: Column, index: number): HTMLElement {
  const current = sorted.column === index;
  const direction = sorted.down ? 'descending' : 'ascending';
  const sign = current ? (sorted.down ? ' ▾' : ' ▴') : '';
  const cell = element(
    'th',
    { 'aria-sort': current ? direction : 'none' },
    button({ 'data-key': `sort ${index}`, title: say`Sort by: ${title}` }, () => sortBy(index), title + sign),
  );
  cell.scope = 'col';
  return cell;
}

function sortBy(column: number): void {
  sorted = { column, down: sorted.column === column && !sorted.down };
  draw();
}

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

/** The rows that are shown, in their order. */
function exportTable(): void {
  const rows = shown().flatMap((one) => one.rows);
  vscode.postMessage({ type: 'export', csv: figureCsv({ incidents: table.incidents, rows }) });
}
