import * as vscode from 'vscode';
import { label } from '../../protocol/src/index.js';
import { createList, type ListItem, showBriefly } from './surfaces.js';

interface Level extends ListItem {
  readonly reading: string;
}

/** Asks how much is to be marked, with what each level marks in the words of its setting, and sets it. */
export function chooseReading({ extension }: vscode.ExtensionContext): void {
  const { enum: levels, enumDescriptions } = extension.packageJSON.contributes.configuration.properties[
    'secondSource.reading'
  ] as { enum: string[]; enumDescriptions: string[] };
  const now = settings().get<string>('reading');
  const list = createList<Level>();
  list.title = label`How much is marked`;
  list.placeholder = label`What is not marked is still told on hover and in the panel`;
  list.items = levels.map((reading, at) => ({
    reading,
    label: label`${reading}`,
    detail: label`${enumDescriptions[at] ?? ''}`,
    ...(reading === now && { description: label`now` }),
  }));
  list.activeItems = list.items.filter(({ reading }) => reading === now);
  list.onDidAccept(() => {
    const [chosen] = list.selectedItems;
    list.hide();
    if (chosen) void set('reading', chosen.reading);
  });
  list.onDidHide(() => list.dispose());
  list.show();
}

/** Switches everything that is seen in articles off, or on again. */
export async function toggle(): Promise<void> {
  const isOn = settings().get<boolean>('enabled') !== true;
  await set('enabled', isOn);
  showBriefly(isOn ? label`Second Source is on` : label`Second Source is off`);
}

const settings = (): vscode.WorkspaceConfiguration =>
  vscode.workspace.getConfiguration('secondSource', vscode.window.activeTextEditor?.document.uri);

/** Sets it where it is set already, else for this person alone: colleagues share what the folder says. */
async function set(name: string, value: unknown): Promise<void> {
  const found = settings().inspect(name);
  const target =
    found?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : found?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await settings().update(name, value, target);
}
