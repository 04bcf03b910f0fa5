import * as vscode from 'vscode';
import {
  innerCommands,
  label,
  referencesChanged,
  type SourceLevel,
  type SourceView,
  sources,
} from '../../protocol/src/index.js';
import type { Server } from './server.js';
import { createTree, type TreeEntry } from './surfaces.js';

type Quotation = SourceView['quotations'][number];
type Node = SourceLevel | SourceView | Quotation;

const isLevel = (node: Node): node is SourceLevel => 'sources' in node;
const isSource = (node: Node): node is SourceView => 'quotations' in node;

/** The view *Sources*: whom the articles of the workspace rest on, by level, unnamed ones first. */
export class SourcesTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly moved = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.moved.event;
  private readonly view: ReturnType<typeof createTree<Node>>;
  private readonly listeners: vscode.Disposable[];

  constructor(private readonly server: Server) {
    this.view = createTree('secondSource.sources', this);
    this.listeners = [
      server.on(referencesChanged, () => this.view.visible && this.moved.fire()),
      this.view.onDidChangeVisibility(({ visible }) => visible && this.moved.fire()),
      this.view,
      this.moved,
    ];
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node !== undefined) return isLevel(node) ? [...node.sources] : isSource(node) ? [...node.quotations] : [];
    return [...(await this.server.ask(sources, null).catch(() => []))];
  }

  getTreeItem(node: Node): TreeEntry {
    return isLevel(node) ? levelEntry(node) : isSource(node) ? sourceEntry(node) : quotationEntry(node);
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
  }
}

const levelEntry = ({ level, words, unnamed, count }: SourceLevel): TreeEntry => ({
  id: level,
  label: label`${words[0]!.toUpperCase()}${words.slice(1)}`,
  description: label`${count}`,
  iconPath: new vscode.ThemeIcon(unnamed ? 'question' : 'person'),
  collapsibleState: unnamed ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
});

const sourceEntry = ({ name, quoted, articles }: SourceView): TreeEntry => ({
  label: label`${name}`,
  description: label`${quoted === 1 ? 'once' : `${quoted} times`}, ${articles} ${articles === 1 ? 'article' : 'articles'}`,
  tooltip: label`${name}`,
  collapsibleState: vscode.TreeItemCollapsibleState.Collapsed,
});

const quotationEntry = ({ place, outlet }: Quotation): TreeEntry => ({
  label: label`${outlet}`,
  description: label`line ${place.range.start.line + 1}`,
  collapsibleState: vscode.TreeItemCollapsibleState.None,
  command: { title: 'Open', command: innerCommands.openPlace, arguments: [place] },
});
