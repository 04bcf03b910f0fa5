import picomatch from 'picomatch';
import { URI } from 'vscode-uri';
import { defaultSettings, type Parsed, parseSettings, type Settings } from '../settings/settings.js';
import type { Files } from './files.js';

/** One name for one file, whatever way an editor encodes its URI. */
export const keyOf = (uri: string): string => URI.parse(uri).toString();

interface Folder {
  readonly uri: string;
  readonly settings: Settings;
  readonly included: (path: string) => boolean;
  readonly excluded: (path: string) => boolean;
}

/** Asks the editor for `secondSource` of a folder, or, with `undefined`, of no folder. */
export type AskSettings = (folder: string | undefined) => Promise<unknown>;

/** The workspace folders and what the settings of each say; the settings of no folder rule everything else. */
export class Folders {
  private uris: string[] = [];
  private folders: readonly Folder[] = [];
  private outside: Settings = defaultSettings;

  constructor(private readonly ask: AskSettings) {}

  /** Sets the folders; `refresh` makes them count. */
  set(uris: readonly string[]): void {
    this.uris = [...new Set(uris.map(keyOf))].sort((a, b) => b.length - a.length);
  }

  change(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(keyOf));
    this.set([...this.uris.filter((uri) => !gone.has(uri)), ...added]);
  }

  /** Asks for all settings anew. Returns what is wrong with them, a sentence each. */
  async refresh(): Promise<string[]> {
    const uris = this.uris;
    const parsed: Parsed[] = [];
    for (const uri of [undefined, ...uris]) parsed.push(parseSettings(await this.ask(uri)));
    this.outside = parsed[0]?.settings ?? defaultSettings;
    this.folders = uris.map((uri, i) => toFolder(uri, parsed[i + 1]?.settings ?? defaultSettings));
    return [...new Set(parsed.flatMap(({ problems }) => problems))];
  }

  /** The settings of the innermost folder that holds the file. */
  settings(file: string): Settings {
    return this.folderOf(file)?.settings ?? this.outside;
  }

  /** Settings that cannot differ between folders. */
  get common(): Settings {
    return this.outside;
  }

  /** Changes with the folders and with everything their settings say. */
  get signature(): string {
    return JSON.stringify([this.folders.map(({ uri, settings }) => [uri, settings]), this.outside]);
  }

  /** Whether the index should hold a file that is not open. */
  holds(file: string): boolean {
    const folder = this.folderOf(file);
    return folder?.included(relative(folder, file)) === true && !this.excludes(file);
  }

  /** Whether a setting says to leave the file alone, open or not. */
  excludes(file: string): boolean {
    const folder = this.folderOf(file);
    return folder?.excluded(relative(folder, file)) === true;
  }

  /** Why a setting leaves an open file alone, or `null`. A file outside all folders is read wherever it is open. */
  whyNot(file: string): string | null {
    if (this.excludes(file)) return 'The setting secondSource.exclude leaves this file out.';
    if (this.folderOf(file) !== undefined && !this.holds(file))
      return 'No pattern of the setting secondSource.include names this file.';
    return null;
  }

  /** The workspace folders, inner ones before those they lie in. */
  get all(): readonly string[] {
    return this.folders.map(({ uri }) => uri);
  }

  /** Every article file of a workspace folder, in order, but those of another folder inside it. */
  async list(folder: string, files: Files, signal: AbortSignal): Promise<string[]> {
    const found = await files.list(folder, this.settings(folder), signal);
    return found.filter((file) => this.folderOf(file)?.uri === folder && this.holds(file));
  }

  /** Article files under one subfolder, for a folder that has just appeared. */
  async listUnder(subfolder: string, files: Files, signal: AbortSignal): Promise<string[]> {
    const found = await files.list(subfolder, { include: ['**'], exclude: [] }, signal);
    return found.filter((file) => this.holds(file));
  }

  private folderOf(file: string): Folder | undefined {
    return this.folders.find(({ uri }) => file.startsWith(`${uri}/`) || file === uri);
  }
}

function toFolder(uri: string, settings: Settings): Folder {
  const matcher = (globs: readonly string[]): ((path: string) => boolean) =>
    globs.length === 0 ? () => false : picomatch([...globs], { nocase: true });
  return { uri, settings, included: matcher(settings.include), excluded: matcher(settings.exclude) };
}

const relative = (folder: Folder, file: string): string => decodeURIComponent(file.slice(folder.uri.length + 1));
