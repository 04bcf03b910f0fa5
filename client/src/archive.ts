import * as vscode from 'vscode';
import {
  type ArchiveSecret,
  archivedText,
  archiveScheme,
  label,
  type Place,
  signInToArchive,
} from '../../protocol/src/index.js';
import { openPlace } from './openBeside.js';
import type { Server } from './server.js';
import { askSecret, askWords, chooseFrom, type ListItem, showBriefly, showInformation } from './surfaces.js';

/** How a person is known to an archive. */
interface Way extends ListItem {
  readonly ask: () => Promise<ArchiveSecret | undefined>;
}

/**
 * The newsroom's archive as a person sees it: who they are there, kept by VS Code among its secrets for the address that
 * is set and no other, and its articles, which are opened to be read and cannot be changed.
 */
export class ArchiveAccess implements vscode.Disposable {
  private readonly listeners: vscode.Disposable[];
  /** Resolves when the server has taken it in. */
  private told: Promise<void> | null = null;

  constructor(
    private readonly secrets: vscode.SecretStorage,
    private readonly server: Server,
  ) {
    this.listeners = [
      vscode.workspace.registerTextDocumentContentProvider(archiveScheme, {
        provideTextDocumentContent: async (uri) => {
          await (this.told ?? this.tell()); // VS Code may open again what was open when it was closed
          const text = await server.ask(archivedText, { uri: uri.toString() });
          return text ?? label`The archive does not give this article out, or does not answer.`;
        },
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('secondSource.archive.url')) void this.tell();
      }),
      secrets.onDidChange(({ key }) => {
        if (key === keyOf(address())) void this.tell(); // another window
      }),
    ];
  }

  /** Tells the server, which asks no archive before, who the person is there. */
  tell(): Promise<void> {
    this.told = this.tellNow();
    return this.told;
  }

  private async tellNow(): Promise<void> {
    const url = address();
    if (url === '') return;
    const kept = await this.secrets.get(keyOf(url));
    const secret = kept === undefined ? null : (JSON.parse(kept) as ArchiveSecret);
    await this.server.askUntraced(signInToArchive, { url, secret });
  }

  async signIn(): Promise<void> {
    const url = address();
    if (url === '') return sayNoAddress();
    const chosen = await chooseFrom<Way>(label`Sign in to ${url}`, label`How are you known there?`, [
      { label: label`Name and password`, ask: askName },
      { label: label`API key`, ask: askKey },
    ]);
    const secret = await chosen?.ask();
    if (secret === undefined) return;
    await this.secrets.store(keyOf(url), JSON.stringify(secret));
    showBriefly(label`Second Source: kept among the secrets of VS Code; “Sign Out of the Archive” forgets it`);
  }

  async signOut(): Promise<void> {
    const url = address();
    if (url === '') return sayNoAddress();
    await this.secrets.delete(keyOf(url));
    showBriefly(label`Second Source: signed out of ${url}`);
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
  }
}

/** As the server reads it; '' where no archive is set. */
const address = (): string => vscode.workspace.getConfiguration('secondSource').get('archive.url', '').trim();

const keyOf = (url: string): string => `archive ${url}`;

async function askName(): Promise<ArchiveSecret | undefined> {
  const user = await askWords(label`Your name at the archive`, label`As whoever runs the archive gave it to you`);
  if (user === undefined || user === '') return undefined;
  const password = await askSecret(label`Your password at the archive`, label`Kept among the secrets of VS Code`);
  return password === undefined ? undefined : { user, password };
}

async function askKey(): Promise<ArchiveSecret | undefined> {
  const apiKey = await askSecret(
    label`Your API key`,
    label`As the archive gave it out; kept among the secrets of VS Code`,
  );
  return apiKey === undefined || apiKey.trim() === '' ? undefined : { apiKey: apiKey.trim() };
}

async function sayNoAddress(): Promise<void> {
  const open = label`Open Settings`;
  const chosen = await showInformation(label`No archive is set: its address goes into secondSource.archive.url.`, open);
  if (chosen === open) void vscode.commands.executeCommand('workbench.action.openSettings', 'secondSource.archive');
}

/** From a link of a hover: shows a line of an article of the archive, and opens nothing else. */
export async function openArchived(uri: unknown, line: unknown): Promise<void> {
  if (typeof uri !== 'string' || !uri.startsWith(`${archiveScheme}:`) || typeof line !== 'number') return;
  const at = { line, character: 0 };
  const place: Place = { uri, range: { start: at, end: at } };
  await openPlace(place);
}
