import * as vscode from 'vscode';
import {
  amount,
  type ImportedFile,
  importArticles,
  importedEndings,
  type Label,
  label,
  say,
} from '../../protocol/src/index.js';
import type { Server } from './server.js';
import {
  chooseFiles,
  chooseFolder,
  createList,
  type ListItem,
  showError,
  showInformation,
  showProgress,
} from './surfaces.js';

/** Makes articles of saved pages and news items: those that the explorer names, else those that a person chooses. */
export async function showImport(server: Server, clicked: unknown, selected: unknown): Promise<void> {
  const files =
    given(clicked, selected) ?? (await chooseFiles(label`Saved pages and news items`, label`Import`, kinds()));
  if (files === undefined || files.length === 0) return;
  const target = await chooseTarget(files);
  if (target === undefined) return;
  try {
    await report(server, await importAll(server, files, target.folder, false), target.folder);
  } catch (error) {
    showError(label`Nothing was imported: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function kinds(): Record<string, string[]> {
  const words = say`Saved pages, ninjs, NewsML-G2`;
  return { [words]: [...importedEndings] };
}

/** The files of a menu of the explorer: all that are selected, where the one that was clicked is among them. */
function given(clicked: unknown, selected: unknown): vscode.Uri[] | undefined {
  if (!(clicked instanceof vscode.Uri)) return undefined;
  const all = Array.isArray(selected) ? selected.filter((uri) => uri instanceof vscode.Uri) : [];
  return all.length > 0 ? all : [clicked];
}

interface Target {
  /** `null`: beside the originals. */
  readonly folder: vscode.Uri | null;
}

type TargetItem = ListItem & { readonly target: Target | 'another' };

/** Beside the originals, a folder of the workspace or another one: the first that is within the workspace comes first. */
function chooseTarget(files: readonly vscode.Uri[]): Promise<Target | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const beside: TargetItem = { label: label`Beside the originals`, target: { folder: null } };
  const own = folders.map(
    ({ name, uri }): TargetItem => ({
      label: label`In ${name}`,
      detail: label`With a copy of each original`,
      target: { folder: uri },
    }),
  );
  const another: TargetItem = { label: label`In another folder…`, target: 'another' };
  const isInside = files.every((file) => vscode.workspace.getWorkspaceFolder(file) !== undefined);
  const list = createList<TargetItem>();
  list.title = label`Where do the articles go?`;
  list.items = isInside ? [beside, ...own, another] : [...own, beside, another];
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      const chosen = list.selectedItems[0]?.target;
      resolve(chosen === 'another' ? anotherFolder() : chosen);
      list.hide();
    });
    list.onDidHide(() => {
      list.dispose();
      resolve(undefined);
    });
    list.show();
  });
}

async function anotherFolder(): Promise<Target | undefined> {
  const folder = await chooseFolder(label`A folder for the articles`, label`Put Them Here`);
  return folder && { folder };
}

/** So many go to the server at once: a person sees how far it is, and may stop between. Chosen. */
const batch = 10;

async function importAll(
  server: Server,
  files: readonly vscode.Uri[],
  folder: vscode.Uri | null,
  overwrite: boolean,
): Promise<readonly ImportedFile[]> {
  const answers: ImportedFile[] = [];
  await showProgress(label`Importing articles`, async (progress, token) => {
    for (let at = 0; at < files.length && !token.isCancellationRequested; at += batch) {
      const some = files.slice(at, at + batch);
      const draft = { files: some.map(String), folder: folder?.toString() ?? null, overwrite };
      answers.push(...(await server.ask(importArticles, draft)));
      progress.report({
        message: label`${answers.length} of ${files.length} files`,
        increment: (100 * some.length) / files.length,
      });
    }
  });
  return answers;
}

/** Says what became of the files, and offers to open the first article, to hear of failures, to write over what was kept. */
async function report(server: Server, answers: readonly ImportedFile[], folder: vscode.Uri | null): Promise<void> {
  const articles = answers.flatMap((answer) => answer.articles);
  const failed = answers.filter((answer) => answer.failed !== null);
  const noted = answers.filter(({ note }) => note !== null);
  const kept = answers.filter((answer) => answer.articles.some(({ state }) => state === 'kept'));
  const [first] = articles.filter(({ state }) => state === 'written');
  const open = articles.length > 1 ? label`Open the First` : label`Open It`;
  const why = label`Why Not`;
  const which = label`Which Ones`;
  const anew = label`Write Them Anew`;
  const buttons = [
    ...(first ? [open] : []),
    ...(failed.length > 0 ? [why] : []),
    ...(noted.length > 0 && answers.length > 1 ? [which] : []),
    ...(kept.length > 0 ? [anew] : []),
  ];
  const words = [summary(articles, failed.length), noteWords(noted)].filter(Boolean);
  const chosen = await showInformation(label`${words.join(' ')}`, ...buttons);
  if (chosen === open && first) await vscode.window.showTextDocument(vscode.Uri.parse(first.uri, true));
  if (chosen === why) listFiles(label`Not imported`, failed);
  if (chosen === which) listFiles(label`What was saved may be only its beginning`, noted);
  if (chosen === anew) {
    const files = kept.map(({ file }) => vscode.Uri.parse(file, true));
    await report(server, await importAll(server, files, folder, true), folder);
  }
}

function summary(articles: ImportedFile['articles'], failed: number): Label {
  const counted = (state: string): number => articles.filter((article) => article.state === state).length;
  const written = counted('written');
  const same = counted('same');
  const kept = counted('kept');
  const parts = [
    written === 1 ? say`1 article imported` : say`${amount(written)} articles imported`,
    ...(same > 0 ? [say`${amount(same)} there already`] : []),
    ...(kept > 0 ? [say`${amount(kept)} imported before, changed since and left alone`] : []),
    ...(failed > 0 ? [failed === 1 ? say`1 file not imported` : say`${amount(failed)} files not imported`] : []),
  ];
  return label`${parts.join(', ')}.`;
}

/** What a person should know of what was imported; '' where there is nothing. */
function noteWords(noted: readonly ImportedFile[]): string {
  if (noted.length < 2) return noted[0]?.note ?? '';
  return say`${amount(noted.length)} pages say that their text is for subscribers; what was saved may be only its beginning.`;
}

/** Files with what is to be said of each; one that is chosen is shown. */
function listFiles(title: Label, files: readonly ImportedFile[]): void {
  const list = createList<ListItem & { readonly file: string }>();
  list.title = title;
  list.items = files.map(({ file, failed, note }) => ({
    file,
    label: label`${decodeURIComponent(file.slice(file.lastIndexOf('/') + 1))}`,
    detail: label`${failed ?? note ?? ''}`,
  }));
  list.onDidAccept(() => {
    const [chosen] = list.selectedItems;
    list.hide();
    if (chosen) void vscode.commands.executeCommand('revealInExplorer', vscode.Uri.parse(chosen.file, true));
  });
  list.onDidHide(() => list.dispose());
  list.show();
}
