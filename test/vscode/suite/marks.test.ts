import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ruleIds } from '../../../server/src/core/rules/rule.js';
import { marksOf, marksTelling, once, onceMarked, open, rangeOf, ruleOf, uriOf, write } from './articles.js';

describe('Marks', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('tell of an unnamed source', async () => {
    const { uri } = await open('tressel-evening-mail.txt');
    const [mark] = await onceMarked(() => some(marksTelling(uri, '“Sources close to the harbour police”')));
    assert.equal(mark.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(mark.source, 'Second Source');
  });

  it('stand on a casualty figure', async () => {
    const { uri } = await open('pellworth-observer.md');
    await onceMarked(() => some(marksOf(uri, 'casualty-figure', '30')));
  });

  it('point into the other files that make the same claim', async () => {
    const { uri } = await open('pellworth-observer.md');
    const [mark] = await onceMarked(() =>
      some(vscode.languages.getDiagnostics(uri).filter((one) => (one.relatedInformation ?? []).length > 0)),
    );
    for (const { location } of mark.relatedInformation ?? []) {
      assert.notEqual(location.uri.toString(), uri.toString());
      const other = await vscode.workspace.openTextDocument(location.uri);
      assert.notEqual(other.getText(location.range).trim(), '');
    }
  });

  it('tell a conflicting report', async () => {
    const { uri } = await open('kastrel-wire.txt');
    await onceMarked(() => some(marksOf(uri, 'conflicting-report')));
  });

  it('have known codes, explain themselves and are never errors', async () => {
    const documents = [await open('pellworth-observer.md'), await open('tressel-evening-mail.txt')];
    for (const { uri } of documents) {
      const marks = await onceMarked(() => some(vscode.languages.getDiagnostics(uri)));
      for (const mark of marks) {
        assert.ok(
          ruleIds.some((id) => id === ruleOf(mark)),
          ruleOf(mark),
        );
        assert.ok(mark.message.length > 20, mark.message);
        assert.notEqual(mark.severity, vscode.DiagnosticSeverity.Error);
      }
    }
  });

  it('link to the page of their rule as a command, which shows it', async () => {
    const { uri } = await open('tressel-evening-mail.txt');
    const [mark] = await onceMarked(() => some(vscode.languages.getDiagnostics(uri)));
    assert.ok(typeof mark.code === 'object');
    const { scheme, path, query } = mark.code.target;
    assert.equal(scheme, 'command');
    await vscode.commands.executeCommand(path, ...JSON.parse(query));
    const { tabGroups } = vscode.window;
    await once(
      tabGroups.onDidChangeTabs,
      () => tabGroups.activeTabGroup.activeTab?.label.includes(ruleOf(mark)) || undefined,
    );
  });

  it('leave alone what is no article', async () => {
    const { uri: skipped } = await open('requirements.txt');
    const { uri } = await open('tressel-evening-mail.txt');
    await onceMarked(() => some(vscode.languages.getDiagnostics(uri)));
    assert.deepEqual(vscode.languages.getDiagnostics(skipped), []);
  });

  it('follow an edit', async () => {
    const document = await open('tressel-evening-mail.txt');
    const words = 'Sources close to the harbour police';
    await onceMarked(() => some(marksTelling(document.uri, `“${words}”`)));
    await replace(document, words, 'Police commissioner Ada Ferrow');
    await onceMarked(() => marksTelling(document.uri, `“${words}”`).length === 0 || undefined);
    await replace(document, 'Police commissioner Ada Ferrow', words);
    await onceMarked(() => some(marksTelling(document.uri, `“${words}”`)));
    await document.save();
  });

  it('come and go with another file', async () => {
    const { uri } = await open('garden-show.txt');
    const settings = vscode.workspace.getConfiguration('secondSource');
    await settings.update('reading', 'everything', vscode.ConfigurationTarget.Workspace);
    const shared =
      'The Lindham garden show opened on Thursday with music in the square and a tent full of vegetables behind the town hall.';
    const filler =
      'The council met on Friday and agreed to mend the roof of the library before the winter, the clerk said.';
    await write('lindham-gazette.txt', `${shared}\n\n${filler}\n\n${filler.replace('roof', 'door')}\n`);
    await onceMarked(() => some(marksOf(uri, 'repeated-claim')));
    await vscode.workspace.fs.delete(uriOf('lindham-gazette.txt'));
    await onceMarked(() => marksOf(uri, 'repeated-claim').length === 0 || undefined);
    await settings.update('reading', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('obey a changed setting without a reload', async () => {
    const { uri } = await open('tressel-evening-mail.txt');
    const rules = vscode.workspace.getConfiguration('secondSource.rules');
    await onceMarked(() => some(marksTelling(uri, 'no name, no role')));
    await rules.update('anonymous-source', 'off', vscode.ConfigurationTarget.Workspace);
    await onceMarked(() => marksTelling(uri, 'no name, no role').length === 0 || undefined);
    await rules.update('anonymous-source', undefined, vscode.ConfigurationTarget.Workspace);
    await onceMarked(() => some(marksTelling(uri, 'no name, no role')));
  });
});

const some = <T>(found: T[]): [T, ...T[]] | undefined => (found.length > 0 ? (found as [T, ...T[]]) : undefined);

async function replace(document: vscode.TextDocument, words: string, others: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, words), others);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
