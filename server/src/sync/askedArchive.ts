import { type ArchiveView, archiveScheme, label, say } from '../../../protocol/src/index.js';
import type { Settings } from '../settings/settings.js';
import type { Candidate, CandidateSource, Candidates } from '../workspace/candidates.js';
import type { Archive, ArchiveCredentials, ArchiveStatus } from './archive.js';
import { messageOf } from './files.js';
import type { SyncEvents, WorkspaceSync } from './workspaceSync.js';

/** Which archive a person has set, and by what it knows them. */
export type ArchiveSetting = Settings['archive'];

/** Opens an archive that is set; rejects with words for people. */
export type OpenSetArchive = (setting: ArchiveSetting, credentials: ArchiveCredentials | null) => Promise<Archive>;

/** How the archive is; `asking` until that is known. */
type ArchiveState = ArchiveStatus | { readonly state: 'asking' };

/** Articles of the archive that are asked about around one open file. Chosen: as many as a person may want to read. */
const mostWidened = 50;

const isArchived = (file: string): boolean => file.startsWith(`${archiveScheme}:`);

/** What nobody was asked for. */
const notAsked: Candidates = { found: [], state: 'incomplete' };

/**
 * The newsroom's archive in a running server. It is opened when one is set and the person's own credentials for it are
 * known, if only that there are none; asked about open files, and about others says that it may hold more. Nobody waits
 * for it.
 */
export class AskedArchive implements CandidateSource {
  private state: ArchiveState = { state: 'asking' };
  private setting: ArchiveSetting | null = null;
  private signedIn: { readonly url: string; readonly credentials: ArchiveCredentials | null } | null = null;
  private archive: Archive | null = null;
  /** Resolves when it is known whether it could be opened. */
  private connecting: Promise<void> = Promise.resolve();
  /** Counts what was opened: an answer of an earlier archive is none of this one. */
  private opened = 0;

  /** `open` is absent where no archive can be asked: in a browser. */
  constructor(
    private readonly open: OpenSetArchive | undefined,
    /** What is open, and the workspace as it is now. */
    private readonly sync: () => WorkspaceSync,
    private readonly events: Pick<SyncEvents, 'changed' | 'status'>,
  ) {}

  /** Whom a workspace asks besides its own articles. */
  get sources(): readonly CandidateSource[] {
    return this.setting === null ? [] : [this];
  }

  /** How it is, for the status of the editor; `null` where none is set. */
  get view(): ArchiveView | null {
    const { setting, state, archive } = this;
    if (setting === null) return null;
    if (state.state === 'unreached') return { ...state, why: label`${state.why}` };
    if (state.state === 'asking') return state;
    const problem = archive?.problem ?? null;
    return { ...state, problem: problem === null ? null : label`${problem}` };
  }

  /** What is set counts from now on; whoever asks `sources` must ask again where it differs. */
  use(setting: ArchiveSetting): void {
    const wanted = setting.url.trim() === '' ? null : setting;
    if (JSON.stringify(wanted) === JSON.stringify(this.setting)) return;
    this.setting = wanted;
    this.start();
  }

  /** What the person keeps for the archive at an address; it counts where that address is set. */
  signIn(url: string, credentials: ArchiveCredentials | null): void {
    this.signedIn = { url, credentials };
    this.start();
  }

  candidates(asked: Candidate, later: (more: Candidates) => boolean): Candidates {
    if (!asked.copies.some(({ file }) => isArchived(file) || this.sync().isOpen(file))) return notAsked;
    if (this.archive === null) return this.state.state === 'asking' ? { found: [], state: 'pending' } : notAsked;
    const { opened } = this;
    return this.archive.candidates(asked, (more) => {
      if (opened !== this.opened) return false;
      this.heard(more);
      return later(more);
    });
  }

  /**
   * Somebody looks at the claims of a file: the archive is asked about those of its own articles that hang together with
   * them, too, since these alone know of further ones.
   */
  widen(file: string): void {
    if (this.archive !== null && this.sync().isOpen(file)) this.sync().workspace.widen(file, mostWidened);
  }

  /** The articles that may assert a typed claim: all where no archive is set, and none yet where it is not to be asked. */
  async find(claim: string, isAsked: boolean): Promise<Candidates> {
    if (this.setting === null) return { found: [], state: 'complete' };
    if (!isAsked) return { found: [], state: 'pending' };
    await this.connecting;
    const { opened } = this;
    const found = (await this.archive?.find(claim)) ?? notAsked;
    if (opened !== this.opened) return notAsked;
    this.heard(found);
    return found;
  }

  /** The text of an article of the archive; `null` where it is not to be had. */
  async text(file: string): Promise<string | null> {
    await this.connecting;
    return this.sync().workspace.textOf(file) ?? (await this.archive?.text(file)) ?? null;
  }

  close(): void {
    this.opened++;
    this.archive?.close();
    this.archive = null;
  }

  /** Begins with what is set, whatever was open before. */
  private start(): void {
    this.close();
    const { setting, signedIn, open } = this;
    if (setting === null) this.events.status();
    else if (open === undefined)
      this.become({ state: 'unreached', why: say`An archive is asked by VS Code on the desktop alone.` });
    else {
      this.become({ state: 'asking' });
      if (signedIn?.url === setting.url.trim()) this.connecting = this.connect(open(setting, signedIn.credentials));
    }
  }

  private async connect(opening: Promise<Archive>): Promise<void> {
    const { opened } = this;
    try {
      const archive = await opening;
      if (opened !== this.opened) return archive.close();
      this.archive = archive;
      this.look();
    } catch (error) {
      if (opened !== this.opened) return;
      this.become({ state: 'unreached', why: messageOf(error) });
    }
    this.askAboutOpenFiles();
  }

  /** Those that the archive was not asked about, because it was not open yet. */
  private askAboutOpenFiles(): void {
    const files = this.sync().openFiles();
    for (const file of files) this.sync().workspace.askArchives(file);
    this.events.changed(new Set(files));
  }

  /** One that does not answer says why when it is asked how it is, and one that answers again how it is now. */
  private heard({ state }: Candidates): void {
    if (state === 'pending') return;
    this.events.status();
    if ((this.state.state === 'reached') !== (state === 'complete')) this.look();
  }

  private look(): void {
    const { opened } = this;
    void this.archive?.status().then((status) => {
      if (opened === this.opened) this.become(status);
    });
  }

  private become(state: ArchiveState): void {
    this.state = state;
    this.events.status();
  }
}
