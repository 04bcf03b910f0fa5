import './spoken.js';
import { amount, type FigureRow, type FigureTable, figureCsv, say, type ToFigures } from '../protocol/src/index.js';
import { button, content, element } from './dom.js';
import { type Column, columns } from './figureColumns.js';
import { everything, type FigureFilter, figureFilterBar, passes } from './figureFilter.js';
import { vscode } from './figuresHost.js';
import { incidentRows, type Shown } from './incidentRows.js';

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

/** The rows that are shown, in their order. */
function exportTable(): void {
  const rows = shown().flatMap((one) => one.rows);
  vscode.postMessage({ type: 'export', csv: figureCsv({ incidents: table.incidents, rows }) });
}
