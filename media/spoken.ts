import { type Language, speak } from '../protocol/src/index.js';
import { content } from './dom.js';

// Imported first: many words of a page are said while its modules load.
const given = content().dataset.language;
if (given !== undefined) speak(JSON.parse(given) as Language);
