import { csvTable, type FigureRow, type FigureTable } from '../protocol/src/index.js';

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

/** The table for a spreadsheet. */
export function csvOf(rows: readonly FigureRow[], incidents: FigureTable['incidents']): string {
  const head = ['incident', 'title', 'verdict', ...fields.map(([name]) => name)];
  const lines = rows.map((row) => [
    row.incident + 1,
    incidents[row.incident]?.title ?? '',
    incidents[row.incident]?.verdict ?? '',
    ...fields.map(([, value]) => value(row)),
  ]);
  return csvTable([head, ...lines]);
}
