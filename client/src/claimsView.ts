import * as vscode from 'vscode';
import {
  type ClaimView,
  type Corroboration,
  corroboration,
  innerCommands,
  label,
  type MentionView,
  type Place,
  referencesChanged,
  say,
  type VerdictName,
} from '../../protocol/src/index.js';
import { type Server, selector } from './server.js';
import type { TreeEntry } from './surfaces.js';
import { Tree } from './tree.js';

/** Claims of one verdict under a heading. */
interface Group {
  readonly verdict: VerdictName;
  readonly words: string;
  readonly claims: readonly ClaimView[];
}

type Node = Group | ClaimView | MentionView;

const isGroup = (node: Node): node is Group => 'claims' in node;
const isClaim = (node: Node): node is ClaimView => 'origins' in node;

/** The view *Claims*: what the article in front shares with others, by verdict. */
export class ClaimsTree extends Tree<Node> {
  private uri: string | null;

  constructor(private readonly server: Server) {
    super('secondSource.claims');
    this.uri = articleOf(vscode.window.activeTextEditor);
    this.hear(
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      server.on(referencesChanged, ({ uris }) => this.uri !== null && uris.includes(this.uri) && this.refresh()),
    );
  }

  protected async childrenOf(node?: Node): Promise<Node[]> {
    if (node !== undefined) return isGroup(node) ? [...node.claims] : isClaim(node) ? [...node.mentions] : [];
    const found = this.uri === null ? null : await this.server.ask(corroboration, { uri: this.uri }).catch(() => null);
    const contested = found?.claims.filter(({ verdict }) => verdict === 'contested').length ?? 0;
    this.view.badge = contested === 0 ? undefined : { value: contested, tooltip: label`${contested} contested` };
    const mayHoldMore = found !== null && found.archive !== '';
    void vscode.commands.executeCommand('setContext', 'secondSource.archiveMayHoldMore', mayHoldMore);
    this.view.description = found === null ? '' : label`${found.title}`;
    return found === null ? [] : groupsOf(found);
  }

  getTreeItem(node: Node): TreeEntry {
    return isGroup(node) ? groupEntry(node) : isClaim(node) ? claimEntry(node) : mentionEntry(node);
  }

  /** The list stays when the editor goes or shows what is no article. */
  private follow(editor: vscode.TextEditor | undefined): void {
    const uri = articleOf(editor);
    if (uri === null || uri === this.uri) return;
    this.uri = uri;
    this.refresh();
  }
}

const articleOf = (editor: vscode.TextEditor | undefined): string | null =>
  editor === undefined || vscode.languages.match(selector, editor.document) === 0
    ? null
    : editor.document.uri.toString();

/** In the order of the claims: what needs attention first; those of which an archive may know more by themselves. */
function groupsOf({ claims }: Corroboration): Group[] {
  const groups = new Map<string, ClaimView[]>();
  for (const claim of claims) groups.set(claim.verdictWords, [...(groups.get(claim.verdictWords) ?? []), claim]);
  return [...groups].map(([words, own]) => ({ verdict: own[0]!.verdict, words, claims: own }));
}

const icons: Readonly<Record<VerdictName, string>> = {
  contested: 'warning',
  unsourced: 'question',
  repeated: 'copy',
  'single-origin': 'circle-outline',
  corroborated: 'check-all',
};

const groupEntry = ({ verdict, words, claims }: Group): TreeEntry => ({
  id: words,
  label: label`${words}`,
  description: label`${claims.length}`,
  iconPath: new vscode.ThemeIcon(icons[verdict]),
  collapsibleState: vscode.TreeItemCollapsibleState.Expanded,
});

const claimEntry = ({ id, here: [sentence], count }: ClaimView): TreeEntry => ({
  id,
  label: label`${sentence!.text}`,
  description: label`${count}`,
  tooltip: label`${sentence!.text}`,
  collapsibleState: vscode.TreeItemCollapsibleState.Collapsed,
  command: open(sentence!.place),
});

function mentionEntry({ outlet, date, relationWords, passage, place }: MentionView): TreeEntry {
  const words = passage.pieces.map(({ text }) => text).join('');
  return {
    label: label`${outlet} · ${date ?? say`undated`}`,
    description: label`${relationWords}`,
    tooltip: label`${words}`,
    collapsibleState: vscode.TreeItemCollapsibleState.None,
    command: open(place),
  };
}

const open = (place: Place): vscode.Command => ({
  title: label`Open`,
  command: innerCommands.openPlace,
  arguments: [place],
});
