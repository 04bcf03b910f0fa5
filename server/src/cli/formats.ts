import { type Format, formats as handedOn } from '../exports/formats.js';
import { text } from './text.js';

/** Every format of `check`, by the name given to --format: those of the editor, and one for a terminal. */
export const formats: Readonly<Record<string, Format>> = {
  text: { use: 'for people at a terminal', ending: 'txt', print: text },
  ...handedOn,
};
