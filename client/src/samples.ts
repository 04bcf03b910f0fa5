import * as vscode from 'vscode';
import { label, walkthrough } from '../../protocol/src/index.js';
import { chooseFolder, showError, showInformation } from './surfaces.js';

/** Where the address of the sample newsroom is kept while its window opens. */
const opening = 'secondSource.openingSamples';

/** The article that most others lean on. The manifest names it too: a window with it starts the extension. */
const firstArticle = 'northwire-sarvino-market.txt';

/** The sample newsroom, copied to where a person says, in a window of its own. */
export async function openSamples(context: vscode.ExtensionContext): Promise<void> {
  const chosen = await chooseFolder(label`A folder for the sample newsroom`, label`Put It Here`);
  if (chosen === undefined) return;
  try {
    const folder = await copySamples(vscode.Uri.joinPath(context.extensionUri, 'samples'), chosen);
    if (folder.path !== chosen.path) {
      const name = folder.path.slice(folder.path.lastIndexOf('/') + 1);
      const open = label`Open It`;
      const words = label`The folder is not empty, and nothing in it was changed. The sample newsroom is in a new folder in it: ${name}.`;
      if ((await showInformation(words, open)) !== open) return;
    }
    await context.globalState.update(opening, folder.toString());
    const isOccupied = vscode.workspace.workspaceFolders !== undefined;
    await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: isOccupied });
  } catch (error) {
    showError(
      label`The sample newsroom could not be copied: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Copies the samples into the chosen folder where it is empty, else into a new one in it, and says which. */
export async function copySamples(samples: vscode.Uri, chosen: vscode.Uri): Promise<vscode.Uri> {
  const { fs } = vscode.workspace;
  const taken = new Set((await fs.readDirectory(chosen)).map(([name]) => name));
  const target = taken.size === 0 ? chosen : vscode.Uri.joinPath(chosen, freeName(taken));
  await fs.createDirectory(target);
  for (const [name] of await fs.readDirectory(samples))
    await fs.copy(vscode.Uri.joinPath(samples, name), vscode.Uri.joinPath(target, name), { overwrite: false });
  return target;
}

function freeName(taken: ReadonlySet<string>): string {
  const name = 'sample-newsroom';
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}

/** In the window that `openSamples` opened: the first article, and beside it the walkthrough where it was left. */
export async function welcomeToSamples({ globalState }: vscode.ExtensionContext): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined || folder.uri.toString() !== globalState.get<string>(opening)) return;
  await globalState.update(opening, undefined);
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, firstArticle), { preview: false });
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, true);
}
