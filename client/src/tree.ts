import * as vscode from 'vscode';
import { createTree, type TreeEntry } from './surfaces.js';

/** A view of the activity bar: asked anew when it comes into sight, and when whoever makes it says so. */
export abstract class Tree<Node> implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly moved = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.moved.event;
  protected readonly view: ReturnType<typeof createTree<Node>>;
  private readonly listeners: vscode.Disposable[];

  constructor(private readonly id: string) {
    this.view = createTree(id, this);
    const inSight = this.view.onDidChangeVisibility(({ visible }) => visible && this.refresh());
    this.listeners = [inSight, this.view, this.moved];
  }

  async getChildren(node?: Node): Promise<Node[]> {
    const children = await this.childrenOf(node);
    // the words of an empty view say what there is not: nobody knows while it is still asked for
    if (node === undefined) void vscode.commands.executeCommand('setContext', `${this.id}.isTold`, true);
    return children;
  }

  protected abstract childrenOf(node?: Node): Promise<Node[]>;
  abstract getTreeItem(node: Node): TreeEntry;

  protected refresh(): void {
    this.moved.fire();
  }

  /** Listens as long as the view lives. */
  protected hear(...listeners: vscode.Disposable[]): void {
    this.listeners.push(...listeners);
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
  }
}
