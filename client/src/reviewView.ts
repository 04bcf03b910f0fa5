import * as vscode from 'vscode';
import {
  amount,
  innerCommands,
  type Label,
  label,
  type ReviewList,
  type ReviewView,
  reviews,
  reviewsChanged,
  say,
} from '../../protocol/src/index.js';
import type { Server } from './server.js';
import type { TreeEntry } from './surfaces.js';
import { Tree } from './tree.js';

/** Reviews of one kind under a heading. */
interface Group {
  readonly id: string;
  readonly name: Label;
  readonly icon: string;
  readonly reviews: readonly ReviewView[];
}

type Node = Group | ReviewView;

const isGroup = (node: Node): node is Group => 'reviews' in node;

/** The view *Review*: what was dismissed, checked and noted in this workspace, and what lost its place. */
export class ReviewTree extends Tree<Node> {
  constructor(private readonly server: Server) {
    super('secondSource.review');
    this.hear(server.on(reviewsChanged, () => this.refresh()));
  }

  protected async childrenOf(node?: Node): Promise<Node[]> {
    if (node !== undefined) return isGroup(node) ? [...node.reviews] : [];
    const list = await this.server.ask(reviews, null).catch(() => null);
    if (list === null) return []; // the server is not there yet; it tells when it is
    this.tell(list);
    return groupsOf(list);
  }

  getTreeItem(node: Node): TreeEntry {
    return isGroup(node) ? groupEntry(node) : reviewEntry(node);
  }

  /** How many lost their place, and how much was accepted. */
  private tell({ reviews, accepted }: ReviewList): void {
    const orphaned = reviews.filter(({ isOrphaned }) => isOrphaned).length;
    this.view.badge = orphaned === 0 ? undefined : { value: orphaned, tooltip: label`${orphaned} orphaned` };
    this.view.message = accepted === 0 ? undefined : label`${amount(accepted)} findings accepted as baseline`;
  }
}

function groupsOf({ reviews }: ReviewList): Group[] {
  const placed = (...kinds: ReviewView['kind'][]): ReviewView[] =>
    reviews.filter((one) => !one.isOrphaned && kinds.includes(one.kind));
  return [
    { id: 'orphaned', name: label`Orphaned`, icon: 'question', reviews: reviews.filter((one) => one.isOrphaned) },
    { id: 'dismissed', name: label`Dismissed`, icon: 'circle-slash', reviews: placed('dismissed') },
    { id: 'checked', name: label`Checked`, icon: 'check', reviews: placed('checked') },
    { id: 'note', name: label`Notes`, icon: 'note', reviews: placed('note') },
    { id: 'incidents', name: label`Incidents`, icon: 'combine', reviews: placed('merged', 'moved') },
  ].filter((group) => group.reviews.length > 0);
}

const groupEntry = ({ id, name, icon, reviews }: Group): TreeEntry => ({
  id,
  label: name,
  description: label`${reviews.length}`,
  iconPath: new vscode.ThemeIcon(icon),
  collapsibleState: vscode.TreeItemCollapsibleState.Expanded,
});

function reviewEntry(review: ReviewView): TreeEntry {
  const { folder, id, text, words, by, file, rule, why, place, isOrphaned } = review;
  return {
    id: `${folder} ${id}`,
    label: label`${text}`,
    description: label`${file} · ${by}`,
    tooltip: label`${rule === null ? '' : `${rule}: `}“${words}”${isOrphaned ? ` · ${say`orphaned`}: ${why}` : ''}`,
    accessibilityInformation: { label: label`${text}, ${by}, ${file}${isOrphaned ? `, ${say`orphaned`}` : ''}` },
    contextValue: 'review',
    collapsibleState: vscode.TreeItemCollapsibleState.None,
    // an orphan opens its own file, where its words can be read
    command: {
      title: label`Open`,
      command: innerCommands.openPlace,
      arguments: [
        place ?? {
          uri: `${folder.replace(/\/$/, '')}/.secondsource/reviews/${encodeURIComponent(id)}.json`,
          range: start,
        },
      ],
    },
  };
}

const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
