import * as vscode from 'vscode';
import type { Place } from '../../protocol/src/index.js';

export const toRange = ({ range: { start, end } }: Place): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

/**
 * Shows a place in an editor that covers neither the list it was chosen from nor the article the list is about, and
 * leaves the focus in the list, so that one may go on from there.
 */
export async function openBeside(place: Place, list: vscode.WebviewPanel, article: string | null): Promise<void> {
  const uri = vscode.Uri.parse(place.uri, true);
  const taken = new Set([list.viewColumn]);
  for (const editor of vscode.window.visibleTextEditors)
    if (editor.document.uri.toString() === article && place.uri !== article) taken.add(editor.viewColumn);
  const free = vscode.window.visibleTextEditors.find(
    ({ document, viewColumn }) =>
      viewColumn !== undefined && (document.uri.toString() === uri.toString() || !taken.has(viewColumn)),
  );
  await vscode.window.showTextDocument(uri, {
    viewColumn: free?.viewColumn ?? vscode.ViewColumn.Beside,
    preview: true,
    preserveFocus: true,
    selection: toRange(place),
  });
}
