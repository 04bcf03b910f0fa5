import * as vscode from 'vscode';
import {
  type FoundClaim,
  type FoundClaims,
  findClaim,
  foundHeadings,
  type Label,
  label,
  said,
  say,
} from '../../protocol/src/index.js';
import { toRange } from './openBeside.js';
import type { Server } from './server.js';
import { createList, type ListItem } from './surfaces.js';

interface Item extends ListItem {
  /** `null` for a heading. */
  readonly found: FoundClaim | null;
}

/** Milliseconds that typing must pause before the claim is looked for, and before the archive is asked, besides. */
const pause = 200;
const pauseForArchive = 800;

/**
 * Asks for a claim, beginning with what is selected, and lists where it is asserted while one types: in the folders, and
 * in the archive once typing rests.
 */
export function showFindClaim(server: Server): void {
  const picker = createList<Item>();
  picker.title = label`Find a Claim`;
  picker.placeholder = label`A sentence, as it may stand in an article; what may contradict it comes first`;
  let timer: NodeJS.Timeout | undefined;
  let search = new vscode.CancellationTokenSource();
  const show = async (text: string, archive: boolean, token: vscode.CancellationToken): Promise<void> => {
    const found = await server.ask(findClaim, { text, archive }, token);
    if (token.isCancellationRequested) return;
    picker.items = toItems(found);
    const isPending = !archive && found.archive !== null;
    picker.busy = isPending;
    if (isPending) timer = setTimeout(() => look(text, true, token), pauseForArchive);
  };
  const look = (text: string, archive: boolean, token: vscode.CancellationToken): void => {
    show(text, archive, token).catch((error: unknown) => {
      if (!token.isCancellationRequested) server.log(`Find a Claim: ${String(error)}`);
    });
  };
  const begin = (text: string): void => {
    search.cancel();
    search = new vscode.CancellationTokenSource();
    picker.busy = text.trim() !== '';
    if (picker.busy) look(text, false, search.token);
    else picker.items = [];
  };
  picker.onDidChangeValue((text) => {
    clearTimeout(timer);
    timer = setTimeout(() => begin(text), pause);
  });
  picker.onDidAccept(() => {
    const [chosen] = picker.selectedItems;
    picker.hide();
    if (chosen?.found) void open(chosen.found);
  });
  picker.onDidHide(() => {
    clearTimeout(timer);
    search.cancel();
    picker.dispose();
  });
  const editor = vscode.window.activeTextEditor;
  picker.value = editor ? editor.document.getText(editor.selection).replace(/\s+/g, ' ').trim().slice(0, 500) : '';
  picker.show();
  begin(picker.value);
}

/** What may contradict the claim under a heading, and then the rest under another; without contradictions, no headings. */
function toItems({ claims, archive }: FoundClaims): Item[] {
  const against = claims.filter(({ isAgainst }) => isAgainst).map(toItem);
  const rest = claims.filter(({ isAgainst }) => !isAgainst).map(toItem);
  const under = (words: string, items: Item[]): Item[] =>
    items.length > 0 ? [heading(label`${said(words)}`), ...items] : [];
  const listed =
    against.length === 0 ? rest : [...under(foundHeadings.against, against), ...under(foundHeadings.rest, rest)];
  if (archive === null) return listed.length > 0 ? listed : [nothing(label`Nothing found`)];
  return [...(listed.length > 0 ? listed : [nothing(label`Nothing found so far`)]), note(archive)];
}

const heading = (words: Label): Item => ({ kind: vscode.QuickPickItemKind.Separator, label: words, found: null });

/** Instead of an empty box. */
const nothing = (words: Label): Item => ({
  label: words,
  detail: label`No sentence is worded enough like this claim: try its names and what happened.`,
  alwaysShow: true,
  found: null,
});

/** What is to be known of the archive: the list may not be all. */
const note = (words: Label): Item => ({ label: words, alwaysShow: true, found: null });

/** The ranking is the server's: the editor must not filter by the letters typed. */
const toItem = (found: FoundClaim): Item => ({
  label: found.sentence,
  detail: label`${found.outlet} · ${found.date ?? say`undated`} · ${found.isArchived ? label`in the archive` : found.file}`,
  alwaysShow: true,
  found,
});

const open = ({ place }: FoundClaim): Thenable<vscode.TextEditor> =>
  vscode.window.showTextDocument(vscode.Uri.parse(place.uri, true), { selection: toRange(place) });
