import * as vscode from 'vscode';
import {
  amount,
  type Corroboration,
  claimsAsMarkdown,
  commands,
  corroboration,
  type FromPanel,
  fileStatus,
  type Label,
  label,
  type PanelState,
  type PanelView,
  type Position,
  referencesChanged,
  type Scope,
  say,
  sourceGraph,
  type ToPanel,
} from '../../protocol/src/index.js';
import { openBeside, toRange } from './openBeside.js';
import { type Server, selector } from './server.js';
import { openSideBySide, registerSentences } from './sideBySide.js';
import type { Status } from './status.js';
import { createPanel, showBriefly, showError } from './surfaces.js';
import { pageOf, webviewOptions } from './webview.js';

const viewType = 'secondSource.corroboration';

const blank: PanelState = { uri: null, pinned: false, scope: 'article' };

/** Makes the panel when it is asked for, or when a window comes back with one. There is at most one. */
export class CorroborationPanels implements vscode.WebviewPanelSerializer<PanelState>, vscode.Disposable {
  private shown: CorroborationPanel | null = null;
  private readonly listeners: vscode.Disposable[];

  constructor(
    private readonly extension: vscode.Uri,
    private readonly server: Server,
    private readonly status: Status,
  ) {
    this.listeners = [
      vscode.window.registerWebviewPanelSerializer(viewType, this),
      server.on(referencesChanged, ({ uris }) => this.shown?.referencesChanged(uris)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.shown?.follow(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.shown?.cursorMoved(textEditor)),
      vscode.window.tabGroups.onDidChangeTabs(() => this.shown?.tabsChanged()),
      vscode.workspace.onDidSaveTextDocument(() => this.shown?.saved()),
      registerSentences(server),
    ];
  }

  /** Shows the claim at the cursor of the article, or the whole article. */
  show(uri: vscode.Uri | undefined): void {
    const editor = vscode.window.activeTextEditor;
    const chosen = uri ?? editor?.document.uri;
    const cursor = chosen?.toString() === editor?.document.uri.toString() ? editor?.selection.active : undefined;
    if (this.shown === null) {
      const panel = createPanel(
        viewType,
        label`Corroboration`,
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        webviewOptions(this.extension),
      );
      this.adopt(panel, blank);
    } else this.shown.panel.reveal(undefined, true);
    this.shown?.showArticle(chosen?.toString() ?? null, cursor);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: PanelState | undefined): Promise<void> {
    panel.webview.options = webviewOptions(this.extension);
    this.shown?.panel.dispose();
    this.adopt(panel, { ...blank, ...state });
  }

  private adopt(panel: vscode.WebviewPanel, state: PanelState): void {
    const shown = new CorroborationPanel(panel, this.extension, this.server, this.status, state);
    this.shown = shown;
    panel.onDidDispose(() => {
      if (this.shown === shown) this.shown = null;
    });
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.shown?.panel.dispose();
  }
}

/** The panel beside the editor: what the article in front shares with others. */
class CorroborationPanel {
  private uri: string | null;
  private pinned: boolean;
  private scope: Scope;
  private content: Corroboration | null = null;
  private cursor: Position | undefined;
  private asked = 0;
  private closed = false;

  constructor(
    readonly panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    private readonly server: Server,
    private readonly status: Status,
    state: PanelState,
  ) {
    this.uri = state.uri ?? vscode.window.activeTextEditor?.document.uri.toString() ?? null;
    this.pinned = state.pinned;
    this.scope = state.scope;
    panel.iconPath = vscode.Uri.joinPath(extension, 'media', 'panel.svg');
    panel.onDidDispose(() => {
      this.closed = true;
    });
    panel.webview.onDidReceiveMessage((message: FromPanel) => this.hear(message));
    panel.webview.html = pageOf(panel.webview, extension, 'panel.js', label`Corroboration`);
  }

  showArticle(uri: string | null, cursor: Position | undefined): void {
    this.uri = uri;
    this.cursor = cursor && { line: cursor.line, character: cursor.character };
    this.refresh();
  }

  /** The list follows the editor in front, but stays when the editor goes or the focus is in the list itself. */
  follow(editor: vscode.TextEditor | undefined): void {
    if (editor === undefined || this.pinned || vscode.languages.match(selector, editor.document) === 0) return;
    const uri = editor.document.uri.toString();
    if (uri !== this.uri) this.showArticle(uri, editor.selection.active);
  }

  cursorMoved({ document, selection }: vscode.TextEditor): void {
    if (this.content === null || document.uri.toString() !== this.uri) return;
    const claim = this.content.claims.find(({ here }) =>
      here.some(({ place }) => toRange(place).contains(selection.active)),
    );
    this.send({ type: 'focus', claim: claim?.id ?? null });
  }

