import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { commands } from '../../../protocol/src/index.js';
import { marksTelling, once, onceMarked, open } from './articles.js';

describe('Commands', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('of the manifest are all there once an article is open', async () => {
    await open('pellworth-observer.md');
    const extension = vscode.extensions.getExtension('second-source.second-source');
    await extension?.activate();
    const listed: { command: string }[] = extension?.packageJSON.contributes.commands;
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(
      listed.map(({ command }) => command).filter((command) => !known.includes(command)),
      [],
    );
  });

  it('Show Corroboration opens its panel beside and leaves the article where it is', async () => {
    const { uri } = await open('pellworth-observer.md');
    await onceMarked(() => vscode.languages.getDiagnostics(uri).length > 0 || undefined);
    await vscode.commands.executeCommand(commands.showCorroboration);
    const { tabGroups } = vscode.window;
    await once(tabGroups.onDidChangeTabs, () => tabGroups.all.find((group) => group.tabs.some(isPanel)));
    assert.ok(tabGroups.all.some((group) => group.tabs.some((tab) => tab.label === 'pellworth-observer.md')));
  });

  it('Restart Server brings the marks back', async () => {
    const { uri } = await open('tressel-evening-mail.txt');
    await onceMarked(() => marksTelling(uri, 'no name, no role').length > 0 || undefined);
    let gone = false;
    const back = onceMarked(() => {
      const marked = marksTelling(uri, 'no name, no role').length > 0;
      gone ||= !marked;
      return (gone && marked) || undefined;
    });
    await vscode.commands.executeCommand(commands.restartServer);
    await back;
  });

  it('are not needed where the server is killed: it is started again, and the marks come back', async function () {
    if (process.platform !== 'linux') return this.skip(); // only there processes can be looked up without a program
    const { uri } = await open('tressel-evening-mail.txt');
    await onceMarked(() => marksTelling(uri, 'no name, no role').length > 0 || undefined);
    const [killed] = servers();
    assert.ok(killed !== undefined, 'there is a server');
    const back = onceMarked(() => {
      const isAnother = servers().some((pid) => pid !== killed);
      return (isAnother && marksTelling(uri, 'no name, no role').length > 0) || undefined;
    });
    // what is asked while it dies cannot be written any more
    const hovers = Array.from({ length: 20 }, () =>
      vscode.commands.executeCommand('vscode.executeHoverProvider', uri, new vscode.Position(0, 0)),
    );
    process.kill(killed, 'SIGKILL');
    await back;
    await Promise.allSettled(hovers);
  });

  it('Rebuild Index ends with the marks in place', async () => {
    const { uri } = await open('tressel-evening-mail.txt');
    await vscode.commands.executeCommand(commands.rebuildIndex);
    await onceMarked(() => marksTelling(uri, 'no name, no role').length > 0 || undefined);
  });
});

/** Processes that this one has started on our server. */
const servers = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const isOurs = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/server.js');
        return isOurs && readFileSync(`/proc/${pid}/status`, 'utf8').includes(`\nPPid:\t${process.pid}\n`);
      } catch {
        return false; // it has just ended
      }
    })
    .map(Number);

const isPanel = ({ input }: vscode.Tab): boolean =>
  input instanceof vscode.TabInputWebview && input.viewType.includes('secondSource');
