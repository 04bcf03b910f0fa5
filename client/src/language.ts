import * as vscode from 'vscode';
import type { Language } from '../../protocol/src/index.js';

/** The language of this window, where we speak it. VS Code loads its sentences from `l10n/`, which the manifest names. */
export const spokenHere = (): Language =>
  vscode.l10n.bundle === undefined
    ? { code: 'en', sentences: {} }
    : { code: vscode.env.language, sentences: vscode.l10n.bundle };
