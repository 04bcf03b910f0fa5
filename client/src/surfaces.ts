import * as vscode from 'vscode';
import type { Label } from '../../protocol/src/index.js';

/**
 * VS Code's own surfaces, typed so that only escaped words reach them: many draw `$(icons)` and follow links, and what
 * they show may come from an article, a file name or an error that names one. Nothing else in the client may ask
 * VS Code for these surfaces; a test looks.
 */

export interface StatusItem extends vscode.Disposable {
  selector: vscode.DocumentSelector;
  name: Label | undefined;
  text: Label;
  detail: Label | undefined;
  severity: vscode.LanguageStatusSeverity;
  busy: boolean;
  command: { readonly title: Label; readonly command: string } | undefined;
}

export const createStatusItem = (id: string, selector: vscode.DocumentSelector): StatusItem =>
  vscode.languages.createLanguageStatusItem(id, selector) as vscode.LanguageStatusItem & StatusItem;

/** An entry of the status bar. */
export interface StatusBarEntry extends vscode.Disposable {
  text: Label;
  tooltip: Label | undefined;
  name: Label | undefined;
  command: string | undefined;
  show(): void;
  hide(): void;
}

export const createStatusBarEntry = (id: string): StatusBarEntry =>
  vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Right, 100) as vscode.StatusBarItem & StatusBarEntry;

/** An entry of a list that a person chooses from. */
export interface ListItem extends vscode.QuickPickItem {
  readonly label: Label;
  readonly description?: Label;
  readonly detail?: Label;
}

export const createList = <Item extends ListItem>(): vscode.QuickPick<Item> => vscode.window.createQuickPick<Item>();

/** One of some entries, of which all words can be typed; `undefined` where the question is left open. */
export const chooseFrom = <Item extends ListItem>(
  title: Label,
  asks: Label,
  items: readonly Item[],
): Thenable<Item | undefined> =>
  vscode.window.showQuickPick(items, {
    title,
    placeHolder: asks,
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });

/** Words that a person types, beginning with `value`; `undefined` where they leave the question open. */
export const askWords = (
  title: Label,
  prompt: Label,
  value = '',
  problem?: (typed: string) => Label | null,
): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title,
    prompt,
    value,
    ignoreFocusOut: true,
    ...(problem && { validateInput: problem }),
  });

/** The same of what nobody else may see. */
export const askSecret = (title: Label, prompt: Label): Thenable<string | undefined> =>
  vscode.window.showInputBox({ title, prompt, password: true, ignoreFocusOut: true });

/** A folder that a person chooses or makes; `undefined` where they leave the question open. */
export async function chooseFolder(title: Label, button: Label): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title,
    openLabel: button,
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
  });
  return chosen?.[0];
}

/** Files of some kinds (endings, by what they are called) that a person chooses; `undefined` where they leave the question open. */
export async function chooseFiles(
  title: Label,
  button: Label,
  filters: Record<string, string[]>,
): Promise<vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({ title, openLabel: button, canSelectMany: true, filters });
}

/** An entry of a tree. */
export interface TreeEntry extends vscode.TreeItem {
  label: Label;
  description?: Label;
  tooltip?: Label;
}

export function createTree<Node>(
  view: string,
  provider: vscode.TreeDataProvider<Node> & { getTreeItem(node: Node): TreeEntry },
): Omit<vscode.TreeView<Node>, 'message'> & { message: Label | undefined } {
  return vscode.window.createTreeView(view, { treeDataProvider: provider }) as vscode.TreeView<Node> & {
    message: Label | undefined;
  };
}

export const showError = (message: Label): void => void vscode.window.showErrorMessage(message);

/** Resolves to the button that was pressed, if any. */
export const showInformation = (message: Label, ...buttons: Label[]): Thenable<Label | undefined> =>
  vscode.window.showInformationMessage(message, ...buttons);

/** In the status bar, for some seconds. */
export const showBriefly = (message: Label): void => void vscode.window.setStatusBarMessage(message, 4000);

export interface Step {
  readonly message?: Label;
  readonly increment?: number;
}

/** A notification with a bar that fills and a button to cancel, until the work is done. */
export const showProgress = <T>(
  title: Label,
  work: (progress: vscode.Progress<Step>, token: vscode.CancellationToken) => Thenable<T>,
): Thenable<T> =>
  vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, work);

export const createPanel = (
  viewType: string,
  title: Label,
  show: vscode.ViewColumn | { readonly viewColumn: vscode.ViewColumn; readonly preserveFocus?: boolean },
  options: vscode.WebviewOptions & vscode.WebviewPanelOptions,
): vscode.WebviewPanel => vscode.window.createWebviewPanel(viewType, title, show, options);
