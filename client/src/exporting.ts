import * as vscode from 'vscode';
import {
  amount,
  type ExportFormat,
  exportFindings,
  exportFormats,
  importNotes,
  label,
  say,
} from '../../protocol/src/index.js';
import type { Server } from './server.js';
import { createList, type ListItem, showBriefly, showError, showInformation, showProgress } from './surfaces.js';

interface FormatItem extends ListItem {
  readonly format: ExportFormat;
}

/**
 * Hands on what was found in a folder: asks in which form and where to, and writes the file. `isAtWork`: more may be found
 * in a while, which is not in it.
 */
export async function exportFile(server: Server, isAtWork: () => boolean): Promise<void> {
  const format = await chooseFormat(await server.ask(exportFormats, null));
  if (format === undefined) return;
  const folder = await chosenFolder();
  if (folder === undefined) return;
  const isEarly = isAtWork();
  const { text } = await telling(
    showProgress(label`Exporting`, (_, token) =>
      server.ask(exportFindings, { format: format.name, folder: folder?.uri.toString() ?? null }, token),
    ),
  );
  const name = `second-source.${format.ending}`;
  const target = await vscode.window.showSaveDialog({
    filters: { [format.name]: [format.ending] },
    title: label`Export`,
    saveLabel: label`Export`,
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, name) }),
  });
  if (target === undefined) return;
  // spreadsheets know UTF-8 by its byte order mark
  const mark = format.ending === 'csv' ? '\uFEFF' : '';
  await telling(vscode.workspace.fs.writeFile(target, new TextEncoder().encode(mark + text)));
  if (isEarly)
    void showInformation(
      label`Exported. Articles are still being read or compared: export once more when that is done (the language status says so).`,
    );
  else showBriefly(label`Second Source: exported to ${nameOf(target)}`);
}

/** Takes W3C Web Annotations from a file into the sidecar of a folder, and says what became of them. */
export async function importFile(server: Server): Promise<void> {
  const folder = await chosenFolder();
  if (folder === undefined) return;
  if (folder === null) {
    showError(label`Notes are kept in a workspace folder: open one first.`);
    return;
  }
  const chosen = await vscode.window.showOpenDialog({
    title: label`Notes from Web Annotations`,
    openLabel: label`Import`,
    defaultUri: folder.uri,
    filters: { 'Web Annotations': ['json', 'jsonld'] },
  });
  if (chosen?.[0] === undefined) return;
  const text = new TextDecoder().decode(await telling(vscode.workspace.fs.readFile(chosen[0])));
  const { added, known, orphaned, left } = await telling(
    server.ask(importNotes, { folder: folder.uri.toString(), text }),
  );
  const parts = [
    added === 1 ? say`1 note imported` : say`${amount(added)} notes imported`,
    ...(known > 0 ? [say`${amount(known)} already there`] : []),
    ...(orphaned.length > 0
      ? [say`orphaned, listed in the view Review: ${orphaned.map((one) => `“${one}”`).join(', ')}`]
      : []),
    ...(left.length > 0 ? [say`left out: ${left.join('; ')}`] : []),
  ];
  const review = label`Show Reviews`;
  if ((await showInformation(label`${parts.join('; ')}.`, review)) === review)
    await vscode.commands.executeCommand('secondSource.review.focus');
}

function chooseFormat(formats: readonly ExportFormat[]): Promise<ExportFormat | undefined> {
  const picker = createList<FormatItem>();
  picker.title = label`Export what was found`;
  picker.placeholder = label`In which form?`;
  picker.matchOnDescription = true;
  picker.items = formats.map((format) => ({ label: label`${format.name}`, description: format.use, format }));
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]?.format);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

/** The only workspace folder, or the one a person chooses; `null` where there is none, `undefined` where they chose none. */
async function chosenFolder(): Promise<vscode.WorkspaceFolder | null | undefined> {
  const [only, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (only === undefined) return null;
  return others.length === 0 ? only : vscode.window.showWorkspaceFolderPick();
}

/** A failure is said where the person looks, and once. */
async function telling<T>(work: PromiseLike<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof vscode.CancellationError))
      showError(label`${error instanceof Error ? error.message : String(error)}`);
    throw new vscode.CancellationError(); // VS Code says nothing more of it
  }
}

/** A file as people name it, wherever it lies. */
const nameOf = (file: vscode.Uri): string => (file.scheme === 'file' ? file.fsPath : file.toString(true));
