import type { Connection } from 'vscode-languageserver';
import { correctedSince, type Folders } from '../sync/folders.js';
import type { WorkspaceSync } from '../sync/workspaceSync.js';
import { DamagedFiles } from './damagedFiles.js';
import type { Editor } from './editor.js';
import type { FailureLog } from './failureLog.js';

/** What follows where settings or project files say something else. */
interface Consequences {
  /** They were read: the folders may have other sidecars. */
  read(): void;
  /** All articles are to be read anew. */
  rebuild(): Promise<void>;
  /** What is read is the same, and only what is shown of it changes. */
  renew(): void;
}

/** What settings and project files say: makes it count whenever it changes. */
export class Configuration {
  /** What is wrong with the settings, a sentence each. */
  problems: readonly string[] = [];
  private readonly damagedProjects: DamagedFiles;

  constructor(
    private readonly connection: Connection,
    private readonly editor: Editor,
    private readonly folders: Folders,
    private readonly sync: WorkspaceSync,
    log: FailureLog,
    private readonly then: Consequences,
  ) {
    this.damagedProjects = new DamagedFiles(connection, log);
  }

  /** Reads all of it for the first time. */
  async start(): Promise<void> {
    await this.folders.readProjects();
    await this.read();
    await this.then.rebuild();
  }

  /** Everything is read anew where the settings say so; else only what is shown of it changes. */
  async changed(): Promise<void> {
    const { folders } = this;
    const before = { read: this.whatIsRead(), corrections: folders.allCorrections() };
    await this.read();
    if (this.whatIsRead() !== before.read) return this.then.rebuild();
    this.sync.readAnew(correctedSince(before.corrections, folders.allCorrections()));
    this.then.renew();
    await this.editor.refresh();
  }

  /** A file was changed on the disk, which may be a project file. */
  async onDisk(uri: string): Promise<void> {
    if (await this.folders.readProject(uri)) await this.changed();
  }

  /** Any project file may have been changed, or folders came and went. */
  async anyOnDisk(): Promise<void> {
    await this.folders.readProjects();
    await this.changed();
  }

  async renamed(from: string, to: string): Promise<void> {
    await this.folders.renamed(from, to);
    await this.changed();
  }

  /** Changes with the articles that are read, and with where others are looked for. */
  private whatIsRead(): string {
    return JSON.stringify([this.folders.whatIsRead, this.folders.common.archive]);
  }

  private async read(): Promise<void> {
    this.problems = await this.folders.refresh();
    this.damagedProjects.show(this.folders.damages());
    for (const problem of this.problems) this.connection.console.warn(problem);
    this.then.read();
  }
}
