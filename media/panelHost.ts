import type { FromPanel, PanelState } from '../protocol/src/index.js';
import { host } from './vscode.js';

/** VS Code as the corroboration panel speaks to it. */
export const vscode = host<FromPanel, PanelState>();
