import * as vscode from 'vscode';
import type { Place } from '../../protocol/src/index.js';

export const toRange = ({ range: { start, end } }: Place): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

/** Shows a place in the editor in front. */
export const openPlace = (place: Place): Thenable<vscode.TextEditor> =>
  vscode.window.showTextDocument(vscode.Uri.parse(place.uri, true), { selection: toRange(place) });

/**
 * Shows a place in an editor that covers neither the list it was chosen from nor the article the list is about, and
 * leaves the focus in the list, so that one may go on from there.
 */
export async function openBeside(place: Place, list: vscode.WebviewPanel, article: string | null): Promise<void> {
  const uri = vscode.Uri.parse(place.uri, true);
  await vscode.window.showTextDocument(uri, {
    viewColumn: columnFor(uri.toString(), list, article),
    preview: true,
    preserveFocus: true,
    selection: toRange(place),
  });
}

/**
 * The column that shows the file already; else one beside the list and the article; else a new one. Never “beside” as
 * the editor means it: that counts from the active column, and a click in a list does not always make its column active.
 */
function columnFor(uri: string, list: vscode.WebviewPanel, article: string | null): vscode.ViewColumn {
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  if (shown?.viewColumn !== undefined) return shown.viewColumn;
  const taken = new Set([list.viewColumn]);
  for (const { document, viewColumn } of vscode.window.visibleTextEditors)
    if (document.uri.toString() === article) taken.add(viewColumn);
  const columns = vscode.window.tabGroups.all.map(({ viewColumn }) => viewColumn);
  return columns.find((column) => !taken.has(column)) ?? Math.max(...columns) + 1;
}