  /** The article's last tab was closed. */
  tabsChanged(): void {
    if (this.uri === null || this.pinned) return;
    const open = vscode.window.tabGroups.all.some(({ tabs }) =>
      tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === this.uri),
    );
    if (open) return;
    this.showArticle(vscode.window.activeTextEditor?.document.uri.toString() ?? null, undefined);
  }

  referencesChanged(uris: readonly string[]): void {
    if (this.content === null || (this.scope !== 'all' && this.uri !== null && uris.includes(this.uri))) this.refresh();
  }

  /** All articles are gone through for all their claims: not while somebody types. */
  saved(): void {
    if (this.scope === 'all') this.refresh();
  }

  private refresh(): void {
    const asked = ++this.asked;
    this.view().then(
      (view) => {
        if (asked !== this.asked) return; // a newer question is on its way
        this.content = view.kind === 'corroboration' ? view.corroboration : null;
        this.send({ type: 'show', view, pinned: this.pinned, scope: this.scope });
      },
      (error: unknown) => this.server.log(`Corroboration panel: ${String(error)}`),
    );
  }

  private async view(): Promise<PanelView> {
    const { cursor } = this;
    if (this.scope === 'all') {
      const found = await this.server.ask(corroboration, { uri: null });
      if (found !== null && found.claims.length > 0) return { kind: 'corroboration', corroboration: found };
    }
    const { uri } = this;
    if (uri === null)
      return empty(say`No article is open`, say`Open a text or Markdown file; this list follows the editor in front.`);
    const found = await this.server.ask(corroboration, { uri, ...(cursor && { position: cursor }) });
    if (found !== null && found.claims.length + found.possible.length > 0)
      return { kind: 'corroboration', corroboration: found };
    const { indexing } = this.status.latest;
    if (found === null) {
      const status = await this.server.ask(fileStatus, { uri });
      if (status.kind === 'skipped') return empty(say`This file is not checked`, status.reason);
    }
    if (indexing !== null)
      return empty(
        say`Still reading`,
        say`${amount(indexing.done)} of ${amount(indexing.total)} files so far. What they share appears here.`,
      );
    if (found === null)
      return empty(
        say`This file is not checked`,
        say`Second Source reads articles in plain text, Markdown and .article files.`,
      );
    if ((vscode.workspace.workspaceFolders ?? []).length === 0)
      return empty(say`No folder is open`, say`Open the folder that holds the articles to compare this one with.`, {
        label: say`Open Folder`,
        command: 'vscode.openFolder',
      });
    if (found.archive !== '')
      return empty(
        say`Nothing shared so far`,
        say`No other article of the workspace makes a claim of “${found.title}”. ${found.archive}`,
      );
    return empty(say`Nothing shared`, say`No other article makes a claim of “${found.title}”.`, {
      label: say`Rebuild Index`,
      command: commands.rebuildIndex,
    });
  }

  private hear(message: FromPanel): void {
    if (message.type === 'ready') this.refresh();
    else if (message.type === 'open')
      this.run(openBeside(message.place, this.panel, this.uri), label`The article could not be opened`);
    else if (message.type === 'compare')
      this.run(openSideBySide(message.left, message.right), label`The articles could not be compared`);
    else if (message.type === 'graph') this.run(this.sendGraph(), label`Who rests on whom could not be drawn`);
    else if (message.type === 'copy') this.run(this.copy(message.ids), label`Nothing was copied`);
    else if (message.type === 'scope') {
      this.scope = message.scope;
      this.refresh();
    } else if (message.type === 'pin') {
      this.pinned = message.pinned;
      if (!this.pinned) this.follow(vscode.window.activeTextEditor);
      this.refresh();
    } else if (offered.has(message.command)) void vscode.commands.executeCommand(message.command);
  }

  private async sendGraph(): Promise<void> {
    this.send({ type: 'graph', graph: await this.server.ask(sourceGraph, { uri: this.content?.uri ?? null }) });
  }

  private async copy(ids: readonly string[]): Promise<void> {
    const text = await this.server.ask(claimsAsMarkdown, { uri: this.content?.uri ?? null, ids });
    await vscode.env.clipboard.writeText(text);
    showBriefly(
      ids.length === 1
        ? label`Second Source: 1 claim is on the clipboard`
        : label`Second Source: ${amount(ids.length)} claims are on the clipboard`,
    );
  }

  private run(work: Promise<unknown>, failure: Label): void {
    work.catch((error: unknown) => showError(label`${failure}: ${String(error)}`));
  }

  /** An answer may come when the panel is closed already. */
  private send(message: ToPanel): void {
    if (!this.closed) void this.panel.webview.postMessage(message);
  }
}

/** What the buttons of the empty states may run; a page is never trusted with more. */
const offered = new Set<string>(['vscode.openFolder', commands.rebuildIndex]);

const empty = (
  title: string,
  detail: string,
  action: { readonly label: string; readonly command: string } | null = null,
): PanelView => ({ kind: 'empty', title, detail, action });
