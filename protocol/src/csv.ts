import type { Escaped } from './escaped.js';

type Cell = string | number | null;

/** A table as RFC 4180 says: lines end in CRLF, every text is quoted. What it holds of files can do nothing in a spreadsheet. */
export const csvTable = (rows: readonly (readonly Cell[])[]): Escaped<'csv'> =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('') as Escaped<'csv'>;

/** A spreadsheet takes a text that begins with one of these for a formula; an apostrophe keeps it a text. */
const formula = /^[=+\-@\t\r]/;

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return `"${(formula.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
}
