import * as vscode from 'vscode';
import { sentences } from '../../protocol/src/index.js';
import type { Server } from './server.js';

const scheme = 'second-source-sentences';

/** Read-only texts of articles, a sentence a line: the diff editor aligns lines, so shared sentences stand side by side. */
export const registerSentences = (server: Server): vscode.Disposable =>
  vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ query }) => (await server.ask(sentences, { uri: query })) ?? '',
  });

/** Where the first of the two is open, so that the list beside it stays in sight. */
export async function openSideBySide(left: string, right: string): Promise<void> {
  const [one, other] = [left, right].map((uri) => {
    const article = vscode.Uri.parse(uri, true);
    return vscode.Uri.from({ scheme, path: article.path, query: uri });
  });
  const title = [left, right].map((uri) => vscode.Uri.parse(uri, true).path.split('/').at(-1)).join(' ↔ ');
  const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === left);
  const viewColumn = open?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.commands.executeCommand('vscode.diff', one, other, title, { preview: true, viewColumn });
}
