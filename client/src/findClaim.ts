import * as vscode from 'vscode';
import { type FoundClaim, findClaim, foundHeadings, type Label, label, said, say } from '../../protocol/src/index.js';
import { toRange } from './openBeside.js';
import type { Server } from './server.js';
import { createList, type ListItem } from './surfaces.js';

interface Item extends ListItem {
  /** `null` for a heading. */
  readonly found: FoundClaim | null;
}

/** Milliseconds that typing must pause before the claim is looked for. */
const pause = 200;

/** Asks for a claim, beginning with what is selected, and lists where it is asserted while one types. */
export function showFindClaim(server: Server): void {
  const picker = createList<Item>();
  picker.title = label`Find a Claim`;
  picker.placeholder = label`A sentence, as it may stand in an article; what may contradict it comes first`;
  let timer: NodeJS.Timeout | undefined;
  let search = new vscode.CancellationTokenSource();
  const look = (text: string): void => {
    search.cancel();
    search = new vscode.CancellationTokenSource();
    const { token } = search;
    picker.busy = text.trim() !== '';
    const found = picker.busy ? server.ask(findClaim, { text }, token) : Promise.resolve([]);
    found.then(
      (claims) => {
        if (token.isCancellationRequested) return;
        picker.busy = false;
        picker.items = claims.length === 0 && text.trim() !== '' ? [nothing()] : toItems(claims);
      },
      (error: unknown) => {
        if (!token.isCancellationRequested) server.log(`Find a Claim: ${String(error)}`);
      },
    );
  };
  picker.onDidChangeValue((text) => {
    clearTimeout(timer);
    timer = setTimeout(() => look(text), pause);
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
  look(picker.value);
}

/** What may contradict the claim under a heading, and then the rest under another; without contradictions, no headings. */
function toItems(claims: readonly FoundClaim[]): Item[] {
  const against = claims.filter(({ isAgainst }) => isAgainst).map(toItem);
  const rest = claims.filter(({ isAgainst }) => !isAgainst).map(toItem);
  if (against.length === 0) return rest;
  const under = (words: string, items: Item[]): Item[] =>
    items.length > 0 ? [heading(label`${said(words)}`), ...items] : [];
  return [...under(foundHeadings.against, against), ...under(foundHeadings.rest, rest)];
}

const heading = (words: Label): Item => ({ kind: vscode.QuickPickItemKind.Separator, label: words, found: null });

/** Instead of an empty box. */
const nothing = (): Item => ({
  label: label`Nothing found`,
  detail: label`No sentence of the workspace is worded enough like this claim: try its names and what happened.`,
  alwaysShow: true,
  found: null,
});

/** The ranking is the server's: the editor must not filter by the letters typed. */
const toItem = (found: FoundClaim): Item => ({
  label: found.sentence,
  detail: label`${found.outlet} · ${found.date ?? say`undated`} · ${found.file}`,
  alwaysShow: true,
  found,
});

const open = ({ place }: FoundClaim): Thenable<vscode.TextEditor> =>
  vscode.window.showTextDocument(vscode.Uri.parse(place.uri, true), { selection: toRange(place) });
