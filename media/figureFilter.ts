import { type FigureRow, type FigureTable, say } from '../protocol/src/index.js';
import { anyOf, check, choice, holds, textFilter } from './controls.js';
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
export function filterBar(
  now: () => FigureFilter,
  change: (filter: FigureFilter) => void,
): { bar: HTMLElement; offer: (table: FigureTable) => void } {
  const outcome = choice(say`Outcome`, (value) => change({ ...now(), outcome: value }));
  const outlet = choice(say`Outlet`, (value) => change({ ...now(), outlet: value }));
  return {
    bar: element(
      'div',
      { class: 'filters', role: 'search' },
      textFilter(say`Filter: place, source, words`, now().text, (text) => change({ ...now(), text })),
      outcome.control,
      outlet.control,
      check(say`Only where figures differ`, now().differing, (differing) => change({ ...now(), differing })),
    ),
    offer: ({ rows }) => {
      outcome.offer(
        [['', say`Any outcome`], ...new Map(rows.map((row) => [row.outcome, row.outcomeWords]))],
        now().outcome,
      );
      outlet.offer(
        anyOf(
          say`Any outlet`,
          rows.map((row) => row.outlet),
        ),
        now().outlet,
      );
    },
  };
}
