import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** An article of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** The file of this name in the workspace folder, existing or not. */
export function uriOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Where the words first stand in a document. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  assert.notEqual(start, -1, `“${words}” stands in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** Writes a file of the workspace from outside any editor. */
export const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));

/** The stable code of a rule's mark. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The marks that tell of these words: a mark has the code of the most important rule of its sentence, and tells of all. */
export const marksTelling = (uri: vscode.Uri, words: string): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ message }) => message.includes(words));

/** The marks of a rule on these words, or on anything. */
export function marksOf(uri: vscode.Uri, rule: string, words?: string): vscode.Diagnostic[] {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  return vscode.languages
    .getDiagnostics(uri)
    .filter((mark) => ruleOf(mark) === rule)
    .filter((mark) => words === undefined || document?.getText(mark.range).includes(words));
}

/** Waits until the marks in the editor answer `get` with something. The test's own time limit ends it. */
export function onceMarked<T>(get: () => T | undefined): Promise<T> {
  return once(vscode.languages.onDidChangeDiagnostics, get);
}

/** Waits until `get` answers, asking at once and after each event. */
export function once<T>(event: vscode.Event<unknown>, get: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = () => {
      try {
        const value = get();
        if (value === undefined) return;
        listening.dispose();
        resolve(value);
      } catch (error) {
        listening.dispose();
        reject(error);
      }
    };
    const listening = event(check);
    check();
  });
}
