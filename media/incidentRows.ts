import { axisWords } from '../pictures/rangeChart.js';
import {
  type FigureName,
  type FigureRow,
  type FigureTable,
  type IncidentEditView,
  say,
} from '../protocol/src/index.js';
import { button, element } from './dom.js';
import { columns, keyOf } from './figureColumns.js';
import { vscode } from './figuresHost.js';

/** Beside the columns, on each row: the button that moves its figure. */
const width = columns.length + 1;
const chartColumn = columns.findIndex(({ name }) => name === 'chart');

/** An incident with those of its rows that pass the filter. */
export interface Shown {
  readonly incident: FigureTable['incidents'][number];
  readonly rows: readonly FigureRow[];
}

/** Under a line that says which event it is and whether its figures differ, the figures of each outcome. */
export function incidentRows({ incident: { title, tolls, verdict, contested, edits }, rows }: Shown): HTMLElement[] {
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
