import picomatch from 'picomatch';
import { URI } from 'vscode-uri';
import { defaultSettings, type Parsed, parseSettings, type Settings, whatIsRead } from '../settings/settings.js';
import { type Files, messageOf } from './files.js';

/** One name for one file, whatever way an editor encodes its URI. */
export function keyOf(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri; // half of a surrogate pair cannot be encoded: such a name is its own
  }
}

interface Folder {
  readonly uri: string;
  /** What the URIs of everything in it begin with. */
  readonly prefix: string;
  readonly settings: Settings;
  readonly included: (path: string) => boolean;
  readonly excluded: (path: string) => boolean;
}

/** The article files of a folder, in order, and what a person should know about those left out, a sentence each. */
export interface ArticleFiles {
  readonly files: readonly string[];
  readonly notices: readonly string[];
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
    this.uris = [...new Set(uris.map(folderKey))].sort((a, b) => b.length - a.length);
  }

  change(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(folderKey));
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

  /** Changes with the folders and with everything their settings say of what is read. */
  get signature(): string {
    return JSON.stringify([
      this.folders.map(({ uri, settings }) => [uri, whatIsRead(settings)]),
      whatIsRead(this.outside),
    ]);
  }

  /** Whether the index should hold a file that is not open. */
  holds(file: string): boolean {
    const folder = this.folderOf(file);
    return folder?.included(pathUnder(folder.prefix, file)) === true && !this.excludes(file);
  }

  /** Whether a setting says to leave the file alone, open or not. */
  excludes(file: string): boolean {
    const folder = this.folderOf(file);
    return folder?.excluded(pathUnder(folder.prefix, file)) === true;
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

  /** The article files of a workspace folder but those of another folder inside it. Rejects when `signal` aborts. */
  async list(folder: string, files: Files, signal: AbortSignal): Promise<ArticleFiles> {
    const settings = this.settings(folder);
    try {
      const { files: found, unread } = await files.list(folder, settings, signal);
      const all = found.filter((file) => this.folderOf(file)?.uri === folder && this.holds(file));
      const notices = [...unread].map(([uri, reason]) => unreadFolder(uri, reason));
      const limit = settings.limits.files;
      if (all.length > limit)
        notices.push(
          `Only the first ${limit} of ${all.length} files in ${shown(folder)} are read: raise secondSource.limits.files, or leave folders out with secondSource.exclude.`,
        );
      return { files: all.slice(0, limit), notices };
    } catch (error) {
      signal.throwIfAborted();
      return { files: [], notices: [unreadFolder(folder, messageOf(error))] };
    }
  }

  /** Article files under one subfolder, for a folder that has just appeared. */
  async listUnder(subfolder: string, files: Files, signal: AbortSignal): Promise<string[]> {
    const found = await files.list(subfolder, { include: ['**'], exclude: [] }, signal);
    return found.files.filter((file) => this.holds(file));
  }

  /** The workspace folder that holds a file, the innermost; `null` for a file outside of all. */
  holderOf(file: string): string | null {
    return this.folderOf(file)?.uri ?? null;
  }

  /** The path of a file in its workspace folder, with slashes. */
  pathIn(file: string): string {
    const folder = this.folderOf(file);
    return folder === undefined ? file : pathUnder(folder.prefix, file);
  }

  private folderOf(file: string): Folder | undefined {
    return this.folders.find(({ uri, prefix }) => file.startsWith(prefix) || file === uri);
  }
}

function toFolder(uri: string, settings: Settings): Folder {
  const matcher = (globs: readonly string[]): ((path: string) => boolean) =>
    globs.length === 0 ? () => false : picomatch([...globs], { nocase: true });
  const prefix = uri.endsWith('/') ? uri : `${uri}/`;
  return { uri, prefix, settings, included: matcher(settings.include), excluded: matcher(settings.exclude) };
}

/** A file or folder as people name it. */
export const shown = (uri: string): string => (uri.startsWith('file:') ? URI.parse(uri).fsPath : uri);

const unreadFolder = (uri: string, reason: string): string => `The folder ${shown(uri)} could not be read: ${reason}`;

/** Some editors end the URI of a folder with a slash; that of a root, `file:///` or `file:///c%3A/`, needs it. */
const folderKey = (uri: string): string => keyOf(uri).replace(/(?<!\/|%3A)\/$/i, '');

/** The file with a path under a folder, whose URI ends in a slash. */
export const fileUnder = (prefix: string, path: string): string =>
  keyOf(prefix + path.split('/').map(encoded).join('/'));

function encoded(name: string): string {
  try {
    return encodeURIComponent(name);
  } catch {
    return name; // half of a surrogate pair
  }
}

/** The path of a file under a folder, whose URI ends in a slash. */
export function pathUnder(prefix: string, file: string): string {
  const path = file.slice(prefix.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // not encoded UTF-8, so it stands for itself
  }
}
