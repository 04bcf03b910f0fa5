import type { Checked } from '../exports/checked.js';
import * as exports from '../exports/formats.js';
import { text } from './text.js';

/** Every format of `check`, by the name given to --format: those of the editor, and one for a terminal. */
export const formats: Readonly<Record<'text' | keyof typeof exports.formats, (checked: Checked) => string>> = {
  text,
  ...exports.formats,
};
