import type { Checked } from './checked.js';
import { report } from './report.js';
import { text } from './text.js';

/** Every format of `check`, by the name given to --format. */
export const formats: Readonly<Record<'text' | 'json', (checked: Checked) => string>> = {
  text,
  json: (checked) => `${JSON.stringify(report(checked))}\n`,
};
