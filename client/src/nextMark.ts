import * as vscode from 'vscode';
import { label } from '../../protocol/src/index.js';
import { showBriefly } from './surfaces.js';

/** Puts the cursor on the next or the previous mark of the article in front, and shows what is found there. */
export async function goToMark(direction: 'next' | 'previous'): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const marks = marksOf(editor.document.uri);
  const { active } = editor.selection;
  const at =
    direction === 'next'
      ? marks.findIndex(({ start }) => start.isAfter(active))
      : marks.findLastIndex(({ start }) => start.isBefore(active));
  const chosen = at !== -1 ? at : direction === 'next' ? 0 : marks.length - 1; // round the end
  const mark = marks[chosen];
  if (mark === undefined) return showBriefly(label`Second Source: nothing is marked in this article`);
  editor.selection = new vscode.Selection(mark.start, mark.start);
  editor.revealRange(mark, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  showBriefly(label`Second Source: mark ${chosen + 1} of ${marks.length}`);
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' }); // else a second one takes the keys
}

const marksOf = (uri: vscode.Uri): vscode.Range[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Second Source')
    .map(({ range }) => range)
    .sort((a, b) => a.start.compareTo(b.start));
