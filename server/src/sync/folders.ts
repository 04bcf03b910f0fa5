import picomatch from 'picomatch';
import type { Corrections } from '../core/article/corrections.js';
import type { Damage } from '../settings/damage.js';
import { emptyProject, type Project, withProject } from '../settings/project.js';
import { edited, type ProjectEdit } from '../settings/projectEdit.js';
import { defaultSettings, type Parsed, parseSettings, type Settings, whatIsRead } from '../settings/settings.js';
import { type Files, messageOf } from './files.js';
import { mostSteps, ProjectFile } from './projectFile.js';
import { fileUnder, folderKey, pathUnder, prefixOf, shown } from './uris.js';

interface Folder {
  readonly uri: string;
  /** What the URIs of everything in it begin with. */
  readonly prefix: string;
  readonly settings: Settings;
  readonly included: (path: string) => boolean;
  readonly excluded: (path: string) => boolean;
  /** What its project file says of articles, by URI. */
  readonly corrections: ReadonlyMap<string, Corrections>;
}

/** The article files of a folder, in order, and what a person should know about those left out, a sentence each. */
export interface ArticleFiles {
  readonly files: readonly string[];
  readonly notices: readonly string[];
}

/** Asks the editor for `secondSource` of a folder, or, with `undefined`, of no folder. */
export type AskSettings = (folder: string | undefined) => Promise<unknown>;

/** Most milliseconds that a start waits for the project files of all folders. Chosen: a disk rarely takes a tenth. */
const patience = 2000;

/**
 * The workspace folders and what the settings and the project file of each say; the settings of no folder rule everything
 * else. The project file wins over the editor: its articles are then marked alike for all who share it, and in CI.
 */
export class Folders {
  private uris: string[] = [];
  private folders: readonly Folder[] = [];
  private outside: Settings = defaultSettings;
  private projects: ReadonlyMap<string, ProjectFile> = new Map();

  /** Project files in the order in which they were changed here; one may be there more than once. */
  private readonly changed: ProjectFile[] = [];

  /** `late` hears of a project file whose disk took longer than a start waits; without it, all are waited for. */
  constructor(
    private readonly ask: AskSettings,
    private readonly files: Files,
    private readonly late: (() => void) | null = null,
  ) {}

  /** Sets the folders; `refresh` makes them count. */
  set(uris: readonly string[]): void {
    this.uris = [...new Set(uris.map(folderKey))].sort((a, b) => b.length - a.length);
  }

