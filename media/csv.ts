import type { FigureRow, FigureTable } from '../protocol/src/index.js';

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

/** The table as RFC 4180 says: CRLF, every text quoted. */
export function csvOf(rows: readonly FigureRow[], incidents: FigureTable['incidents']): string {
  const head = ['incident', 'verdict', ...fields.map(([name]) => name)];
  const lines = rows.map((row) => [
    row.incident + 1,
    incidents[row.incident]?.verdict ?? '',
    ...fields.map(([, value]) => value(row)),
  ]);
  return [head, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** A spreadsheet takes a text that begins with one of these for a formula; an apostrophe keeps it a text. */
const formula = /^[=+\-@\t\r]/;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return `"${(formula.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
}
