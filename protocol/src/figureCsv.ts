import { csvTable } from './csv.js';
import type { Escaped } from './escaped.js';
import type { FigureRow, FigureTable } from './figures.js';

const fields: readonly [name: string, value: (row: FigureRow) => string | number | null][] = [
  ['outcome', ({ outcome }) => outcome],
  ['figure', ({ words }) => words],
  ['low', ({ low }) => low],
  ['high', ({ high }) => high],
  ['victims', ({ victims }) => victims],
  ['scope', ({ scope }) => scope],
  ['grade', ({ grade }) => grade],
  ['source', ({ source }) => source],
  ['outlet', ({ outlet }) => outlet],
  ['date', ({ date }) => date],
  ['file', ({ file }) => file],
  ['line', ({ place }) => place.range.start.line + 1],
  ['sentence', ({ sentence }) => sentence],
];

/** The table of casualty figures for a spreadsheet, a row for each; `pathOf` instead of the name of its file alone. */
export function figureCsv(
  { incidents, rows }: Pick<FigureTable, 'incidents' | 'rows'>,
  pathOf?: (row: FigureRow) => string,
): Escaped<'csv'> {
  const head = ['incident', 'title', 'verdict', ...fields.map(([name]) => name)];
  const lines = rows.map((row) => [
    row.incident + 1,
    incidents[row.incident]?.title ?? '',
    incidents[row.incident]?.verdict ?? '',
    ...fields.map(([name, value]) => (name === 'file' && pathOf !== undefined ? pathOf(row) : value(row))),
  ]);
  return csvTable([head, ...lines]);
}
