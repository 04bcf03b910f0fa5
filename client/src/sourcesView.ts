import * as vscode from 'vscode';
import {
  amount,
  innerCommands,
  label,
  type SourceLevel,
  type SourceView,
  say,
  sources,
  statusChanged,
} from '../../protocol/src/index.js';
import type { Server } from './server.js';
import type { TreeEntry } from './surfaces.js';
import { Tree } from './tree.js';

type Quotation = SourceView['quotations'][number];
type Node = SourceLevel | SourceView | Quotation;

const isLevel = (node: Node): node is SourceLevel => 'sources' in node;
const isSource = (node: Node): node is SourceView => 'quotations' in node;

/** The view *Sources*: whom the articles of the workspace rest on, by level, unnamed ones first. */
export class SourcesTree extends Tree<Node> {
  private isReading = true;

  constructor(private readonly server: Server) {
    super('secondSource.sources');
    // all articles are gone through for it: not while somebody types
    this.hear(
      vscode.workspace.onDidSaveTextDocument(() => this.refresh()),
      server.on(statusChanged, ({ indexing }) => {
        if (this.isReading && indexing === null) this.refresh();
        this.isReading = indexing !== null;
      }),
    );
  }

  protected async childrenOf(node?: Node): Promise<Node[]> {
    if (node !== undefined) return isLevel(node) ? [...node.sources] : isSource(node) ? [...node.quotations] : [];
    return [...(await this.server.ask(sources, null).catch(() => []))];
  }

  getTreeItem(node: Node): TreeEntry {
    return isLevel(node) ? levelEntry(node) : isSource(node) ? sourceEntry(node) : quotationEntry(node);
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
  description: label`${quoted === 1 ? say`once` : say`${amount(quoted)} times`}, ${articles === 1 ? say`1 article` : say`${amount(articles)} articles`}`,
  tooltip: label`${name}`,
  collapsibleState: vscode.TreeItemCollapsibleState.Collapsed,
});

const quotationEntry = ({ place, outlet }: Quotation): TreeEntry => ({
  label: label`${outlet}`,
  description: label`line ${place.range.start.line + 1}`,
  collapsibleState: vscode.TreeItemCollapsibleState.None,
  command: { title: label`Open`, command: innerCommands.openPlace, arguments: [place] },
});
