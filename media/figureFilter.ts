import { type FigureRow, type FigureTable, say } from '../protocol/src/index.js';
import { holds } from './controls.js';
import { type Filter, filterBar } from './filterBar.js';

/** Which figures are shown; '' is any. */
export interface FigureFilter extends Filter {
  readonly outcome: string;
  /** Only incidents whose figures differ. */
  readonly differing: boolean;
}

export const everything: FigureFilter = { text: '', outcome: '', outlet: '', differing: false };

/** Whether a row is shown; `incident` is the one that it tells of. */
export const passes = (
  { text, outcome, outlet, differing }: FigureFilter,
  row: FigureRow,
  { title, contested }: FigureTable['incidents'][number],
): boolean =>
  (outcome === '' || row.outcome === outcome) &&
  (outlet === '' || row.outlet === outlet) &&
  (!differing || contested) &&
  holds(text, title, row.words, row.victims, row.source, row.outlet, row.sentence);

/** The controls for a filter, and what lists the outcomes and outlets that a table has. */
export function figureFilterBar(
  now: () => FigureFilter,
  change: (filter: FigureFilter) => void,
): { bar: HTMLElement; offer: (table: FigureTable) => void } {
  const { bar, offer } = filterBar(now, change, {
    hint: say`Filter: place, source, words`,
    choice: { field: 'outcome', label: say`Outcome` },
    check: { field: 'differing', label: say`Only where figures differ` },
  });
  return {
    bar,
    offer: ({ rows }) =>
      offer(
        [['', say`Any outcome`], ...new Map(rows.map((row) => [row.outcome, row.outcomeWords]))],
        rows.map((row) => row.outlet),
      ),
  };
}
