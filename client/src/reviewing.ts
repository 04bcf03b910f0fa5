import * as vscode from 'vscode';
import {
  acceptBaseline,
  addReview,
  amount,
  type Label,
  label,
  type ReviewDraft,
  type ReviewKindName,
  type ReviewName,
  removeReview,
  said,
  say,
  undoReview,
  usualReasons,
} from '../../protocol/src/index.js';
import type { Server } from './server.js';
import {
  askWords,
  createList,
  type ListItem,
  showBriefly,
  showError,
  showInformation,
  showProgress,
} from './surfaces.js';

/** What a person is asked for each kind of review, and the usual answers. */
const questions = (): Readonly<
  Record<ReviewKindName, { readonly asks: Label; readonly usual: readonly string[] }>
> => ({
  dismissed: { asks: label`Why is it no question? Choose, or write your own reason`, usual: usualReasons.dismissed },
  checked: { asks: label`How was it checked? Choose, or write it down`, usual: usualReasons.checked },
  note: { asks: label`What should whoever reads this next know?`, usual: [] },
});

/** Asks a person what they say of a finding, and has it kept. Nothing is kept where a question is left open. */
export async function review(server: Server, { uri, kind, words, about }: ReviewDraft): Promise<void> {
  const { asks, usual } = questions()[kind];
  const text = await chooseOrWrite(label`“${words}”`, asks, usual);
  if (text === undefined || text.trim() === '') return;
  const creator = await reviewer();
  if (creator === undefined) return;
  await telling(server.ask(addReview, { uri, kind, about, text, creator }));
  showBriefly(label`Second Source: kept in .secondsource; “Undo Review” takes it back`);
}

export async function takeBack(server: Server, { folder, id }: ReviewName): Promise<void> {
  await telling(server.ask(removeReview, { folder, id }));
  showBriefly(label`Second Source: taken back; “Undo Review” brings it again`);
}

export async function undo(server: Server): Promise<void> {
  const { undone } = await telling(server.ask(undoReview, null));
  showBriefly(
    undone === null
      ? label`Second Source: there is nothing to undo since the server started`
      : label`Second Source: undone: ${undone}`,
  );
}

/**
 * Accepts all that is found in the folder of the article in front, or in all folders. `isComparing`: more may be found
 * in a while, which is not accepted.
 */
export async function accept(server: Server, isComparing: boolean): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri ?? null;
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  const { accepted, removed } = await telling(
    showProgress(label`Accepting what is found in all articles`, (_, token) =>
      server.ask(acceptBaseline, { uri: folder && uri ? uri.toString() : null }, token),
    ),
  );
  const added = accepted === 1 ? say`1 finding` : say`${amount(accepted)} findings`;
  const findings = removed === 0 ? added : say`${added} (${amount(removed)} that match nothing any more taken out)`;
  if (isComparing)
    void showInformation(
      label`${findings} added to the baseline. Claims are still being compared: accept once more when that is done (the language status says so).`,
    );
  else showBriefly(label`Second Source: ${findings} added to the baseline; “Undo Review” takes it back`);
}

/** A failure is said where the person looks, and once. */
export async function telling<T>(work: PromiseLike<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    showError(label`It could not be kept: ${error instanceof Error ? error.message : String(error)}`);
    throw new vscode.CancellationError(); // VS Code says nothing more of it
  }
}

/** The person's name: from the setting, else asked once; `undefined` where they left the question open. */
export async function reviewer(): Promise<string | undefined> {
  const settings = vscode.workspace.getConfiguration('secondSource');
  const known = settings.get<string>('reviewer', '').trim();
  if (known !== '') return known;
  const name = await askWords(
    label`Your name`,
    label`As colleagues should see it beside your reviews; kept in the setting secondSource.reviewer`,
  );
  if (name === undefined || name.trim() === '') return name;
  await settings.update('reviewer', name.trim(), vscode.ConfigurationTarget.Global);
  return name.trim();
}

/** One of some usual answers, or whatever is typed. */
function chooseOrWrite(title: Label, asks: Label, usual: readonly string[]): Promise<string | undefined> {
  if (usual.length === 0) return Promise.resolve(askWords(title, asks));
  const picker = createList<ListItem>();
  picker.title = title;
  picker.placeholder = asks;
  const items = usual.map((words): ListItem => ({ label: label`${said(words)}` }));
  picker.items = items;
  picker.onDidChangeValue((typed) => {
    picker.items = typed.trim() === '' ? items : [{ label: label`${typed}`, alwaysShow: true }, ...items];
  });
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const [chosen] = picker.activeItems;
      resolve(chosen === undefined || chosen.alwaysShow ? picker.value : chosen.label);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
