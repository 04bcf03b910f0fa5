import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { FigureRow, FigureTable } from '../protocol/src/index.js';
import { element } from './dom.js';

/** Which figures are shown; '' is any. */
export interface FigureFilter {
  readonly text: string;
  readonly outcome: string;
  readonly outlet: string;
  /** Only incidents whose figures differ. */
  readonly differing: boolean;
}

export const everything: FigureFilter = { text: '', outcome: '', outlet: '', differing: false };

/** Whether a row is shown; `incident` is the one that it tells of. */
export function passes(
  { text, outcome, outlet, differing }: FigureFilter,
  row: FigureRow,
  incident: FigureTable['incidents'][number],
): boolean {
  if ((outcome !== '' && row.outcome !== outcome) || (outlet !== '' && row.outlet !== outlet)) return false;
  if (differing && !incident.contested) return false;
  const words = [incident.title, row.words, row.victims, row.source, row.outlet, row.sentence].join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

/** The controls for a filter, made once: what is typed and the focus stay when the table is drawn anew. */
export function filterBar(now: () => FigureFilter, change: (filter: FigureFilter) => void): FilterBar {
  const text = element('vscode-textfield', { 'aria-label': 'Filter by words' });
  text.label = 'Filter by words';
  text.placeholder = 'Filter: place, source, words';
  text.type = 'search';
  text.value = now().text;
  text.addEventListener('input', () => change({ ...now(), text: text.value }));
  const outcome = choice('Outcome', (value) => change({ ...now(), outcome: value }));
  const outlet = choice('Outlet', (value) => change({ ...now(), outlet: value }));
  const differing = element('vscode-checkbox');
  differing.label = 'Only where figures differ';
  differing.checked = now().differing;
  differing.addEventListener('change', () => change({ ...now(), differing: differing.checked }));
  const bar = element('div', { class: 'filters', role: 'search' }, text, outcome, outlet, differing);
  return {
    bar,
    offer: ({ rows }) => {
      fill(
        outcome,
        'Any outcome',
        rows.map((row) => row.outcome),
        now().outcome,
      );
      fill(
        outlet,
        'Any outlet',
        rows.map((row) => row.outlet),
        now().outlet,
      );
    },
  };
}

export interface FilterBar {
  readonly bar: HTMLElement;
  /** Lists the outcomes and outlets that a table has. */
  offer(table: FigureTable): void;
}

type Select = HTMLElementTagNameMap['vscode-single-select'];

function choice(label: string, choose: (value: string) => void): Select {
  const select = element('vscode-single-select');
  select.label = label;
  select.addEventListener('change', () => choose(select.value));
  return select;
}

function fill(select: Select, any: string, values: readonly string[], chosen: string): void {
  const options = ['', ...new Set(values)].sort();
  const option = (value: string): HTMLElement => {
    const made = element('vscode-option', {}, value === '' ? any : value);
    made.value = value;
    made.selected = value === chosen;
    return made;
  };
  select.replaceChildren(...options.map(option));
}
