import type { Checked } from './checked.js';
import { csv } from './csv.js';
import { report } from './report.js';
import { text } from './text.js';

/** Every format of `check`, by the name given to --format. */
export const formats: Readonly<Record<'text' | 'json' | 'csv', (checked: Checked) => string>> = {
  text,
  json: (checked) => `${JSON.stringify(report(checked))}\n`,
  csv,
};
