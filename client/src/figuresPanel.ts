import * as vscode from 'vscode';
import {
  type FigureTable,
  type FromFigures,
  figureTable,
  label,
  reviewsChanged,
  type ToFigures,
} from '../../protocol/src/index.js';
import { merge, move } from './incidents.js';
import { openBeside } from './openBeside.js';
import { takeBack } from './reviewing.js';
import type { Server } from './server.js';
import { createPanel, showError } from './surfaces.js';
import { pageOf, webviewOptions } from './webview.js';

const viewType = 'secondSource.figures';

/**
 * The table of all casualty figures of the workspace, as they stand when it comes into view, is refreshed, or a person
 * changed its incidents.
 */
export class FiguresPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private panel: vscode.WebviewPanel | null = null;
  private readonly listeners: vscode.Disposable[];
  private asked = 0;
  /** What the page shows, or is about to. */
  private table: FigureTable = { incidents: [], rows: [], archive: '' };

  constructor(
    private readonly extension: vscode.Uri,
    private readonly server: Server,
  ) {
    this.listeners = [
      vscode.window.registerWebviewPanelSerializer(viewType, this),
      server.on(reviewsChanged, () => this.panel?.visible && this.refresh()),
    ];
  }

  show(): void {
    if (this.panel) this.panel.reveal();
    else
      this.adopt(
        createPanel(viewType, label`Casualty Figures`, vscode.ViewColumn.Active, webviewOptions(this.extension)),
      );
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    panel.webview.options = webviewOptions(this.extension);
    this.adopt(panel);
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel?.dispose();
    this.panel = panel;
    panel.iconPath = vscode.Uri.joinPath(this.extension, 'media', 'panel.svg');
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = null;
    });
    panel.onDidChangeViewState(() => {
      if (panel.visible) this.refresh();
    });
    panel.webview.onDidReceiveMessage((message: FromFigures) => this.hear(panel, message));
    panel.webview.html = pageOf(panel.webview, this.extension, 'figures.js', label`Casualty Figures`);
  }

  private hear(panel: vscode.WebviewPanel, message: FromFigures): void {
    if (message.type === 'ready') this.refresh();
    else if (message.type === 'open') this.run(openBeside(message.place, panel, null));
    else if (message.type === 'export') this.run(save(message.csv));
    else if (message.type === 'takeBack') this.run(takeBack(this.server, message.review));
    else this.run((message.type === 'merge' ? merge : move)(this.server, this.table, message.figure));
  }

  private refresh(): void {
    const asked = ++this.asked;
    this.run(
      this.server.ask(figureTable, null).then((table) => {
        if (asked !== this.asked) return;
        this.table = table;
        const message: ToFigures = { type: 'show', table };
        void this.panel?.webview.postMessage(message);
      }),
    );
  }

  private run(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (error instanceof vscode.CancellationError) return; // what failed was said
      this.server.log(`Table of figures: ${String(error)}`);
      showError(label`Casualty figures: ${error instanceof Error ? error.message : String(error)}`);
    });
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.panel?.dispose();
  }
}

async function save(csv: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    filters: { CSV: ['csv'] },
    saveLabel: label`Export`,
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'casualty-figures.csv') }),
  });
  // spreadsheets know UTF-8 by its byte order mark
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(`\uFEFF${csv}`));
}
