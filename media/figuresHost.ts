import type { FromFigures } from '../protocol/src/index.js';
import type { FigureFilter } from './figureFilter.js';
import { host } from './vscode.js';

/** VS Code, as the table of figures speaks to it and keeps its filter there. */
export const vscode = host<FromFigures, FigureFilter>();
