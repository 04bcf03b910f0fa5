import * as vscode from 'vscode';
import { innerCommands } from '../../protocol/src/index.js';

/** The rule whose page an address is; `null` where it is another address. */
const ruleAt = ({ path }: vscode.Uri): string | null => /\/docs\/rules\/([a-z-]+)\.md$/.exec(path)?.[1] ?? null;

/** Marks whose link to the page of their rule shows it as people read it; the server's own link is to the file. */
export const withRulePages = (marks: readonly vscode.Diagnostic[]): vscode.Diagnostic[] =>
  marks.map((mark) => {
    const { code } = mark;
    const rule = typeof code === 'object' ? ruleAt(code.target) : null;
    if (typeof code === 'object' && rule !== null) {
      const given = encodeURIComponent(JSON.stringify([rule]));
      mark.code = { value: code.value, target: vscode.Uri.parse(`command:${innerCommands.openRulePage}?${given}`) };
    }
    return mark;
  });

/** Shows the page of a rule, as text where VS Code's own Markdown preview was switched off. */
export async function openRulePage(extension: vscode.Uri, rule: unknown): Promise<void> {
  if (typeof rule !== 'string' || !/^[a-z-]+$/.test(rule)) return;
  const page = vscode.Uri.joinPath(extension, 'docs', 'rules', `${rule}.md`);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    // there is no such command
    await vscode.window.showTextDocument(page);
  }
}
