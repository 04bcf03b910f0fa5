import type { Checked } from './checked.js';
import { csv } from './csv.js';
import { report } from './report.js';

/** Every format in which what was checked is handed on, by its name on the command line and in the editor. */
export const formats: Readonly<Record<'json' | 'csv', (checked: Checked) => string>> = {
  json: (checked) => `${JSON.stringify(report(checked))}\n`,
  csv,
};