  change(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(folderKey));
    this.set([...this.uris.filter((uri) => !gone.has(uri)), ...added]);
  }

  /** Reads the project files of all folders; `refresh` makes them count. Never rejects. */
  async readProjects(): Promise<void> {
    const before = this.projects;
    this.projects = new Map(
      this.uris.map((uri) => [uri, before.get(uri) ?? new ProjectFile(this.files, prefixOf(uri))]),
    );
    let isLate = false;
    const all = Promise.all(
      Array.from(this.projects.values(), async (project) => {
        await project.load();
        if (isLate) this.late?.();
      }),
    );
    if (this.late === null) await all;
    else {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tired = new Promise((resolve) => {
        timer = setTimeout(resolve, patience);
      });
      await Promise.race([all, tired]);
      clearTimeout(timer);
    }
    isLate = true;
  }

  /** Reads one project file, which somebody changed; `false` where the URI is that of none. */
  async readProject(uri: string): Promise<boolean> {
    const project = [...this.projects.values()].find((one) => one.uri === uri);
    await project?.load();
    return project !== undefined;
  }

  /** Changes the project file of the folder that holds a file; `refresh` makes it count. Rejects where it is damaged. */
  async changeProject(file: string, edit: ProjectEdit): Promise<void> {
    const project = this.projects.get(this.holderOf(file) ?? '');
    if (project === undefined) throw new Error('It is kept in a workspace folder, and this file is in none.');
    if (await project.change((text) => edited(text, edit, this.settings(file)))) this.changed.push(project);
    if (this.changed.length > mostSteps) this.changed.shift();
  }

  /** Takes the last change of a project file back; `refresh` makes it count. Returns the file’s path, or `null`. */
  async undoProject(): Promise<string | null> {
    const project = this.changed.at(-1);
    if (project === undefined) return null;
    await project.undo();
    this.changed.pop();
    return shown(project.uri);
  }

  /** A file or folder was renamed in the editor: what is known of articles names it anew. */
  async renamed(from: string, to: string): Promise<void> {
    if (this.holderOf(from) === null || this.holderOf(to) !== this.holderOf(from)) return;
    await this.changeProject(from, { kind: 'renamed', from: this.pathIn(from), to: this.pathIn(to) });
  }

  /** Asks for all settings anew. Returns what is wrong with them, a sentence each. */
  async refresh(): Promise<string[]> {
    const uris = this.uris;
    const asked: unknown[] = [];
    for (const uri of [undefined, ...uris]) asked.push(await this.ask(uri));
    const project = (uri: string): Project => this.projects.get(uri)?.project ?? emptyProject;
    const outside = parseSettings(asked[0]);
    const parsed = uris.map((uri, i): Parsed => parseSettings(withProject(asked[i + 1], project(uri))));
    this.outside = outside.settings;
    this.folders = uris.map((uri, i) => toFolder(uri, parsed[i]?.settings ?? defaultSettings, project(uri)));
    return [...new Set([outside, ...parsed].flatMap(({ problems }) => problems))];
  }

  /** What is wrong with the project files, by URI. */
  damages(): Map<string, readonly Damage[]> {
    const damaged = [...this.projects.values()].filter(({ damages }) => damages.length > 0);
    return new Map(damaged.map(({ uri, damages }) => [uri, damages]));
  }

  /** What a person knows of an article better than its text. */
  corrections(file: string): Corrections | undefined {
    return this.folderOf(file)?.corrections.get(file);
  }

  /** All of it, by file: to compare with what is known later. */
  allCorrections(): Map<string, Corrections> {
    const all = this.folders.flatMap(({ uri, corrections }) =>
      [...corrections].filter(([file]) => this.folderOf(file)?.uri === uri),
    );
    return new Map(all);
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
  get whatIsRead(): string {
    return JSON.stringify([
      this.folders.map(({ uri, settings }) => [uri, whatIsRead(settings)]),
      whatIsRead(this.outside),
    ]);
  }

  /** Changes with that, and with what is known of single articles: all that what is read of any file depends on. */
  get signature(): string {
    const corrections = [...this.allCorrections()].sort(([one], [other]) => (one < other ? -1 : 1));
    return JSON.stringify([this.whatIsRead, corrections]);
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
  async list(
    folder: string,
    files: Files,
    signal: AbortSignal,
    limit = this.settings(folder).limits.files,
  ): Promise<ArticleFiles> {
    const settings = this.settings(folder);
    try {
      const { files: found, unread } = await files.list(folder, settings, signal);
      const all = found.filter((file) => this.folderOf(file)?.uri === folder && this.holds(file));
      const notices = [...unread].map(([uri, reason]) => unreadFolder(uri, reason));
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

function toFolder(uri: string, settings: Settings, { articles }: Project): Folder {
  const matcher = (globs: readonly string[]): ((path: string) => boolean) =>
    globs.length === 0 ? () => false : picomatch([...globs], { nocase: true });
  const prefix = prefixOf(uri);
  const corrections = new Map([...articles].map(([path, known]) => [fileUnder(prefix, path), known]));
  const { include, exclude } = settings;
  return { uri, prefix, settings, included: matcher(include), excluded: matcher(exclude), corrections };
}

/** The files of which something else is known than before. */
export function correctedSince(
  before: ReadonlyMap<string, Corrections>,
  now: ReadonlyMap<string, Corrections>,
): string[] {
  const files = [...new Set([...before.keys(), ...now.keys()])];
  return files.filter((file) => JSON.stringify(before.get(file)) !== JSON.stringify(now.get(file)));
}

const unreadFolder = (uri: string, reason: string): string => `The folder ${shown(uri)} could not be read: ${reason}`;
